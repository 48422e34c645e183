using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MutualAid.Bot.Engine;

/// <summary>Makes of a button's text a token that cannot be guessed or forged, and checks it on every press.</summary>
/// <remarks>The token carries owner, expiry and text under a keyed hash that also covers the place, so nothing is stored per button
/// and a token of one chat is worth nothing in another. Telegram allows 64 bytes.</remarks>
public sealed class ButtonSeal(byte[] key)
{
    public const int MostBytes = 64;
    private const int MacBytes = 9;
    private static readonly DateTime Epoch = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <param name="text">What the press says, as if typed.</param>
    /// <param name="owner">The only person who may press it; null: anybody here.</param>
    /// <param name="expires">Null: it stays good as long as the message.</param>
    /// <exception cref="ArgumentException">The text is too long for a button.</exception>
    public string Seal(string text, string channel, string chatId, long? owner = null, DateTime? expires = null)
    {
        var until = expires is { } time ? (long)Math.Ceiling((time - Epoch).TotalMinutes) : 0;
        var body = $"{until.ToString("x", CultureInfo.InvariantCulture)}|{owner?.ToString("x", CultureInfo.InvariantCulture)}|{text}";
        var token = Mac(body, channel, chatId) + body;
        return Encoding.UTF8.GetByteCount(token) <= MostBytes
            ? token
            : throw new ArgumentException($"A button of {Encoding.UTF8.GetByteCount(token)} bytes: {text}", nameof(text));
    }

    /// <summary>Null: not one of ours, of another chat, or expired.</summary>
    public SealedButton? Open(string token, string channel, string chatId, DateTime now)
    {
        const int macChars = MacBytes * 4 / 3;
        if (token.Length <= macChars || Encoding.UTF8.GetByteCount(token) > MostBytes)
            return null;
        var body = token[macChars..];
        var expected = Encoding.UTF8.GetBytes(Mac(body, channel, chatId));
        if (!CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(token[..macChars])))
            return null;
        var parts = body.Split('|', 3);
        var until = long.Parse(parts[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        if (until > 0 && now > Epoch.AddMinutes(until))
            return null;
        return new SealedButton(
            parts[2],
            parts[1].Length == 0 ? null : long.Parse(parts[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture)
        );
    }

    /// <summary>A short key for a number that cannot be guessed, the same every time.</summary>
    public string Sign(long number) => Mac($"share {number}", "", "")[..8] + number.ToString("x", CultureInfo.InvariantCulture);

    /// <summary>Null: not a key of <see cref="Sign"/>.</summary>
    public long? Verify(string key) =>
        key.Length is > 8 and < 30
        && long.TryParse(key.AsSpan(8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(number)), Encoding.UTF8.GetBytes(key))
            ? number
            : null;

    private string Mac(string body, string channel, string chatId)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{channel}\n{chatId}\n{body}"), hash);
        return Base64Url.EncodeToString(hash[..MacBytes]);
    }
}

/// <param name="Owner">The only person who may press it.</param>
public sealed record SealedButton(string Text, long? Owner);
