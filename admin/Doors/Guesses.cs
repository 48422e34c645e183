namespace MutualAid.Admin;

/// <summary>How often somebody may try a password or a code. Who guesses at an account never locks out its holder on a known device.</summary>
internal sealed class Guesses(TimeProvider clock)
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> times = new(StringComparer.Ordinal);
    private DateTimeOffset tidied;

    /// <summary>Counts a try, unless there were too many: then false, and nothing is compared.</summary>
    /// <param name="device">Of a device on which this account signed in before; null: an unknown one.</param>
    public bool MayTry(string account, string address, string? device)
    {
        (string Key, int Most, TimeSpan Within)[] limits = device is null
            ? [($"{account}@{address}", 5, Quarter), ($"{account}", 20, Hour), ($"@{address}", 60, Hour)]
            : [($"{account}#{device}", 10, Quarter)];
        lock (gate)
        {
            Tidy();
            if (Array.Exists(limits, it => Recent(it.Key, it.Within) >= it.Most))
                return false;
            foreach (var (key, _, _) in limits)
                Of(key).Enqueue(clock.GetUtcNow());
            return true;
        }
    }

    private int Recent(string key, TimeSpan within)
    {
        var since = clock.GetUtcNow() - within;
        return times.TryGetValue(key, out var tries) ? tries.Count(it => it > since) : 0;
    }

    private Queue<DateTimeOffset> Of(string key)
    {
        if (!times.TryGetValue(key, out var tries))
            times[key] = tries = new Queue<DateTimeOffset>();
        return tries;
    }

    private void Tidy()
    {
        var now = clock.GetUtcNow();
        if (now - tidied < Quarter)
            return;
        tidied = now;
        foreach (var (key, tries) in times)
        {
            while (tries.TryPeek(out var first) && first <= now - Hour)
                tries.Dequeue();
            if (tries.Count == 0)
                times.Remove(key);
        }
    }
}
