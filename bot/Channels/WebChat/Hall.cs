using System.Security.Cryptography;

namespace MutualAid.Bot.Channels.WebChat;

/// <summary>What was said lately, in memory only: people's talk never reaches the database or the log.</summary>
public sealed class Hall(TimeProvider clock)
{
    public const int Kept = 300;
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(48);
    private static readonly TimeSpan ToastsKeptFor = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly string run = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
    private readonly Dictionary<string, Chat> chats = [];
    private readonly Dictionary<string, long> refreshed = [];
    private readonly List<(long Change, string SeatId, DateTime At, Toast Toast)> toasts = [];
    private TaskCompletionSource changed = NewSignal();
    private long last;
    private long allRefreshed;

    /// <summary>A photo's line was dropped: its file may go.</summary>
    public event Action<string>? PhotoDropped;

    /// <summary>Adds a line at the end; false when its id is there already.</summary>
    public bool Add(string chatId, Line line)
    {
        lock (gate)
        {
            var chat = ChatOf(chatId);
            if (chat.Find(line.Id) is not null)
                return false;
            chat.Add(line with { Position = ++last, Changed = last });
            Drop(chat);
            if (!line.Waiting)
                Signal();
            return true;
        }
    }

    public Line? Find(string chatId, string id)
    {
        lock (gate)
            return ChatOf(chatId).Find(id);
    }

    /// <summary>Changes a line in its place; false when it is no longer kept.</summary>
    public bool Change(string chatId, string id, Func<Line, Line> change)
    {
        lock (gate)
        {
            var chat = ChatOf(chatId);
            if (chat.Find(id) is not { } line)
                return false;
            chat.Replace(change(line) with { Changed = ++last });
            Signal();
            return true;
        }
    }

    /// <summary>Gives up a place that was taken for a turn that failed.</summary>
    public void Withdraw(string chatId, string id)
    {
        lock (gate)
            ChatOf(chatId).Remove(id);
    }

    public void Pin(string chatId, string id)
    {
        lock (gate)
        {
            ChatOf(chatId).Pin(id, ++last);
            Signal();
        }
    }

    public void Tell(string seatId, Toast toast)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            toasts.RemoveAll(t => now - t.At > ToastsKeptFor);
            toasts.Add((++last, seatId, now, toast));
            Signal();
        }
    }

    /// <summary>Groups, people or roles changed: the pages of this person, or of all, ask again.</summary>
    public void Refresh(string? seatId = null)
    {
        lock (gate)
        {
            last++;
            if (seatId is null)
                allRefreshed = last;
            else
                refreshed[seatId] = last;
            Signal();
        }
    }

    /// <summary>Everything this person may see that changed after the cursor.</summary>
    public Batch Since(string? cursor, Seat seat)
    {
        lock (gate)
        {
            var after = Read(cursor);
            var reset = after is null;
            var from = after ?? 0;
            var mine = seat.Groups.Select(g => g.ChatId).Append(seat.PrivateChat).ToList();
            return new Batch(
                $"{run}-{last}",
                reset,
                !reset && (allRefreshed > from || refreshed.GetValueOrDefault(seat.Id) > from),
                [.. mine.Select(id => LinesOf(id, from, seat)).OfType<ChatLines>()],
                reset ? [] : [.. toasts.Where(t => t.SeatId == seat.Id && t.Change > from).Select(t => t.Toast)],
                reset ? [] : [.. mine.Where(id => ChatOf(id).DroppedUpTo > from)]
            );
        }
    }

    /// <summary>Ends when something changed after the signal was taken; take it before looking.</summary>
    public Task Changed()
    {
        lock (gate)
            return changed.Task;
    }

    private ChatLines? LinesOf(string id, long from, Seat seat)
    {
        var chat = ChatOf(id);
        Drop(chat);
        var lines = chat.Since(from).Where(line => line.IsFor(seat.Id)).ToList();
        return lines.Count == 0 && chat.PinnedChanged <= from ? null : new ChatLines(id, lines, chat.Pinned);
    }

    private long? Read(string? cursor)
    {
        var parts = cursor?.Split('-') ?? [];
        return parts.Length == 2 && parts[0] == run && long.TryParse(parts[1], out var after) && after <= last ? after : null;
    }

    private Chat ChatOf(string id) => chats.TryGetValue(id, out var chat) ? chat : chats[id] = new Chat();

    private void Drop(Chat chat)
    {
        foreach (var line in chat.Drop(Kept, clock.GetUtcNow().UtcDateTime - KeptFor))
        {
            if (line.Photo is { } photo)
                PhotoDropped?.Invoke(photo);
        }
    }

    private void Signal()
    {
        var done = changed;
        changed = NewSignal();
        done.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
