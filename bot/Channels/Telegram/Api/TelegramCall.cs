using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MutualAid.Bot.Channels.Telegram.Api;

/// <summary>One call over HTTP. The token stands in the path, so nothing of HttpClient's may leave here unredacted: no exception, no address.</summary>
internal sealed class TelegramCall(IHttpClientFactory clients, TelegramSettings settings, TimeProvider time)
{
    public const string ClientName = "telegram";
    public const int LongestAnswer = 16 * 1024 * 1024;
    private const int LongestFile = 20 * 1024 * 1024;

    public Task<TelegramReply<T>> AskAsync<TRequest, T>(
        string method,
        TRequest request,
        JsonTypeInfo<TRequest> requestType,
        JsonTypeInfo<T> resultType,
        CancellationToken stop,
        TimeSpan? patience = null
    )
    {
        var body = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(request, requestType));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return PostAsync(method, body, resultType, stop, patience);
    }

    public async Task<TelegramReply<T>> PostAsync<T>(
        string method,
        HttpContent body,
        JsonTypeInfo<T> resultType,
        CancellationToken stop,
        TimeSpan? patience = null
    )
    {
        using var content = new DepartingContent(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, Address("bot", method)) { Content = content };
        try
        {
            var response = await SendAsync(request, patience ?? settings.Patience, stop);
            return Read(response.Status, response.Body, resultType);
        }
        catch (Exception fault) when (IsTransport(fault) && !stop.IsCancellationRequested)
        {
            return new(default, new(content.Departed ? Trouble.Lost : Trouble.NotSent, 0, Redact(Name(fault))));
        }
    }

    public async Task<TelegramReply<byte[]>> DownloadAsync(string path, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address("file/bot", path));
        try
        {
            var response = await SendAsync(request, settings.Patience, stop);
            return response.Status != 200 ? new(default, new(Trouble.Refused, response.Status, "the file was refused"))
                : response.Body.Length > LongestFile ? new(default, new(Trouble.Refused, 413, "the file is too large"))
                : new(response.Body, null);
        }
        catch (Exception fault) when (IsTransport(fault) && !stop.IsCancellationRequested)
        {
            return new(default, new(Trouble.Lost, 0, Redact(Name(fault))));
        }
    }

    public string Redact(string text) =>
        text.Replace(settings.Token, "<token>", StringComparison.Ordinal)
            .Replace(settings.TokenSecret, "<token>", StringComparison.Ordinal);

    private async Task<Raw> SendAsync(HttpRequestMessage request, TimeSpan patience, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        using var response = await clients.CreateClient(ClientName).SendAsync(request, either.Token);
        return new((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(either.Token));
    }

    private Uri Address(string prefix, string path) => new($"{settings.ApiBase.ToString().TrimEnd('/')}/{prefix}{settings.Token}/{path}");

    private TelegramReply<T> Read<T>(int status, byte[] body, JsonTypeInfo<T> resultType)
    {
        try
        {
            var answer = JsonSerializer.Deserialize(body, TelegramJson.Wire.Answer);
            if (answer is { Ok: true, Result: { } result } && result.Deserialize(resultType) is { } value)
                return new(value, null);
            if (answer is { Ok: false, Description: { } words })
                return new(default, Refusal(status, answer, words));
        }
        catch (JsonException)
        {
            // An error page of something in between: its text says nothing we may rely on.
        }
        return new(default, new(status is >= 400 and < 500 ? Trouble.Refused : Trouble.Lost, status, "no answer of the Bot API"));
    }

    private TelegramError Refusal(int status, Answer answer, string words)
    {
        var code = answer.ErrorCode == 0 ? status : answer.ErrorCode;
        return new(Trouble.Refused, code, Redact(words), answer.Parameters?.RetryAfter, answer.Parameters?.MigrateToChatId);
    }

    private static bool IsTransport(Exception fault) => fault is HttpRequestException or OperationCanceledException or IOException;

    private static string Name(Exception fault) =>
        fault switch
        {
            HttpRequestException { HttpRequestError: var error } http => $"{error}: {http.Message}",
            OperationCanceledException => "no answer in time",
            _ => fault.GetType().Name,
        };

    private sealed record Raw(int Status, byte[] Body);
}
