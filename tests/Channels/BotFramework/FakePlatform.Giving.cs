using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace MutualAid.Tests.Channels.BotFramework;

/// <summary>How the platform hands in what people do.</summary>
internal sealed partial class FakePlatform
{
    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false });

    /// <summary>The claims of a good token.</summary>
    public Dictionary<string, object?> Claims(string? serviceUrl = null)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        return new()
        {
            ["serviceurl"] = serviceUrl ?? ServiceUrl,
            ["nbf"] = now - 60,
            ["exp"] = now + 3600,
            ["iss"] = "https://api.botframework.com",
            ["aud"] = AppId,
        };
    }

    public async Task<(int Status, string Body)> DeliverAsync(JsonNode activity, string? header = null) =>
        await PostAsync(
            activity.ToJsonString(),
            header ?? $"Bearer {FakeKeys.Sign(Claims((string?)activity["serviceUrl"] ?? ServiceUrl))}"
        );

    public async Task<(int Status, string Body)> PostAsync(string body, params string[] headers)
    {
        using var request = Request(new StringContent(body, Encoding.UTF8, "application/json"), headers);
        var exchange = new FakeExchange(new FakeRequest("POST", "/api/messages", null, null, body));
        Exchanges.Enqueue(exchange);
        using var response = await client.SendAsync(request);
        (exchange.Status, exchange.Answer) = ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
        return (exchange.Status, exchange.Answer);
    }

    /// <summary>The line breaks in the middle of the words.</summary>
    public async Task BreakOffAsync(JsonNode activity)
    {
        using var half = new HalfContent(Encoding.UTF8.GetBytes(activity.ToJsonString()));
        half.Headers.ContentType = new("application/json");
        using var request = Request(half, Bearer(activity));
        await Assert.ThrowsAsync<HttpRequestException>(() => client.SendAsync(request));
    }

    private string Bearer(JsonNode activity) => $"Bearer {FakeKeys.Sign(Claims((string?)activity["serviceUrl"] ?? ServiceUrl))}";

    private HttpRequestMessage Request(HttpContent body, params string[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Bot, "/api/messages")) { Content = body };
        foreach (var header in headers)
            request.Headers.TryAddWithoutValidation("Authorization", header);
        return request;
    }

    private sealed class HalfContent(byte[] body) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(body.AsMemory(0, body.Length / 2));
            await stream.FlushAsync();
            throw new IOException("the line broke");
        }

        protected override bool TryComputeLength(out long length)
        {
            length = body.Length;
            return true;
        }
    }
}
