using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace MutualAid.Bot.Channels.BotFramework.Api;

/// <param name="Endorsements">The platforms it may speak for; empty: any.</param>
internal sealed record SigningKey(JsonWebKey Key, IReadOnlyList<string> Endorsements);

/// <summary>The platform's keys could not be fetched: the message is neither good nor bad, it may come again.</summary>
internal sealed class KeysUnreachableException(string why) : Exception(why);

/// <summary>The keys that incoming tokens are signed with, found through a metadata document and kept for a day.</summary>
internal sealed class SigningKeys(Uri metadata, IHttpClientFactory clients, TimeProvider time, ILogger log) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>However many unknown keys are named to us, the platform is not asked more often.</summary>
    private static readonly TimeSpan Floor = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan FloorAfterFailure = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim gate = new(1);
    private IReadOnlyDictionary<string, SigningKey>? keys;
    private DateTimeOffset fetched;
    private DateTimeOffset notBefore;

    /// <summary>Null: the platform has no such key.</summary>
    /// <exception cref="KeysUnreachableException">No keys are known and none can be had now.</exception>
    public async Task<SigningKey?> FindAsync(string id, CancellationToken stop)
    {
        if (Known(id) is { } known)
            return known;
        await gate.WaitAsync(stop);
        try
        {
            if (Known(id) is null && time.GetUtcNow() >= notBefore)
                await FetchAsync(stop);
            return keys is null ? throw new KeysUnreachableException("the keys are not known yet") : keys.GetValueOrDefault(id);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private SigningKey? Known(string id) => time.GetUtcNow() - fetched < Kept ? keys?.GetValueOrDefault(id) : null;

    private async Task FetchAsync(CancellationToken stop)
    {
        try
        {
            using var limit = new CancellationTokenSource(Patience, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
            using var document = await GetAsync(metadata, either.Token);
            using var set = await GetAsync(KeyAddress(document.RootElement), either.Token);
            keys = Read(set.RootElement);
            fetched = time.GetUtcNow();
            notBefore = fetched + Floor;
        }
        catch (Exception fault) when (IsTransport(fault) && !stop.IsCancellationRequested)
        {
            notBefore = time.GetUtcNow() + FloorAfterFailure;
            log.LogWarning("The keys of {Host} could not be fetched: {Error}", metadata.Host, fault.GetType().Name);
        }
    }

    private async Task<JsonDocument> GetAsync(Uri address, CancellationToken stop)
    {
        using var response = await clients.CreateClient(ConnectorCall.ClientName).GetAsync(address, stop);
        response.EnsureSuccessStatusCode();
        return JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(stop));
    }

    /// <summary>Never elsewhere than the document itself lies.</summary>
    private Uri KeyAddress(JsonElement document)
    {
        var text = document.TryGetProperty("jwks_uri", out var value) ? value.GetString() : null;
        var isOurs =
            Uri.TryCreate(text, UriKind.Absolute, out var address)
            && address.Scheme == metadata.Scheme
            && address.Authority == metadata.Authority
            && address.UserInfo.Length == 0;
        return isOurs ? address! : throw new JsonException("jwks_uri leads elsewhere");
    }

    private static Dictionary<string, SigningKey> Read(JsonElement set)
    {
        var read = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
        foreach (var element in set.GetProperty("keys").EnumerateArray())
        {
            var key = new JsonWebKey(element.GetRawText());
            if (key is { Kty: JsonWebAlgorithmsKeyTypes.RSA, Kid.Length: > 0 })
                read[key.Kid] = new SigningKey(key, Endorsements(element));
        }

        return read;
    }

    private static List<string> Endorsements(JsonElement key) =>
        key.TryGetProperty("endorsements", out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(it => $"{it}")]
            : [];

    private static bool IsTransport(Exception fault) =>
        fault
            is HttpRequestException
                or OperationCanceledException
                or IOException
                or JsonException
                or KeyNotFoundException
                or InvalidOperationException
                or ArgumentException;
}
