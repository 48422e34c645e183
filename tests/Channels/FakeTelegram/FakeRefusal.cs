using System.Text.Json.Nodes;

namespace MutualAid.Tests.Channels.FakeTelegram;

/// <summary>The Bot API says no.</summary>
internal sealed class FakeRefusal(int code, string description, JsonObject? parameters = null) : Exception(description)
{
    public int Code => code;

    public JsonObject? Parameters => parameters;

    public static FakeRefusal Bad(string what) => new(400, $"Bad Request: {what}");

    public static FakeRefusal Forbidden(string what) => new(403, $"Forbidden: {what}");

    public static FakeRefusal TooMany(int seconds) =>
        new(429, $"Too Many Requests: retry after {seconds}", new JsonObject { ["retry_after"] = seconds });
}
