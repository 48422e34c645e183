using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MutualAid.Bot.Channels;

/// <summary>The signature and encryption of callbacks: https://developer.work.weixin.qq.com/document/path/101033</summary>
/// <param name="aesKey">EncodingAESKey: 43 characters of base64 without the last sign.</param>
/// <param name="receiveId">Whom callbacks are for; empty where the platform names nobody.</param>
internal sealed class CallbackCrypto(string token, string aesKey, string receiveId = "")
{
    public const int KeyCharacters = 43;
    private const int PadTo = 32;
    private const int Prefix = 16 + sizeof(int);

    private readonly byte[] key = KeyOf(aesKey);

    /// <summary>The strict decoders refuse keys whose last character has spare bits; this one takes them, as the platform does.</summary>
    /// <exception cref="FormatException">It is no base64.</exception>
    public static byte[] KeyOf(string aesKey) => Convert.FromBase64String(aesKey + "=");

    /// <summary>A file that somebody sent; null: not encrypted with this key.</summary>
    /// <param name="aesKey">The file's own, or the callbacks', with or without the last sign.</param>
    public static byte[]? OpenFile(string aesKey, ReadOnlySpan<byte> cipher)
    {
        var key = new byte[33];
        if (!Convert.TryFromBase64String(aesKey.TrimEnd('=') + "=", key, out var length) || length != 32)
            return null;
        if (cipher.Length == 0 || cipher.Length % 16 != 0)
            return null;
        using var aes = Aes.Create();
        aes.Key = key[..32];
        var plain = aes.DecryptCbc(cipher, key.AsSpan(0, 16), PaddingMode.None);
        return Pad(plain) is { } pad ? plain[..^pad] : null;
    }

    public string Sign(params string[] parts)
    {
        string[] all = [token, .. parts];
        // By culture the order is another one.
        Array.Sort(all, StringComparer.Ordinal);
#pragma warning disable CA5350 // The platform's own choice.
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(all))));
#pragma warning restore CA5350
    }

    public bool IsSigned(string signature, params string[] parts) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(parts)), Encoding.UTF8.GetBytes(signature));

    public string Encrypt(string message) => Encrypt(message, RandomNumberGenerator.GetBytes(16));

    internal string Encrypt(string message, ReadOnlySpan<byte> salt)
    {
        var text = Encoding.UTF8.GetBytes(message);
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, text.Length);
        byte[] plain = [.. salt, .. length, .. text, .. Encoding.UTF8.GetBytes(receiveId)];
        var pad = PadTo - (plain.Length % PadTo);
        using var aes = NewAes();
        return Convert.ToBase64String(
            aes.EncryptCbc([.. plain, .. Enumerable.Repeat((byte)pad, pad)], key.AsSpan(0, 16), PaddingMode.None)
        );
    }

    /// <summary>Null: not encrypted with this key, wrongly padded, or meant for somebody else.</summary>
    public string? Decrypt(string encrypted)
    {
        var cipher = new byte[encrypted.Length];
        if (!Convert.TryFromBase64String(encrypted, cipher, out var length) || length == 0 || length % 16 != 0)
            return null;
        using var aes = NewAes();
        // The padding goes to 32 while the block is 16, which the library takes for broken: it is removed by hand.
        return Open(aes.DecryptCbc(cipher.AsSpan(0, length), key.AsSpan(0, 16), PaddingMode.None));
    }

    private string? Open(ReadOnlySpan<byte> plain)
    {
        if (Pad(plain) is not { } pad)
            return null;
        var body = plain[..^pad];
        if (body.Length < Prefix)
            return null;
        var length = BinaryPrimitives.ReadInt32BigEndian(body[16..]);
        if (length < 0 || length > body.Length - Prefix)
            return null;
        var receiver = Encoding.UTF8.GetString(body[(Prefix + length)..]);
        return receiveId.Length > 0 && receiver != receiveId ? null : Encoding.UTF8.GetString(body.Slice(Prefix, length));
    }

    private static int? Pad(ReadOnlySpan<byte> plain)
    {
        int pad = plain[^1];
        return pad is < 1 or > PadTo || pad > plain.Length || plain[^pad..].ContainsAnyExcept((byte)pad) ? null : pad;
    }

    private Aes NewAes()
    {
        var aes = Aes.Create();
        aes.Key = key;
        return aes;
    }
}
