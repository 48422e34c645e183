using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Engine;

/// <summary>What waits to be carried: a lane a chat, one call at a time in each, in the order the rows were written.</summary>
internal sealed class Lanes
{
    private readonly Dictionary<string, Lane> lanes = new(StringComparer.Ordinal);
    private readonly HashSet<long> known = [];

    public void Add(Ticket ticket)
    {
        if (!known.Add(ticket.Id))
            return;
        if (!lanes.TryGetValue(ticket.Lane, out var lane))
            lanes[ticket.Lane] = lane = new Lane();
        lane.Add(ticket);
    }

    /// <summary>Takes what may go now; lanes of the taken rows are busy until <see cref="Done"/>.</summary>
    /// <param name="next">When to look again at the latest; null: when something new comes or ends.</param>
    public List<Ticket> Take(Func<string, RateLimits> limits, DateTime now, int most, out DateTime? next)
    {
        var taken = new List<Ticket>();
        next = null;
        // What somebody waits for goes before what thousands get.
        foreach (var (lane, isBulk) in lanes.Values.Select(lane => (lane, false)).Concat(lanes.Values.Select(lane => (lane, true))))
        {
            if (lane.Busy || lane.IsEmpty)
                continue;
            var ticket = lane.FirstDue(now);
            if (ticket is null)
            {
                next = Earlier(next, lane.NextDue);
                continue;
            }

            if (ticket.IsBulk != isBulk)
                continue;

            var pace = limits(ticket.Channel);
            // Answers to presses are not counted by the platform and go first.
            var allowed = ticket.Kind == OutboxKind.Answer ? now : pace.NextFor(ticket.ChatId, ticket.InGroup, now);
            if (lane.NotBefore > now || allowed > now || taken.Count >= most)
            {
                next = Earlier(next, taken.Count >= most ? now : Later(allowed, lane.NotBefore));
                continue;
            }

            if (ticket.Kind != OutboxKind.Answer)
                pace.Count(ticket.ChatId, now);
            lane.TakeFirst();
            lane.Busy = true;
            taken.Add(ticket);
        }

        return taken;
    }

    public void Done(Ticket ticket)
    {
        known.Remove(ticket.Id);
        var lane = lanes[ticket.Lane];
        lane.Busy = false;
        if (lane.IsEmpty && lane.NotBefore == DateTime.MinValue)
            lanes.Remove(ticket.Lane);
    }

    public void Hold(string laneName, DateTime until)
    {
        if (!lanes.TryGetValue(laneName, out var lane))
            lanes[laneName] = lane = new Lane();
        lane.NotBefore = until;
    }

    private static DateTime Earlier(DateTime? left, DateTime right) => left is { } time && time < right ? time : right;

    private static DateTime Later(DateTime left, DateTime right) => left > right ? left : right;

    private sealed class Lane
    {
        // Rows that are due keep the order in which they were written; a deletion due later does not hold them up.
        private readonly PriorityQueue<Ticket, long> due = new();
        private readonly PriorityQueue<Ticket, DateTime> later = new();

        public bool IsEmpty => due.Count == 0 && later.Count == 0;
        public DateTime NextDue => later.Peek().DueAt;
        public bool Busy { get; set; }
        public DateTime NotBefore { get; set; } = DateTime.MinValue;

        public void Add(Ticket ticket) => later.Enqueue(ticket, ticket.DueAt);

        public Ticket? FirstDue(DateTime now)
        {
            while (later.TryPeek(out _, out var time) && time <= now)
            {
                var ticket = later.Dequeue();
                due.Enqueue(ticket, ticket.Id);
            }

            return due.TryPeek(out var first, out _) ? first : null;
        }

        public void TakeFirst() => due.Dequeue();
    }
}

/// <summary>A row that waits; its text is read again right before the call.</summary>
internal sealed record Ticket(long Id, string Channel, string ChatId, bool InGroup, OutboxKind Kind, DateTime DueAt)
{
    /// <summary>The fence under which it is being attempted.</summary>
    public long Fence { get; init; }

    /// <summary>One of many alike: it lets others go first.</summary>
    public bool IsBulk { get; init; }

    // A toast has no place in the order of a chat's messages.
    public string Lane { get; } = Kind == OutboxKind.Answer ? $"{Channel}/{ChatId}/{Id}" : $"{Channel}/{ChatId}";

    public static Ticket Of(OutboxRow row) =>
        new(row.Id, row.Channel, row.ChatId, row.InGroup, row.Kind, row.DueAt) { IsBulk = row.BroadcastId is not null };
}
