using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using MutualAid.Core.Content;

namespace MutualAid.Tests.Content;

/// <summary>What of an uploaded picture is kept: what shows, the way it was held, and nothing of where and when.</summary>
public class PictureFileTests
{
    private const string Secret = "GPS 30.1234 北门";

    [Theory]
    [InlineData(1, false)]
    [InlineData(6, true)]
    [InlineData(9, false)]
    public void A_photo_loses_its_place_and_keeps_the_way_it_was_held(int turned, bool isKept)
    {
        var (file, refusal) = PictureFile.Read(Pictures.Jpeg(1200, 630, turned, Secret));
        Assert.Equal((ContentRefusal.None, "jpg", 1200, 630), (refusal, file!.Kind, file.Width, file.Height));
        Assert.DoesNotContain(Secret, Encoding.UTF8.GetString(file.Bytes), StringComparison.Ordinal);
        Assert.Equal(isKept, file.Bytes.AsSpan().IndexOf("Exif"u8) > 0);
        // Read once more it is the same: nothing is left to take out.
        Assert.Equal(file.Bytes, PictureFile.Read(file.Bytes).File!.Bytes);
        if (isKept)
            Assert.Equal(turned, file.Bytes[file.Bytes.AsSpan().IndexOf("MM"u8) + 19]);
    }

    [Fact]
    public void A_PNG_loses_its_words()
    {
        var (file, refusal) = PictureFile.Read(Pictures.Png(800, 400, Secret));
        Assert.Equal((ContentRefusal.None, "png", 800, 400), (refusal, file!.Kind, file.Width, file.Height));
        Assert.DoesNotContain(Secret, Encoding.UTF8.GetString(file.Bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9_000, 1_001, ContentRefusal.PictureTooLong)]
    [InlineData(10, 201, ContentRefusal.PictureTooLong)]
    [InlineData(0, 100, ContentRefusal.NotAPicture)]
    [InlineData(10, 200, ContentRefusal.None)]
    public void Its_sides_have_limits(int width, int height, ContentRefusal refusal) =>
        Assert.Equal(refusal, PictureFile.Read(Pictures.Png(width, height)).Refusal);

    [Fact]
    public void Other_files_are_none_and_so_is_every_piece_of_one()
    {
        Assert.Equal(ContentRefusal.NotAPicture, PictureFile.Read("RIFF\0\0\0\0WEBPVP8 "u8.ToArray()).Refusal);
        Assert.Equal(ContentRefusal.NotAPicture, PictureFile.Read("<svg onload=alert(1)>"u8.ToArray()).Refusal);
        Assert.Equal(ContentRefusal.PictureTooLarge, PictureFile.Read(new byte[PictureFile.Largest + 1]).Refusal);
        var png = Pictures.Png(800, 400, Secret);
        for (var length = 0; length < png.Length; length++)
            Assert.Equal(ContentRefusal.NotAPicture, PictureFile.Read(png[..length]).Refusal);
        var jpeg = Pictures.Jpeg(1200, 630, 6, Secret);
        var scan = jpeg.AsSpan().LastIndexOf<byte>([0xFF, 0xDA]);
        for (var length = 0; length < scan; length++)
            Assert.Equal(ContentRefusal.NotAPicture, PictureFile.Read(jpeg[..length]).Refusal);
    }

    [Fact]
    public void Any_byte_may_be_wrong()
    {
        var random = new Random(7);
        foreach (var whole in new[] { Pictures.Png(800, 400, Secret), Pictures.Jpeg(1200, 630, 6, Secret) })
        {
            for (var round = 0; round < 20_000; round++)
            {
                var bytes = whole.ToArray();
                for (var change = 0; change < 3; change++)
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                Assert.True(PictureFile.Read(bytes) is { File: not null } or { Refusal: not ContentRefusal.None });
            }
        }
    }
}

/// <summary>The smallest files that are pictures by their headers.</summary>
internal static class Pictures
{
    public static byte[] Png(int width, int height, string words = "") => Png(width, height, words, new byte[13], [1, 2, 3]);

    /// <summary>One that browsers show: a sun over a hill.</summary>
    public static byte[] Drawn(int width, int height)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
                zip.Write([0, .. Enumerable.Range(0, width).SelectMany(x => Colour((double)x / height, (double)y / height))]);
        }

        var header = new byte[13];
        (header[8], header[9]) = (8, 2);
        return Png(width, height, "", header, packed.ToArray());
    }

    private static byte[] Colour(double x, double y) =>
        (x - 1.4) * (x - 1.4) + (y - 0.35) * (y - 0.35) < 0.03 ? [0xE8, 0xA3, 0x3D]
        : y > 0.78 - 0.16 * Math.Sin(x * 2.4) ? [0x1D, 0x5C, 0x4B]
        : [0xFB, 0xEF, 0xCF];

    private static byte[] Png(int width, int height, string words, byte[] header, byte[] data)
    {
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        return
        [
            0x89,
            .. "PNG\r\n"u8,
            0x1A,
            0x0A,
            .. Chunk("IHDR"u8, header),
            .. Chunk("tEXt"u8, [.. "Comment\0"u8, .. Encoding.UTF8.GetBytes(words)]),
            .. Chunk("IDAT"u8, data),
            .. Chunk("IEND"u8, []),
        ];
    }

    public static byte[] Jpeg(int width, int height, int turned = 1, string words = "")
    {
        byte[] exif =
        [
            .. "Exif\0\0II*\0"u8,
            8,
            0,
            0,
            0,
            2,
            0,
            .. new byte[] { 0x0F, 0x01, 2, 0, 1, 0, 0, 0, 0, 0, 0, 0 },
            .. new byte[] { 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)turned, 0, 0, 0 },
            .. Encoding.UTF8.GetBytes(words),
        ];
        return
        [
            0xFF,
            0xD8,
            .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
            .. Segment(0xE1, exif),
            .. Segment(0xFE, Encoding.UTF8.GetBytes(words)),
            .. Segment(0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]),
            .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
            0x55,
            0xFF,
            0xD9,
        ];
    }

    private static byte[] Segment(byte marker, byte[] content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] content)
    {
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Sum([.. type, .. content]));
        return [.. length, .. type, .. content, .. sum];
    }

    // https://www.w3.org/TR/png-3/#D-CRCAppendix
    private static uint Sum(byte[] content)
    {
        var sum = uint.MaxValue;
        foreach (var each in content)
        {
            sum ^= each;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
        }

        return ~sum;
    }
}
