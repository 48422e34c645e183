using System.Text.Json;

namespace MutualAid.Bot.Channels.BotFramework.Api;

/// <param name="Value">Null: none can be had, see <paramref name="Fault"/>.</param>
internal sealed record Token(string? Value, string? Fault);

/// <summary>
/// The bot's own token to the connector, asked for once and used until shortly before its end:
/// https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
/// </summary>
internal sealed class AccessToken(BotFrameworkSettings settings, IHttpClientFactory clients, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim gate = new(1);
    private Token kept = new(null, "not asked yet");
    private DateTimeOffset until = DateTimeOffset.MinValue;

    public async Task<Token> GetAsync(CancellationToken stop)
    {
        // Development without a registration: the Emulator asks for none.
        if (settings.AppId.Length == 0)
            return new Token("", null);
        await gate.WaitAsync(stop);
        try
        {
            if (time.GetUtcNow() >= until)
                (kept, until) = await AskAsync(stop);
            return kept;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>The connector did not take it: the next call asks anew, unless somebody has done so already.</summary>
    public void Drop(string refused)
    {
        if (kept.Value == refused)
            until = DateTimeOffset.MinValue;
    }

    public void Dispose() => gate.Dispose();

    private async Task<(Token, DateTimeOffset)> AskAsync(CancellationToken stop)
    {
        var fault = "no answer of the token address";
        try
        {
            using var limit = new CancellationTokenSource(settings.Patience, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
            using var form = Form();
            using var response = await clients.CreateClient(ConnectorCall.ClientName).PostAsync(Address, form, either.Token);
            var answer = JsonSerializer.Deserialize(
                await response.Content.ReadAsByteArrayAsync(either.Token),
                TokenJson.Wire.TokenResponse
            );
            if (response.IsSuccessStatusCode && answer is { AccessToken.Length: > 0 })
                return (new Token(answer.AccessToken, null), time.GetUtcNow() + TimeSpan.FromSeconds(answer.ExpiresIn) - Early);
            // Only the short code: the description may repeat what was sent.
            fault = $"BotFramework:AppSecret is refused ({(int)response.StatusCode} {answer?.Error})";
        }
        catch (Exception error) when (IsTransport(error) && !stop.IsCancellationRequested)
        {
            fault = $"{fault} ({error.GetType().Name})";
        }

        return (new Token(null, fault), time.GetUtcNow() + AfterFailure);
    }

    private Uri Address => new(settings.Login, $"/{settings.TenantId}/oauth2/v2.0/token");

    private FormUrlEncodedContent Form() =>
        new(
            new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = settings.AppId,
                ["client_secret"] = settings.AppSecret,
                ["scope"] = settings.Scope,
            }
        );

    private static bool IsTransport(Exception fault) =>
        fault is HttpRequestException or OperationCanceledException or IOException or JsonException;
}
