namespace MutualAid.Tests.Channels;

/// <summary>A clock that a test sets; timers run in real time, or so many times faster.</summary>
internal sealed class MovedClock(DateTimeOffset now, int faster = 1) : TimeProvider
{
    private long ticks = now.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, Faster(dueTime), Faster(period));

    public void Move(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);

    /// <summary>Never back.</summary>
    public void MoveTo(DateTime utc) => Interlocked.Exchange(ref ticks, Math.Max(utc.Ticks, Interlocked.Read(ref ticks)));

    private TimeSpan Faster(TimeSpan wait) => wait == Timeout.InfiniteTimeSpan ? wait : wait / faster;
}
