using System.Collections.Concurrent;

namespace MutualAid.Bot.Channels.WeCom;

internal enum WayKind
{
    Message,
    Welcome,
    Press,
}

/// <summary>How a callback can be answered.</summary>
/// <param name="Id">Over the long connection the callback's own number, in URL mode an address.</param>
internal sealed record Way(string Id, WayKind Kind)
{
    public long Since { get; init; }

    /// <summary>Of a press: the card that was pressed, one of several of its message perhaps.</summary>
    public string TaskId { get; init; } = "";

    /// <summary>In URL mode, while the request of a press is open: it takes the card that is to stand there.</summary>
    public TaskCompletionSource<string>? Open { get; init; }
}

/// <summary>Ways to answer, each good for one answer and for a while; kept in memory only, since without one a chat is simply written to.</summary>
internal sealed class WeComWays(TimeProvider time)
{
    private const int Most = 10_000;

    /// <summary>The platform gives five seconds: less the time on the way.</summary>
    public TimeSpan ForPress { get; set; } = TimeSpan.FromSeconds(4.5);

    private readonly ConcurrentDictionary<string, Way> messages = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Way> presses = new(StringComparer.Ordinal);

    public void Keep(string messageId, Way way)
    {
        var kept = way.Kind == WayKind.Press ? presses : messages;
        if (kept.Count >= Most)
            foreach (var (old, _) in kept.Where(it => !IsGood(it.Value)))
                kept.TryRemove(old, out _);
        if (kept.Count < Most)
            kept[messageId] = way with { Since = time.GetTimestamp() };
    }

    public bool IsPressed(string messageId) => presses.TryGetValue(messageId, out var way) && IsGood(way);

    public Way? TakePress(string messageId) => presses.TryRemove(messageId, out var way) && IsGood(way) ? way : null;

    public Way? Take(string? messageId) => messageId is not null && messages.TryRemove(messageId, out var way) && IsGood(way) ? way : null;

    // A stream must end within six minutes, an address of URL mode is good for an hour by one source and five minutes by another.
    private bool IsGood(Way way) => time.GetElapsedTime(way.Since) < (way.Kind == WayKind.Message ? TimeSpan.FromMinutes(5) : ForPress);
}
