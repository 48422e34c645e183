using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MutualAid.Bot.Channels.BotFramework.Api;

/// <summary>Whom a token speaks for; which activity it may bring is decided by <see cref="Refuses"/>.</summary>
/// <param name="ServiceUrl">The only address that an answer may go to; null: the Emulator, which says none.</param>
internal sealed record Caller(string? ServiceUrl, IReadOnlyList<string> Endorsements, bool IsEmulator)
{
    /// <summary>Null: it may bring this activity; else why not.</summary>
    public string? Refuses(Activity activity)
    {
        if (activity.ServiceUrl is not { Length: > 0 } address)
            return "no serviceUrl";
        if (activity.ChannelId is not { Length: > 0 } channel)
            return "no channelId";
        if (IsEmulator)
            return null;
        if (!string.Equals(ServiceUrl, address, StringComparison.Ordinal))
            return "serviceUrl is not that of the token";
        return Endorsements.Count > 0 && !Endorsements.Contains(channel, StringComparer.Ordinal)
            ? "channelId is not endorsed by the key"
            : null;
    }
}

/// <summary>
/// Is this really the platform? https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
/// and stricter: a token without an end is refused, and other tokens of Entra only pass in Development.
/// </summary>
internal sealed class TokenCheck(BotFrameworkSettings settings, IHttpClientFactory clients, TimeProvider time, ILogger<TokenCheck> log)
    : IDisposable
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256,
        SecurityAlgorithms.RsaSha384,
        SecurityAlgorithms.RsaSha512,
    ];

    // The tenants that the Emulator's tokens come from.
    private static readonly string[] EmulatorIssuers =
    [
        .. new[] { "d6d49420-f39b-4df7-a1dc-d59a935871db", "f8cdef31-a31e-4b4a-93e4-5f571e91255a" }.SelectMany(tenant =>
            new[] { $"https://sts.windows.net/{tenant}/", $"https://login.microsoftonline.com/{tenant}/v2.0" }
        ),
    ];

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    private readonly SigningKeys channel = new(settings.OpenIdMetadata, clients, time, log);
    private readonly SigningKeys entra = new(new Uri(settings.Login, "/common/v2.0/.well-known/openid-configuration"), clients, time, log);

    /// <summary>Null: not the platform.</summary>
    /// <exception cref="KeysUnreachableException">It cannot be told now.</exception>
    public async Task<Caller?> CheckAsync(StringValues header, CancellationToken stop)
    {
        if (Bearer(header) is not { } text || Parse(text) is not { Kid.Length: > 0 } token)
            return Refuse("no token");
        var isEmulator = settings.IsDevelopment && EmulatorIssuers.Contains(token.Issuer, StringComparer.Ordinal);
        if (!isEmulator && token.Issuer != settings.Issuer)
            return Refuse("the issuer");
        if (await (isEmulator ? entra : channel).FindAsync(token.Kid, stop) is not { } key)
            return Refuse("an unknown key");
        var result = await handler.ValidateTokenAsync(token, Demands(key, token.Issuer));
        if (!result.IsValid)
            return Refuse(result.Exception?.GetType().Name ?? "the token");
        if (isEmulator)
            return IsOurApp(token) ? new Caller(null, [], IsEmulator: true) : Refuse("another app's token");
        // Claims are told apart by case: serviceUrl is not it.
        return token.TryGetPayloadValue<string>("serviceurl", out var address) && address is { Length: > 0 }
            ? new Caller(address, key.Endorsements, IsEmulator: false)
            : Refuse("no serviceurl claim");
    }

    public void Dispose()
    {
        channel.Dispose();
        entra.Dispose();
    }

    private TokenValidationParameters Demands(SigningKey key, string issuer) =>
        new()
        {
            ValidIssuer = issuer,
            ValidAudience = settings.AppId,
            ValidAlgorithms = Algorithms,
            IssuerSigningKey = key.Key,
            TryAllIssuerSigningKeys = false,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = IsItsTime,
        };

    private bool IsItsTime(DateTime? from, DateTime? until, SecurityToken token, TokenValidationParameters demands)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return until is { } end && now <= end + Skew && (from is not { } start || now >= start - Skew);
    }

    private bool IsOurApp(JsonWebToken token)
    {
        var claim = token.TryGetPayloadValue<string>("ver", out var version) && version == "2.0" ? "azp" : "appid";
        return token.TryGetPayloadValue<string>(claim, out var app) && app == settings.AppId;
    }

    private static string? Bearer(StringValues header)
    {
        const string Scheme = "Bearer ";
        return header.Count == 1 && header[0]!.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? header[0]![Scheme.Length..].Trim()
            : null;
    }

    private static JsonWebToken? Parse(string text)
    {
        try
        {
            return new JsonWebToken(text);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private Caller? Refuse(string why)
    {
        log.LogWarning("A request to /api/messages was refused: {Why}", why);
        return null;
    }
}
