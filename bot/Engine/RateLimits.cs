namespace MutualAid.Bot.Engine;

/// <summary>Keeps a platform's published limits: overall, per chat and per group. Not safe for several threads: the courier's loop owns it.</summary>
public sealed class RateLimits(Pace pace)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    // Calls do not all travel equally fast: what left within a second may arrive within less.
    private static readonly TimeSpan SecondOnTheWay = TimeSpan.FromMilliseconds(1015);

    private readonly Window overall = new(pace.PerSecond, SecondOnTheWay);
    private readonly Dictionary<string, Windows> chats = new(StringComparer.Ordinal);
    private DateTime closedUntil = DateTime.MinValue;

    /// <summary>The whole channel was told to wait.</summary>
    public void CloseUntil(DateTime time) => closedUntil = time > closedUntil ? time : closedUntil;

    /// <summary>The first moment at which a call may go to this chat; not later than <paramref name="now"/>: it may go now.</summary>
    public DateTime NextFor(string chatId, bool inGroup, DateTime now)
    {
        var chat = Chat(chatId);
        var next = Later(closedUntil, overall.Next(now));
        foreach (var window in chat.Anywhere)
            next = Later(next, window.Next(now));
        return inGroup ? Later(next, chat.GroupMinute.Next(now)) : next;
    }

    public void Count(string chatId, DateTime now)
    {
        overall.Count(now);
        var chat = Chat(chatId);
        chat.GroupMinute.Count(now);
        foreach (var window in chat.Anywhere)
            window.Count(now);
    }

    private Windows Chat(string chatId)
    {
        if (!chats.TryGetValue(chatId, out var chat))
        {
            chats[chatId] = chat = new Windows(
                new Window(pace.PerGroupPerMinute, Minute),
                [
                    new Window(pace.PerChatPerSecond, Second),
                    new Window(pace.PerChatPerMinute, Minute),
                    new Window(pace.PerChatPerHour, Hour),
                ]
            );
        }

        return chat;
    }

    private static DateTime Later(DateTime left, DateTime right) => left > right ? left : right;

    private sealed record Windows(Window GroupMinute, Window[] Anywhere);

    /// <summary>At most so many in any span: no burst at a boundary.</summary>
    private sealed class Window(int? most, TimeSpan span)
    {
        private readonly Queue<DateTime> times = new();

        public DateTime Next(DateTime now)
        {
            if (most is null)
                return DateTime.MinValue;
            while (times.Count > 0 && times.Peek() + span <= now)
                times.Dequeue();
            return times.Count < most ? DateTime.MinValue : times.Peek() + span;
        }

        public void Count(DateTime now)
        {
            if (most is not null)
                times.Enqueue(now);
        }
    }
}
