using MutualAid.Core.Schedule;

namespace MutualAid.Admin;

/// <summary>How often somebody may try a password or a code. Who guesses at an account never locks out its holder on a known device.</summary>
internal sealed class Guesses(TimeProvider clock)
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly RecentCounts tries = new(Hour, clock);

    /// <summary>Counts a try, unless there were too many: then false, and nothing is compared.</summary>
    /// <param name="device">Of a device on which this account signed in before; null: an unknown one.</param>
    public bool MayTry(string account, string address, string? device)
    {
        (string Key, int Most, TimeSpan Within)[] limits = device is null
            ? [($"{account}@{address}", 5, Quarter), ($"{account}", 20, Hour), ($"@{address}", 60, Hour)]
            : [($"{account}#{device}", 10, Quarter)];
        lock (gate)
        {
            if (Array.Exists(limits, it => tries.Of(it.Key, it.Within) >= it.Most))
                return false;
            foreach (var (key, _, _) in limits)
                tries.Add(key);
            return true;
        }
    }
}
