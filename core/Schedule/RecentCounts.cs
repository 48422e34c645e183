namespace MutualAid.Core.Schedule;

/// <summary>How often something happened lately, by a key. Strangers choose keys, so what is over is forgotten.</summary>
/// <param name="kept">The longest time that is asked about.</param>
public sealed class RecentCounts(TimeSpan kept, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> times = new(StringComparer.Ordinal);
    private DateTimeOffset tidied;

    /// <summary>How many keys are remembered.</summary>
    public int Keys
    {
        get
        {
            lock (gate)
                return times.Count;
        }
    }

    public int Of(string key) => Of(key, kept);

    public int Of(string key, TimeSpan within)
    {
        var since = clock.GetUtcNow() - within;
        lock (gate)
            return times.TryGetValue(key, out var all) ? all.Count(it => it > since) : 0;
    }

    public void Add(string key)
    {
        lock (gate)
        {
            Forget();
            if (!times.TryGetValue(key, out var all))
                times[key] = all = new Queue<DateTimeOffset>();
            all.Enqueue(clock.GetUtcNow());
        }
    }

    /// <summary>Counts it, unless it happened so often already: then false.</summary>
    public bool Take(string key, int most)
    {
        lock (gate)
        {
            if (Of(key) >= most)
                return false;
            Add(key);
            return true;
        }
    }

    private void Forget()
    {
        var now = clock.GetUtcNow();
        if (now - tidied < kept / 4)
            return;
        tidied = now;
        foreach (var (key, all) in times)
        {
            while (all.TryPeek(out var first) && first <= now - kept)
                all.Dequeue();
            if (all.Count == 0)
                times.Remove(key);
        }
    }
}
