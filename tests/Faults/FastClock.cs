using System.Globalization;
using MutualAid.Bot.Engine;
using MutualAid.Tests.Faults;
using MutualAid.Tests.Schedule;

[assembly: HostingStartup(typeof(FastClockStartup))]

namespace MutualAid.Tests.Faults;

/// <summary>Time that runs faster, the same in several processes: minutes of pacing and doubt pass in seconds.</summary>
internal sealed class FastClock(DateTimeOffset start, int speed, TimeSpan ahead = default) : TimeProvider
{
    private TimeSpan ahead = ahead;

    public const string Variable = "TEST_CLOCK";

    public static FastClock FromNow(int speed) => new(TimeProvider.System.GetUtcNow(), speed);

    public static FastClock? FromEnvironment() =>
        Environment.GetEnvironmentVariable(Variable)?.Split(' ') is [var ticks, var speed, var ahead]
            ? new FastClock(
                new DateTimeOffset(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero),
                int.Parse(speed, CultureInfo.InvariantCulture),
                TimeSpan.FromTicks(long.Parse(ahead, CultureInfo.InvariantCulture))
            )
            : null;

    /// <summary>It is this time now; a process that runs already does not notice.</summary>
    public void MoveTo(DateTimeOffset time) => ahead += time - GetUtcNow();

    public string ForChild => $"{start.UtcTicks} {speed} {ahead.Ticks}";

    public override long TimestampFrequency => base.TimestampFrequency / speed;

    public override DateTimeOffset GetUtcNow() => start + ahead + ((base.GetUtcNow() - start) * speed);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, Faster(dueTime), Faster(period));

    private TimeSpan Faster(TimeSpan time) => time > TimeSpan.Zero ? time / speed : time;
}

/// <summary>Brings the clock of a test, and what it wants said, into the real program, by the platform's own door for such things.</summary>
public sealed class FastClockStartup : IHostingStartup
{
    public void Configure(IWebHostBuilder builder)
    {
        if (FastClock.FromEnvironment() is { } clock)
            builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(clock).AddSingleton<IDueAct, SayingAct>());
    }
}
