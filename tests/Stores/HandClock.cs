namespace MutualAid.Tests.Stores;

/// <summary>A clock that moves only by hand.</summary>
public sealed class HandClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;

    public void Move(TimeSpan by) => now += by;

    public void Set(DateTimeOffset to) => now = to;
}
