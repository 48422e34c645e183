using System.Security.Cryptography;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using MutualAid.Bot.Engine;

namespace MutualAid.Bot.Channels.WebChat;

/// <summary>Photos under names nobody can guess. One that no record points at goes when its line is forgotten.</summary>
public sealed partial class RoomPhotos(string folder)
{
    public const int Largest = 5 * 1024 * 1024;
    private readonly Channel<string> dropped = Channel.CreateUnbounded<string>();

    public bool Has(string name) => Name().IsMatch(name) && File.Exists(PathOf(name));

    public string PathOf(string name) => Path.GetFullPath(Path.Combine(folder, name));

    /// <summary>The new photo's name, or null when the bytes are no JPEG, PNG or WebP.</summary>
    public async Task<string?> KeepAsync(byte[] bytes, CancellationToken stop)
    {
        if (Kind(bytes) is not { } kind)
            return null;
        Directory.CreateDirectory(folder);
        var name = $"{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}.{kind}";
        await File.WriteAllBytesAsync(PathOf(name), bytes, stop);
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

    private static string? Kind(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? "jpg"
        : bytes.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47]) ? "png"
        : bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8) ? "webp"
        : null;

    [GeneratedRegex("^[0-9a-f]{32}\\.(jpg|png|webp)$")]
    private static partial Regex Name();
}
