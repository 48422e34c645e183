namespace MutualAid.Tests.Channels;

/// <summary>A clock that a test sets; timers run in real time.</summary>
internal sealed class MovedClock(DateTimeOffset now) : TimeProvider
{
    private long ticks = now.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Move(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);

    /// <summary>Never back.</summary>
    public void MoveTo(DateTime utc) => Interlocked.Exchange(ref ticks, Math.Max(utc.Ticks, Interlocked.Read(ref ticks)));
}
