using System.Buffers.Binary;

namespace MutualAid.Core.Content;

/// <summary>A JPEG or PNG as somebody uploads it, reduced to what shows: what a telephone writes into it of place, time and owner is left out.</summary>
/// <remarks>JPEG: ITU T.81 annex B, Exif 2.3 (CIPA DC-008); PNG: W3C PNG third edition, 5.</remarks>
/// <param name="Kind"><c>jpg</c> or <c>png</c>.</param>
public sealed record PictureFile(byte[] Bytes, string Kind, int Width, int Height)
{
    /// <summary>Bytes: a picture of a telephone is smaller.</summary>
    public const int Largest = 5 * 1024 * 1024;

    /// <summary>Pixels, width and height together; platforms show no larger one.</summary>
    private const int MostPixels = 10_000;

    /// <summary>How many times as long as wide.</summary>
    private const int MostStretch = 20;

    private const byte Start = 0xD8;
    private const byte Scan = 0xDA;
    private const byte App1 = 0xE1;
    private const byte App13 = 0xED;
    private const byte Comment = 0xFE;
    private const ushort Orientation = 0x0112;

    private static ReadOnlySpan<byte> PngSign => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Reads only headers: the size is known before anything is drawn.</summary>
    /// <returns>The file, or why it cannot be a cover.</returns>
    public static (PictureFile? File, ContentRefusal Refusal) Read(byte[] bytes)
    {
        if (bytes.Length > Largest)
            return (null, ContentRefusal.PictureTooLarge);
        var file =
            bytes.AsSpan().StartsWith(PngSign) ? Png(bytes)
            : bytes is [0xFF, Start, 0xFF, ..] ? Jpeg(bytes)
            : null;
        if (file is not { Width: > 0, Height: > 0 })
            return (null, ContentRefusal.NotAPicture);
        var (width, height) = (file.Width, file.Height);
        return (long)width + height <= MostPixels && width <= MostStretch * (long)height && height <= MostStretch * (long)width
            ? (file, ContentRefusal.None)
            : (null, ContentRefusal.PictureTooLong);
    }

    private static PictureFile? Png(ReadOnlySpan<byte> bytes)
    {
        using var kept = new MemoryStream();
        kept.Write(bytes[..8]);
        var (at, width, height) = (8, 0, 0);
        while (at + 12 <= bytes.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            if (length > bytes.Length - at - 12)
                return null;
            var chunk = bytes.Slice(at, (int)length + 12);
            var type = chunk[4..8];
            if (type.SequenceEqual("IHDR"u8) && length == 13)
                (width, height) = (Side(chunk[8..]), Side(chunk[12..]));
            // Exif, words and the time; all else is needed to draw it.
            if (
                !(
                    type.SequenceEqual("eXIf"u8)
                    || type[1..].SequenceEqual("EXt"u8)
                    || type[1..].SequenceEqual("TXt"u8)
                    || type.SequenceEqual("tIME"u8)
                )
            )
                kept.Write(chunk);
            if (type.SequenceEqual("IEND"u8))
                return new PictureFile(kept.ToArray(), "png", width, height);
            at += chunk.Length;
        }

        return null;
    }

    private static int Side(ReadOnlySpan<byte> bytes) => (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(bytes), int.MaxValue);

    private static PictureFile? Jpeg(ReadOnlySpan<byte> bytes)
    {
        using var kept = new MemoryStream();
        kept.Write(bytes[..2]);
        var (at, width, height) = (2, 0, 0);
        while (at + 4 <= bytes.Length && bytes[at] == 0xFF)
        {
            var marker = bytes[at + 1];
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (length < 2 || length > bytes.Length - at - 2)
                return null;
            var segment = bytes.Slice(at, length + 2);
            if (marker == Scan)
            {
                kept.Write(bytes[at..]);
                return new PictureFile(kept.ToArray(), "jpg", width, height);
            }

            if (IsFrame(marker) && length >= 8)
                (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(segment[5..]), BinaryPrimitives.ReadUInt16BigEndian(segment[7..]));
            if (marker is not (App1 or App13 or Comment))
                kept.Write(segment);
            else if (marker == App1 && Turned(segment[4..]) is var turned and > 1)
                kept.Write(OnlyTurned(turned));
            at += segment.Length;
        }

        return null;
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    // A telephone held upright says so only here; without it people would see the picture lying on its side.
    private static int Turned(ReadOnlySpan<byte> exif)
    {
        if (exif.Length < 20 || !exif.StartsWith("Exif\0\0"u8))
            return 1;
        var tiff = exif[6..];
        var little = tiff[0] == (byte)'I';
        ushort Word(ReadOnlySpan<byte> from) =>
            little ? BinaryPrimitives.ReadUInt16LittleEndian(from) : BinaryPrimitives.ReadUInt16BigEndian(from);
        var first = little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (first > tiff.Length - 2)
            return 1;
        var list = tiff[(int)first..];
        for (var (at, left) = (2, Word(list)); left > 0 && at + 12 <= list.Length; at += 12, left--)
        {
            if (Word(list[at..]) == Orientation)
                return Word(list[(at + 8)..]) is var turned and <= 8 ? turned : 1;
        }

        return 1;
    }

    private static byte[] OnlyTurned(int turned) =>
        [0xFF, App1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)turned, 0, 0, 0, 0, 0, 0];
}
