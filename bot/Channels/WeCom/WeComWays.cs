using System.Collections.Concurrent;

namespace MutualAid.Bot.Channels.WeCom;

internal enum WayKind
{
    Message,
    Welcome,
    Press,
}

/// <summary>How a callback can be answered.</summary>
/// <param name="Id">Over the long connection the callback's own number; empty in URL mode.</param>
internal sealed record Way(string Id, WayKind Kind)
{
    public long Since { get; init; }

    /// <summary>It was used: a callback that comes again must not open it a second time.</summary>
    public bool IsSpent { get; init; }

    /// <summary>Of a press: the card that was pressed, one of several of its message perhaps.</summary>
    public string TaskId { get; init; } = "";

    /// <summary>In URL mode, while the request of a press is open: it takes the card that is to stand there.</summary>
    public TaskCompletionSource<string>? Open { get; init; }
}

/// <summary>Ways to answer, each good for one answer and for a while; kept in memory only, since without one a chat is simply written to.</summary>
internal sealed class WeComWays(TimeProvider time)
{
    private const int Most = 10_000;
    private const int MostAddresses = 20;
    private static readonly TimeSpan ForAddress = TimeSpan.FromMinutes(55);

    /// <summary>The platform gives five seconds: less the time on the way.</summary>
    public TimeSpan ForPress { get; set; } = TimeSpan.FromSeconds(4.5);

    private readonly ConcurrentDictionary<string, Way> messages = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentQueue<(string Address, long Since)>> addresses = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> brought = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (TaskCompletionSource<string> Card, long Since)> answers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Way> presses = new(StringComparer.Ordinal);

    /// <summary>URL mode: the card that answers a press. One that comes again, or twice at once, gets the same.</summary>
    public TaskCompletionSource<string> AnswerTo(string press)
    {
        if (answers.Count >= Most)
            foreach (var (old, _) in answers.Where(it => time.GetElapsedTime(it.Value.Since) > ForAddress))
                answers.TryRemove(old, out _);
        return answers.GetOrAdd(press, _ => (new(TaskCreationOptions.RunContinuationsAsynchronously), time.GetTimestamp())).Card;
    }

    public void Keep(string messageId, Way way)
    {
        var kept = way.Kind == WayKind.Press ? presses : messages;
        if (kept.Count >= Most)
            foreach (var (old, _) in kept.Where(it => !IsGood(it.Value)))
                kept.TryRemove(old, out _);
        if (kept.Count < Most && !(kept.TryGetValue(messageId, out var known) && IsRepeat(known, way)))
            kept[messageId] = way with { Since = time.GetTimestamp() };
    }

    /// <summary>URL mode: an address is good for one word to its chat, for an hour by the documents. A callback that comes again brings none.</summary>
    public void KeepAddress(string chatId, string address)
    {
        if (brought.Count >= Most)
            foreach (var (old, _) in brought.Where(it => time.GetElapsedTime(it.Value) > ForAddress))
                brought.TryRemove(old, out _);
        if (!brought.TryAdd(address, time.GetTimestamp()))
            return;
        var queue = addresses.GetOrAdd(chatId, _ => new ConcurrentQueue<(string, long)>());
        queue.Enqueue((address, time.GetTimestamp()));
        while (queue.Count > MostAddresses)
            queue.TryDequeue(out _);
    }

    /// <summary>Null: nobody spoke there within the hour, or all was said already.</summary>
    public (string Text, TimeSpan Age)? TakeAddress(string chatId)
    {
        while (addresses.TryGetValue(chatId, out var queue) && queue.TryDequeue(out var one))
        {
            if (time.GetElapsedTime(one.Since) is var age && age < ForAddress)
                return (one.Address, age);
        }

        return null;
    }

    public bool IsPressed(string messageId) => presses.TryGetValue(messageId, out var way) && IsGood(way);

    public Way? TakePress(string messageId) => Take(presses, messageId);

    public Way? Take(string? messageId) => messageId is null ? null : Take(messages, messageId);

    // A message comes again by its number; a card can be pressed again and again, each press with a number of its own.
    private static bool IsRepeat(Way known, Way way) =>
        known.IsSpent && (way.Kind != WayKind.Press || (way.Id.Length > 0 && way.Id == known.Id));

    private Way? Take(ConcurrentDictionary<string, Way> kept, string id) =>
        kept.TryGetValue(id, out var way) && IsGood(way) && kept.TryUpdate(id, way with { IsSpent = true }, way) ? way : null;

    // A stream must end within six minutes.
    private bool IsGood(Way way) =>
        !way.IsSpent && time.GetElapsedTime(way.Since) < (way.Kind == WayKind.Message ? TimeSpan.FromMinutes(5) : ForPress);
}
