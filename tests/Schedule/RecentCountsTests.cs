using MutualAid.Core.Schedule;
using MutualAid.Tests.Channels;

namespace MutualAid.Tests.Schedule;

/// <summary>How often something happened lately.</summary>
public sealed class RecentCountsTests
{
    private readonly MovedClock clock = new(new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero));

    [Fact]
    public void So_many_are_let_through_in_any_span_of_time_and_each_key_has_its_own()
    {
        var counts = new RecentCounts(TimeSpan.FromSeconds(10), clock);
        for (var at = 0; at < 20; at++)
        {
            Assert.True(counts.Take("段丽华", most: 20));
            clock.Move(TimeSpan.FromMilliseconds(100));
        }

        Assert.False(counts.Take("段丽华", most: 20));
        Assert.True(counts.Take("巩文斌", most: 20));
        // The first is ten seconds old: one place is free, and what was refused took none.
        clock.Move(TimeSpan.FromSeconds(8));
        Assert.True(counts.Take("段丽华", most: 20));
        Assert.False(counts.Take("段丽华", most: 20));
    }

    [Fact]
    public void A_shorter_time_than_the_longest_can_be_asked_about()
    {
        var counts = new RecentCounts(TimeSpan.FromHours(1), clock);
        counts.Add("admin");
        clock.Move(TimeSpan.FromMinutes(15));
        counts.Add("admin");
        Assert.Equal((2, 1), (counts.Of("admin"), counts.Of("admin", TimeSpan.FromMinutes(15))));
        clock.Move(TimeSpan.FromMinutes(45));
        Assert.Equal((1, 0), (counts.Of("admin"), counts.Of("nobody")));
    }

    [Fact]
    public void Keys_that_strangers_made_up_do_not_pile_up()
    {
        var counts = new RecentCounts(TimeSpan.FromMinutes(10), clock);
        for (var at = 0; at < 1000; at++)
        {
            counts.Take($"{at}", most: 200);
            clock.Move(TimeSpan.FromSeconds(10));
        }

        Assert.InRange(counts.Keys, 60, 80);
    }
}
