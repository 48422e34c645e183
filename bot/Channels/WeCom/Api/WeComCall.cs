using System.Net.Http.Headers;
using System.Text.Json;

namespace MutualAid.Bot.Channels.WeCom.Api;

/// <summary>One call over HTTP. Addresses hold keys, so nothing of HttpClient's may leave here: no exception, no address.</summary>
internal sealed class WeComCall(IHttpClientFactory clients, WeComSettings settings, TimeProvider time)
{
    public const string ClientName = "wecom";
    public const int LongestAnswer = 64 * 1024;

    public async Task<Ack> PostAsync(Uri address, Body message, CancellationToken stop)
    {
        var body = new ByteArrayContent(WeComJson.Write(message, WeComJson.Wire.Body));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        using var content = new DepartingContent(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        using var limit = new CancellationTokenSource(settings.Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            using var response = await clients.CreateClient(ClientName).SendAsync(request, either.Token);
            return Read((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(either.Token));
        }
        catch (Exception fault)
            when (fault is HttpRequestException or OperationCanceledException or IOException && !stop.IsCancellationRequested)
        {
            return new(content.Departed ? Fate.Lost : Fate.NotSent, Words: fault.GetType().Name);
        }
    }

    private static Ack Read(int status, byte[] body)
    {
        try
        {
            if (status == 200 && JsonSerializer.Deserialize(body, WeComJson.Wire.Verdict) is { } verdict)
                return new(Fate.Answered, verdict.Errcode, verdict.Errmsg ?? "");
        }
        catch (JsonException)
        {
            // A page of something in between: its text says nothing we may rely on.
        }

        return status is >= 400 and < 500 ? new(Fate.Answered, status, "refused") : new(Fate.Lost, status, $"HTTP {status}");
    }
}
