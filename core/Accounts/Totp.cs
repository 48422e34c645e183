using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace MutualAid.Core.Accounts;

/// <summary>Time-based codes of six digits (RFC 6238, SHA-1, 30 s); our own because Identity's takes the same code twice.</summary>
public static class Totp
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    /// <summary>160 random bits in Base32.</summary>
    public static string NewSecret() => Base32(RandomNumberGenerator.GetBytes(20));

    /// <summary>16 letters, 80 bits, in fours.</summary>
    public static string NewRecoveryCode() =>
        string.Join('-', Base32(RandomNumberGenerator.GetBytes(10)).Chunk(4).Select(four => new string(four)));

    /// <summary>What the code app reads from the QR code.</summary>
    public static string Link(string secret, string name) =>
        $"otpauth://totp/MutualAidBot:{Uri.EscapeDataString(name)}?secret={secret}&issuer=MutualAidBot";

    public static long StepAt(DateTimeOffset time) => time.ToUnixTimeSeconds() / (long)Step.TotalSeconds;

    /// <summary>The step whose code this is: now's, the one before or the one after, and later than <paramref name="last"/>; null: none.</summary>
    public static long? Find(string secret, string? code, long last, DateTimeOffset now)
    {
        var given = string.Concat((code ?? "").Where(char.IsAsciiDigit));
        if (given.Length != 6)
            return null;
        var step = StepAt(now);
        long? found = null;
        for (var each = step - 1; each <= step + 1; each++)
        {
            var matches = CryptographicOperations.FixedTimeEquals(
                System.Text.Encoding.ASCII.GetBytes(given),
                System.Text.Encoding.ASCII.GetBytes(CodeOf(secret, each))
            );
            if (matches && each > last)
                found = each;
        }

        return found;
    }

    public static string CodeOf(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The code apps know nothing else; a keyed SHA-1 is not broken by its collisions.
        var hash = HMACSHA1.HashData(Bytes(secret), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static string Base32(byte[] bytes)
    {
        var bits = string.Concat(bytes.Select(it => it.ToString("b8", CultureInfo.InvariantCulture)));
        return string.Concat(bits.Chunk(5).Select(five => Letters[Convert.ToInt32(new string(five), 2)]));
    }

    private static byte[] Bytes(string base32)
    {
        var bits = string.Concat(base32.Select(it => Letters.IndexOf(it).ToString("b5", CultureInfo.InvariantCulture)));
        return bits.Chunk(8).Select(eight => Convert.ToByte(new string(eight), 2)).ToArray();
    }
}
