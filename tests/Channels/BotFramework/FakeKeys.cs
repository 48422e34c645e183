using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace MutualAid.Tests.Channels.BotFramework;

/// <summary>The platform's signing keys, and tokens made with them by hand, so that wrong ones can be made too.</summary>
internal sealed class FakeKeys
{
    public const string Usual = "usual-key";
    public const string ForTeamsOnly = "teams-key";
    public const string ForAny = "unbound-key";

    // Made once: a key takes longer than a test.
    private static readonly Dictionary<string, RSA> Made = new[] { Usual, ForTeamsOnly, ForAny, "stranger", "later" }.ToDictionary(
        name => name,
        _ => RSA.Create(2048),
        StringComparer.Ordinal
    );

    private readonly List<(string Kid, string[] Endorsements)> published =
    [
        (Usual, ["msteams", "webchat", "directline", "emulator"]),
        (ForTeamsOnly, ["msteams"]),
        (ForAny, []),
    ];

    public void Publish(string kid, params string[] endorsements) => published.Add((kid, endorsements));

    public object Set() =>
        new
        {
            keys = published.Select(key => new Dictionary<string, object>
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = key.Kid,
                ["x5t"] = key.Kid,
                ["n"] = Base64Url.EncodeToString(Made[key.Kid].ExportParameters(false).Modulus),
                ["e"] = Base64Url.EncodeToString(Made[key.Kid].ExportParameters(false).Exponent),
                ["endorsements"] = key.Endorsements,
            }),
        };

    /// <param name="by">The key that signs, if it is another than the header names.</param>
    public static string Sign(
        IReadOnlyDictionary<string, object?> claims,
        string kid = Usual,
        string algorithm = "RS256",
        string? by = null
    )
    {
        var header = new Dictionary<string, object?>
        {
            ["typ"] = "JWT",
            ["alg"] = algorithm,
            ["kid"] = kid,
        };
        var body = $"{Part(header)}.{Part(claims)}";
        return $"{body}.{Base64Url.EncodeToString(Signature(Encoding.ASCII.GetBytes(body), algorithm, Made[by ?? (Made.ContainsKey(kid) ? kid : Usual)]))}";
    }

    private static byte[] Signature(byte[] body, string algorithm, RSA key) =>
        algorithm switch
        {
            "RS256" => key.SignData(body, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            "RS384" => key.SignData(body, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
            "RS512" => key.SignData(body, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
            "PS256" => key.SignData(body, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            // The old confusion: the public key taken for a shared secret.
            "HS256" => HMACSHA256.HashData(key.ExportSubjectPublicKeyInfo(), body),
            _ => [],
        };

    private static string Part(IReadOnlyDictionary<string, object?> values) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(values.Where(it => it.Value is not null).ToDictionary()));
}
