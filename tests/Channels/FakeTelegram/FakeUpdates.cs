using System.Text.Json.Nodes;

namespace MutualAid.Tests.Channels.FakeTelegram;

/// <summary>Updates that wait for the bot, with the law of getUpdates: what is below the offset is confirmed and gone.</summary>
internal sealed class FakeUpdates(FakeTelegramServer telegram)
{
    private static readonly string[] Default = ["message", "edited_message", "callback_query", "my_chat_member"];

    private readonly List<FakeUpdate> waiting = [];
    private readonly List<FakeUpdate> all = [];
    private long next = Random.Shared.Next(100_000_000, 500_000_000);
    private TaskCompletionSource? poller;

    /// <summary>Kinds the bot asked for; chat_member comes only when listed.</summary>
    public IReadOnlyCollection<string> Allowed { get; set; } = Default;

    public bool IsPolled => poller is not null;

    public int Pending => waiting.Count;

    public IReadOnlyList<FakeUpdate> All
    {
        get
        {
            lock (telegram.Gate)
                return [.. all];
        }
    }

    /// <summary>Every update waits this many times.</summary>
    public int Copies { get; set; } = 1;

    public void Add(string kind, JsonNode payload, long chat)
    {
        lock (telegram.Gate)
        {
            if (!Allowed.Contains(kind))
                return;
            var id = next++;
            var update = new FakeUpdate(id, chat, new JsonObject { ["update_id"] = id, [kind] = payload });
            all.Add(update);
            for (var copy = 0; copy < Copies; copy++)
                waiting.Add(update);
            telegram.Changed();
        }
    }

    /// <summary>Gives an update once more, however long ago it was confirmed.</summary>
    public void Redeliver(FakeUpdate update)
    {
        lock (telegram.Gate)
        {
            waiting.Add(update);
            telegram.Changed();
        }
    }

    public void Shuffle(int seed)
    {
        lock (telegram.Gate)
        {
            var mixed = waiting.ToArray();
            new Random(seed).Shuffle(mixed);
            waiting.Clear();
            waiting.AddRange(mixed);
        }
    }

    /// <summary>As after a quiet week: numbers begin again, lower.</summary>
    public void JumpDown() => next -= 50_000_000;

    public FakeUpdate? First(long chat) => waiting.Find(update => update.Chat == chat);

    public IEnumerable<long> Chats => waiting.Select(update => update.Chat).Distinct();

    public void Remove(FakeUpdate update) => waiting.Remove(update);

    public void Clear() => waiting.Clear();

    public async Task<JsonArray> PollAsync(long? offset, int limit, TimeSpan hold, CancellationToken gone)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Interlocked.Exchange(ref poller, mine)?.TrySetResult();
        telegram.Changed();
        var ends = Task.Delay(hold, telegram.Time, gone);
        while (true)
        {
            Task changed;
            lock (telegram.Gate)
            {
                telegram.RefuseWhileHooked();
                waiting.RemoveAll(update => update.Id < offset);
                if (Batch(offset, limit) is { Count: > 0 } || ends.IsCompleted)
                {
                    var given = Batch(offset, limit);
                    telegram.EmptyPolls += given.Count == 0 ? 1 : 0;
                    telegram.Changed();
                    return [.. given.Select(update => update.Json.DeepClone())];
                }
                changed = telegram.NextChange;
            }
            if (await Task.WhenAny(changed, ends, mine.Task) == mine.Task)
                throw new FakeRefusal(
                    409,
                    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
                );
            gone.ThrowIfCancellationRequested();
        }
    }

    private List<FakeUpdate> Batch(long? offset, int limit) => [.. waiting.Where(update => update.Id >= (offset ?? 0)).Take(limit)];
}

internal sealed record FakeUpdate(long Id, long Chat, JsonObject Json);
