using System.Collections.Concurrent;

namespace MutualAid.Bot.Channels.WebChat;

/// <summary>At most so many in any window of time, per key.</summary>
internal sealed class SlidingCount(int most, TimeSpan window, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> times = [];

    public bool Take(string key)
    {
        var now = clock.GetUtcNow();
        var queue = times.GetOrAdd(key, _ => new Queue<DateTimeOffset>());
        lock (queue)
        {
            while (queue.TryPeek(out var first) && now - first >= window)
                queue.Dequeue();
            if (queue.Count >= most)
                return false;
            queue.Enqueue(now);
            return true;
        }
    }
}
