using MutualAid.Core.Data;
using MutualAid.Core.Language;

namespace MutualAid.Tests.Language;

/// <summary>Rules that repeat, where the clock is changed: all zones and all changes of 2020–2037.</summary>
public sealed class DaylightTests
{
    private static readonly string[] Rules = ["每天0点", "每天凌晨1点半", "每天凌晨2点半", "每天凌晨3点", "每天23点半"];

    [Fact]
    public void A_daily_rule_fires_once_on_each_local_day_when_the_clock_is_changed()
    {
        var changes = 0;
        foreach (var zone in TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id))
        {
            foreach (var change in Changes(Zone.Find(zone), 2020, 2037))
            {
                changes++;
                Assert.All(Rules, rule => FiresOnceADay(rule, zone, change));
            }
        }

        Assert.True(changes > 2000, $"{changes} changes");
    }

    [Fact]
    public void Shanghai_kept_summer_time_from_1986_to_1991()
    {
        foreach (var change in Changes(Zone.Find("Asia/Shanghai"), 1986, 1991))
        {
            Assert.All(Rules, rule => FiresOnceADay(rule, "Asia/Shanghai", change));
        }
    }

    // As the engine does: the next time is worked out from the wall clock at the moment of firing.
    private static void FiresOnceADay(string rule, string zone, DateTime change)
    {
        var local = change.Date.AddDays(-2);
        var fired = new List<DateTime>();
        var days = new List<DateOnly>();
        while (local < change.Date.AddDays(3))
        {
            var next = Dates.Read(rule, local).Next[0];
            var wall = next.Date.ToDateTime(next.Time!.Value);
            days.Add(next.Date);
            fired.Add(Zone.ToUtc(wall, zone));
            local = Zone.ToLocal(fired[^1], zone);

            // Only where the clock skips the time does it fire later, at the end of the gap.
            Assert.True(
                local == wall || (local > wall && local - wall <= TimeSpan.FromHours(2)),
                $"{rule} in {zone}: {wall:s} became {local:s}"
            );
        }

        Assert.True(fired.Zip(fired.Skip(1)).All(pair => pair.First < pair.Second), $"{rule} in {zone} around {change:d}: not in order");
        Assert.True(
            days.Zip(days.Skip(1)).All(pair => pair.Second == pair.First.AddDays(1)),
            $"{rule} in {zone} around {change:d}: {string.Join(' ', days)}"
        );
    }

    private static IEnumerable<DateTime> Changes(TimeZoneInfo zone, int first, int last)
    {
        var end = new DateTime(last, 12, 31, 12, 0, 0, DateTimeKind.Utc);
        var offset = zone.GetUtcOffset(new DateTime(first, 1, 1, 12, 0, 0, DateTimeKind.Utc));
        for (var day = new DateTime(first, 1, 2, 12, 0, 0, DateTimeKind.Utc); day <= end; day = day.AddDays(1))
        {
            if (zone.GetUtcOffset(day) is var now && now != offset)
            {
                offset = now;
                yield return TimeZoneInfo.ConvertTimeFromUtc(day, zone);
            }
        }
    }
}
