using System.Security.Cryptography;
using System.Text.RegularExpressions;
using MutualAid.Bot.Engine;
using MutualAid.Core.Content;

namespace MutualAid.Bot.Channels.Photos;

/// <summary>
/// Photos from platforms that show them to the bot alone, or for minutes only. What a telephone writes into one is left out, and it stays
/// while a record points at it.
/// </summary>
internal sealed partial class KeptPhotos(
    string folder,
    IPhotoUse use,
    ButtonSeal seal,
    PublicAddress own,
    TimeProvider time,
    ILogger<KeptPhotos> log
)
{
    public const string Path = "/photos/";
    public const int Largest = PictureFile.Largest;

    private const string Sealed = "photo";

    /// <summary>How long an address shows it: a chat is scrolled back a few days, a link that was passed on ends.</summary>
    private static readonly TimeSpan Shown = TimeSpan.FromDays(7);

    /// <summary>The words that came with it may still be asked about.</summary>
    private static readonly TimeSpan Unused = TimeSpan.FromDays(1);

    /// <summary>Its name; null: it is no JPEG or PNG, too large a one, or cannot be written.</summary>
    public async Task<string?> KeepAsync(byte[] bytes, CancellationToken stop)
    {
        if (PictureFile.Read(bytes).File is not { } photo)
            return null;
        var name = $"{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}.{photo.Kind}";
        try
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllBytesAsync(FileOf(name), photo.Bytes, stop);
            File.SetLastWriteTimeUtc(FileOf(name), time.GetUtcNow().UtcDateTime);
            return name;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The words that came with it matter more.
            log.LogError("A photo could not be kept: {Fault}", fault.GetType().Name);
            return null;
        }
    }

    /// <summary>Where whoever is given it can see it for a while; null: it is not one of these, or is gone.</summary>
    public Uri? AddressOf(string? name) =>
        Has(name)
            ? new Uri($"{own.Url}{Path}{Uri.EscapeDataString(seal.Seal(name!, Sealed, "", expires: time.GetUtcNow().UtcDateTime + Shown))}")
            : null;

    /// <summary>The file behind the end of such an address; null: nobody was given it, or its time is over.</summary>
    public string? Find(string key) =>
        seal.Open(key, Sealed, "", time.GetUtcNow().UtcDateTime) is { Text: var name } && Has(name) ? FileOf(name) : null;

    public async Task<byte[]?> ReadAsync(string? name, CancellationToken stop) =>
        Has(name) ? await File.ReadAllBytesAsync(FileOf(name!), stop) : null;

    public static string ContentType(string name) => name.EndsWith(".png", StringComparison.Ordinal) ? "image/png" : "image/jpeg";

    public async Task SweepAsync(CancellationToken stop)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            var age = time.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(file);
            if (age > Unused && !await use.IsUsedAsync(System.IO.Path.GetFileName(file), stop))
                File.Delete(file);
        }
    }

    private bool Has(string? name) => name is not null && Name().IsMatch(name) && File.Exists(FileOf(name));

    private string FileOf(string name) => System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, name));

    [GeneratedRegex(@"^[0-9a-f]{32}\.(jpg|png)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
