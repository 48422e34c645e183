namespace MutualAid.Core.Content;

/// <summary>The cover of a post, as people's telephones fetch it: without place, time or camera.</summary>
public sealed class Picture
{
    /// <summary>Its file name, which nobody can guess: 32 hexadecimal digits and <c>.jpg</c> or <c>.png</c>.</summary>
    public string Name { get; set; } = "";
    public byte[] Bytes { get; set; } = [];

    /// <summary>In pixels.</summary>
    public int Width { get; set; }
    public int Height { get; set; }
    public DateTime AddedAt { get; set; }

    public string ContentType => Name.EndsWith(".png", StringComparison.Ordinal) ? "image/png" : "image/jpeg";
}
