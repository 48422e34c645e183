using System.Text;

namespace MutualAid.Core.Imports;

/// <summary>Bytes as text: UTF-8 when they are nothing but that, UTF-16 by its mark or its zeros, else GB18030, in which Chinese office programs save.</summary>
internal static class TextBytes
{
    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    private static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030",
        EncoderFallback.ExceptionFallback,
        DecoderFallback.ExceptionFallback
    )!;

    private static readonly System.Buffers.SearchValues<byte> Untyped = System.Buffers.SearchValues.Create([
        1,
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        14,
        15,
        16,
        17,
        18,
        19,
        20,
        21,
        22,
        23,
        25,
        27,
        28,
        29,
        30,
        31,
    ]);

    public static string Decode(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble))
            return Text(Utf8, bytes, 3) ?? throw NoSheet();
        if (bytes.AsSpan().StartsWith(Encoding.Unicode.Preamble))
            return Text(Encoding.Unicode, bytes, 2)!;
        if (bytes.AsSpan().StartsWith(Encoding.BigEndianUnicode.Preamble))
            return Text(Encoding.BigEndianUnicode, bytes, 2)!;
        if (bytes.AsSpan().IndexOf((byte)0) >= 0)
            return Wide(bytes) ?? throw NoSheet();
        // Almost any bytes can be read as GB18030; signs that nobody types tell a picture from a list.
        return Text(Utf8, bytes, 0) ?? (bytes.AsSpan().IndexOfAny(Untyped) < 0 ? Text(Chinese, bytes, 0) : null) ?? throw NoSheet();
    }

    // Without its mark: of every Latin letter, comma and line end one byte is zero, always on the same side.
    private static string? Wide(byte[] bytes)
    {
        var (even, odd) = (0, 0);
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] == 0)
                _ = at % 2 == 0 ? even++ : odd++;
        }

        if (bytes.Length % 2 != 0 || (even > 0 && odd > 0))
            return null;
        var text = Text(new UnicodeEncoding(bigEndian: even > 0, byteOrderMark: false, throwOnInvalidBytes: true), bytes, 0);
        return text?.Any(it => char.IsControl(it) && it is not ('\t' or '\r' or '\n')) == false ? text : null;
    }

    private static string? Text(Encoding encoding, byte[] bytes, int from)
    {
        try
        {
            return encoding.GetString(bytes, from, bytes.Length - from);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static UnreadableSheetException NoSheet() => new(SheetRefusal.NoSheet);
}
