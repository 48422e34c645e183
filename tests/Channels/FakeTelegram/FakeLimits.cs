namespace MutualAid.Tests.Channels.FakeTelegram;

/// <summary>The published limits; int.MaxValue turns one off.</summary>
internal sealed record FakeLimits
{
    public static readonly FakeLimits None = new()
    {
        GroupPerMinute = int.MaxValue,
        ChatBurst = int.MaxValue,
        PerSecond = int.MaxValue,
    };

    /// <summary>Sends and edits in one group in any 60 s.</summary>
    public int GroupPerMinute { get; init; } = 20;

    /// <summary>One message a second in a chat, after so many at once.</summary>
    public int ChatBurst { get; init; } = 5;

    /// <summary>Over all chats in any second.</summary>
    public int PerSecond { get; init; } = 30;
}

/// <summary>Counts what was accepted and refuses what is too much, with the seconds to wait.</summary>
internal sealed class FakeMeter(FakeLimits limits, TimeProvider time)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Dictionary<long, List<DateTimeOffset>> accepted = [];
    private readonly List<DateTimeOffset> overall = [];
    private readonly Dictionary<long, DateTimeOffset> closed = [];

    /// <summary>Calls that came although the chat was told to wait.</summary>
    public int Impatient { get; private set; }

    public void Take(FakeChat chat)
    {
        var now = time.GetUtcNow();
        RefuseInsideWindow(chat, now);
        var here = accepted.TryGetValue(chat.Id, out var known) ? known : accepted[chat.Id] = [];
        here.RemoveAll(at => at <= now - Minute);
        overall.RemoveAll(at => at <= now - Second);
        if (!chat.IsPrivate && here.Count >= limits.GroupPerMinute)
            Close(chat, here[0] + Minute, now);
        if (limits.ChatBurst < int.MaxValue && Level(here, now) + 1 > limits.ChatBurst)
            Close(chat, now + Second, now);
        if (overall.Count >= limits.PerSecond)
            Close(chat, overall[0] + Second, now);
        here.Add(now);
        overall.Add(now);
    }

    public void Close(FakeChat chat, DateTimeOffset until, DateTimeOffset now)
    {
        closed[chat.Id] = until;
        throw FakeRefusal.TooMany(Seconds(until - now));
    }

    public void RefuseInsideWindow(FakeChat chat, DateTimeOffset now)
    {
        if (!closed.TryGetValue(chat.Id, out var until) || until <= now)
            return;
        Impatient++;
        throw FakeRefusal.TooMany(Seconds(until - now));
    }

    private static int Seconds(TimeSpan wait) => Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));

    /// <summary>A bucket that leaks one a second.</summary>
    private static double Level(List<DateTimeOffset> accepted, DateTimeOffset now)
    {
        var (level, last) = (0.0, accepted.Count > 0 ? accepted[0] : now);
        foreach (var at in accepted)
        {
            level = Math.Max(0, level - (at - last).TotalSeconds) + 1;
            last = at;
        }
        return Math.Max(0, level - (now - last).TotalSeconds);
    }
}
