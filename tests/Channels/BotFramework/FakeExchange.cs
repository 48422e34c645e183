using System.Text.Json.Nodes;

namespace MutualAid.Tests.Channels.BotFramework;

/// <summary>One request as it came over the wire.</summary>
internal sealed record FakeRequest(string Method, string Target, string? Authorization, string? ContentType, string Text)
{
    public JsonNode? Body => Text.Length == 0 ? null : JsonNode.Parse(Text);
}

/// <summary>A request with its answer, once that is there.</summary>
internal sealed class FakeExchange(FakeRequest request)
{
    public FakeRequest Request => request;
    public int Status { get; set; }
    public string Answer { get; set; } = "";
}

/// <summary>What the platform answers instead of doing as it is asked.</summary>
/// <param name="IsTakenFirst">It does as it is asked and then fails to say so.</param>
/// <param name="Hangs">It says nothing until nobody waits any more.</param>
internal sealed record FakeFault(
    int Status,
    string? Body = null,
    int? RetryAfter = null,
    bool IsTakenFirst = false,
    bool Cuts = false,
    bool Hangs = false,
    string? Location = null
);
