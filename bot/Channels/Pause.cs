namespace MutualAid.Bot.Channels;

/// <summary>A growing wait between tries, with some chance in it so that many copies do not come back at once.</summary>
internal sealed class Pause(TimeSpan first, TimeSpan longest, TimeProvider time)
{
    private TimeSpan? grown;

    public void Reset() => grown = null;

    /// <param name="seconds">What the platform asked for; null: the own growing wait.</param>
    public Task WaitAsync(int? seconds, CancellationToken stop)
    {
        if (seconds is { } asked)
            return Task.Delay(TimeSpan.FromSeconds(asked), time, stop);
        var wait = grown ?? first;
        grown = wait * 2 < longest ? wait * 2 : longest;
        return Task.Delay(wait * (0.8 + (0.4 * Random.Shared.NextDouble())), time, stop);
    }
}
