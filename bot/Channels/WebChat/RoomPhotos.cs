using System.Security.Cryptography;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using MutualAid.Bot.Engine;
using MutualAid.Core.Content;

namespace MutualAid.Bot.Channels.WebChat;

/// <summary>Photos under names nobody can guess. One that no record points at goes when its line is forgotten.</summary>
public sealed partial class RoomPhotos(string folder)
{
    public const int Largest = 5 * 1024 * 1024;
    private readonly Channel<string> dropped = Channel.CreateUnbounded<string>();

    public bool Has(string name) => Name().IsMatch(name) && File.Exists(PathOf(name));

    public string PathOf(string name) => Path.GetFullPath(Path.Combine(folder, name));

    /// <summary>The new photo's name, or null when the bytes are no JPEG or PNG: a page makes one of whatever else was chosen.</summary>
    /// <remarks>Where and when it was taken, and with what, is not kept: a photo of a handover shows somebody's door.</remarks>
    public async Task<string?> KeepAsync(byte[] bytes, CancellationToken stop)
    {
        if (PictureFile.Read(bytes).File is not { } photo)
            return null;
        Directory.CreateDirectory(folder);
        var name = $"{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}.{photo.Kind}";
        await File.WriteAllBytesAsync(PathOf(name), photo.Bytes, stop);
        return name;
    }

    public static string ContentType(string name) =>
        "image/" + (name.EndsWith(".jpg", StringComparison.Ordinal) ? "jpeg" : Path.GetExtension(name)[1..]);

    public void Drop(string name) => dropped.Writer.TryWrite(name);

    /// <summary>All that are there: after a restart nobody shows them any more.</summary>
    public void DropAll()
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var file in Directory.EnumerateFiles(folder))
            Drop(Path.GetFileName(file));
    }

    public async Task SweepAsync(IPhotoUse use, CancellationToken stop)
    {
        await foreach (var name in dropped.Reader.ReadAllAsync(stop))
        {
            if (!await use.IsUsedAsync(name, stop))
                File.Delete(PathOf(name));
        }
    }

    // WebP lies there from before.
    [GeneratedRegex("^[0-9a-f]{32}\\.(jpg|png|webp)$")]
    private static partial Regex Name();
}
