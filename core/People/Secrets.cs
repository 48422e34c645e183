using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MutualAid.Core.People;

/// <summary>Random secrets and their hashes.</summary>
public static class Secrets
{
    private const int Rounds = 100_000;

    /// <summary>192 random bits for links and tokens.</summary>
    public static string NewCode() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));

    public static string NewPin() => RandomNumberGenerator.GetInt32(1_000_000).ToString("000000", CultureInfo.InvariantCulture);

    /// <summary>For secrets that cannot be guessed: a plain hash is enough and can be looked up.</summary>
    public static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    /// <summary>For a PIN: slow and salted.</summary>
    public static string HashPin(string pin)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return $"{Convert.ToHexStringLower(salt)}:{Convert.ToHexStringLower(Derive(pin, salt))}";
    }

    public static bool IsPin(string pin, string hash)
    {
        var parts = hash.Split(':');
        return CryptographicOperations.FixedTimeEquals(Derive(pin, Convert.FromHexString(parts[0])), Convert.FromHexString(parts[1]));
    }

    private static byte[] Derive(string pin, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(pin, salt, Rounds, HashAlgorithmName.SHA256, 32);
}
