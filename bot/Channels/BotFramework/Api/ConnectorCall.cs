using System.Net.Http.Headers;
using System.Text.Json;
using MutualAid.Bot.Channels.Photos;

namespace MutualAid.Bot.Channels.BotFramework.Api;

/// <summary>One call to the connector. The token leaves for listed hosts alone, and a redirect is followed nowhere.</summary>
internal sealed class ConnectorCall(
    IHttpClientFactory clients,
    ServiceHosts hosts,
    AccessToken tokens,
    BotFrameworkSettings settings,
    TimeProvider time
)
{
    public const string ClientName = "botframework";
    public const int LongestAnswer = KeptPhotos.Largest;
    private const int LongestReason = 200;

    /// <param name="path">Below the service address, its parts escaped.</param>
    /// <param name="body">Null: none.</param>
    public async Task<ConnectorReply> AskAsync(
        HttpMethod method,
        string? serviceUrl,
        string path,
        byte[]? body,
        CancellationToken stop,
        TimeSpan? patience = null
    )
    {
        // Asked at each call: the list may have become shorter since the address was stored.
        if (hosts.Read(serviceUrl) is not { } service)
            return Failed(new(Trouble.Refused, 0, null, "the service address is not in BotFramework:AllowedServiceHosts"));
        return await AskAsync(method, new Uri(service.AbsoluteUri + path), body, patience ?? settings.Patience, stop);
    }

    /// <summary>What somebody sent beside the words.</summary>
    public async Task<ConnectorReply> FetchAsync(string file, TimeSpan patience, CancellationToken stop) =>
        hosts.ReadFile(file) is { } address
            ? await AskAsync(HttpMethod.Get, address, null, patience, stop)
            : Failed(new(Trouble.Refused, 0, null, "the host of the file is not in BotFramework:AllowedServiceHosts"));

    private async Task<ConnectorReply> AskAsync(HttpMethod method, Uri address, byte[]? body, TimeSpan patience, CancellationToken stop)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            var token = await tokens.GetAsync(stop);
            if (token.Value is not { } bearer)
                return Failed(new(Trouble.NotSent, 0, null, token.Fault ?? "no token"));
            var reply = await SendAsync(method, address, bearer, body, patience, stop);
            if (reply.Error is not { Status: 401 } || !isFirst)
                return reply;
            tokens.Drop(bearer);
        }
    }

    private async Task<ConnectorReply> SendAsync(
        HttpMethod method,
        Uri address,
        string bearer,
        byte[]? body,
        TimeSpan patience,
        CancellationToken stop
    )
    {
        using var content = new DepartingContent(new ByteArrayContent(body ?? []));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : content };
        if (bearer.Length > 0)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        try
        {
            using var limit = new CancellationTokenSource(patience, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
            using var response = await clients.CreateClient(ClientName).SendAsync(request, either.Token);
            var answer = await response.Content.ReadAsByteArrayAsync(either.Token);
            return response.IsSuccessStatusCode ? new(answer, null) : Failed(Refusal(response, answer));
        }
        catch (Exception fault)
            when (fault is HttpRequestException or OperationCanceledException or IOException && !stop.IsCancellationRequested)
        {
            return Failed(new(body is null || content.Departed ? Trouble.Lost : Trouble.NotSent, 0, null, Name(fault)));
        }
    }

    private ConnectorError Refusal(HttpResponseMessage response, byte[] answer)
    {
        var error = Parse(answer);
        var text = error?.Message ?? response.ReasonPhrase ?? "";
        var after = response.Headers.RetryAfter;
        return new(
            Trouble.Refused,
            (int)response.StatusCode,
            error?.Code,
            text.Length > LongestReason ? text[..LongestReason] : text,
            after?.Delta ?? (after?.Date - time.GetUtcNow())
        );
    }

    private static ErrorBody? Parse(byte[] answer)
    {
        try
        {
            return JsonSerializer.Deserialize(answer, ActivityJson.Wire.ErrorResponse)?.Error;
        }
        catch (JsonException)
        {
            // A page of something in between: its text says nothing we may rely on.
            return null;
        }
    }

    private static string Name(Exception fault) =>
        fault is HttpRequestException { HttpRequestError: var error } ? $"{error}"
        : fault is OperationCanceledException ? "no answer in time"
        : fault.GetType().Name;

    private static ConnectorReply Failed(ConnectorError error) => new(ReadOnlyMemory<byte>.Empty, error);
}
