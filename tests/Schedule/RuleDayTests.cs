using MutualAid.Core.Data;
using MutualAid.Core.Schedule;

namespace MutualAid.Tests.Schedule;

/// <summary>A rule that repeats falls once on each of its days, by the calendar alone: every day of eighteen years, and where the clock is changed.</summary>
public class RuleDayTests
{
    private static readonly DateOnly First = new(2020, 1, 1);
    private static readonly DateOnly Last = new(2037, 12, 31);
    private static readonly int Days = Last.DayNumber - First.DayNumber + 1;
    private static readonly TimeOnly[] Hours = [new(0, 0), new(0, 1), new(7, 30), new(8, 0), new(12, 0), new(22, 0), new(23, 59)];

    public static TheoryData<string> Awkward =>
        [
            "Africa/Cairo",
            "Africa/Casablanca",
            "America/Havana",
            "America/Santiago",
            "Asia/Beirut",
            "Australia/Lord_Howe",
            "Pacific/Chatham",
        ];

    [Fact]
    public void In_Shanghai_every_rule_fires_once_on_each_of_its_days()
    {
        foreach (var at in Hours)
        {
            foreach (var rule in Rules("Asia/Shanghai", at))
                Assert.Equal(Expected(rule, First, Days).Select(day => day.ToDateTime(at).AddHours(-8)), Chain(rule, First, Last));
        }
    }

    [Theory]
    [MemberData(nameof(Awkward))]
    public void Where_the_clock_is_changed_every_rule_fires_once_on_each_of_its_days(string zone)
    {
        var changes = Changes(zone);
        Assert.True(changes.Count >= 17, $"{changes.Count} changes");
        foreach (var change in changes)
        {
            // Nine days hold each weekday; the day of the month is the changed one.
            var (first, last) = (change.AddDays(-4), change.AddDays(4));
            for (var quarter = 0; quarter < 96; quarter++)
            {
                foreach (var rule in Rules(zone, TimeOnly.MinValue.AddMinutes(15 * quarter), change.Day))
                    FiresOnce(rule, first, last);
            }
        }
    }

    private static void FiresOnce(RepeatRule rule, DateOnly first, DateOnly last)
    {
        var fired = Chain(rule, first, last);
        var days = Expected(rule, first, last.DayNumber - first.DayNumber + 1);
        Assert.Equal(days.Count, fired.Count);
        foreach (var (day, instant) in days.Zip(fired))
        {
            var (wall, wanted) = (Zone.ToLocal(instant, rule.TimeZone), day.ToDateTime(rule.At));
            // A time that the clock skips is moved to the end of the skip; never to before it, never by more.
            Assert.True(
                wall == wanted || (wall > wanted && wall - wanted <= TimeSpan.FromHours(1)),
                $"{rule.Every} {rule.At} in {rule.TimeZone}: {wanted:s} became {wall:s}"
            );
        }

        Assert.Equal(fired.Distinct().Order(), fired);
    }

    // As the engine does: planned from the moment before, then from date to date; a restart at any firing plans the same next.
    private static List<DateTime> Chain(RepeatRule rule, DateOnly first, DateOnly last)
    {
        var fired = new List<DateTime>();
        for (var date = rule.NextAfter(first.AddDays(-1)); date <= last; date = rule.NextAfter(date))
        {
            var instant = rule.Instant(date);
            Assert.Equal(date, rule.FirstAfter(instant.AddTicks(-1)));
            fired.Add(instant);
        }

        return fired;
    }

    private static List<DateOnly> Expected(RepeatRule rule, DateOnly first, int days) =>
        [
            .. Enumerable
                .Range(0, days)
                .Select(first.AddDays)
                .Where(day =>
                    rule.Every switch
                    {
                        Every.Day => true,
                        Every.WorkDay => (int)day.DayOfWeek is >= 1 and <= 5,
                        Every.Week => (rule.WeekDays >> (int)day.DayOfWeek) % 2 == 1,
                        _ => day.Day == rule.MonthDay || (day.AddDays(1).Day == 1 && rule.MonthDay > day.Day),
                    }
                ),
        ];

    private static IEnumerable<RepeatRule> Rules(string zone, TimeOnly at, params int[] monthDays)
    {
        RepeatRule Of(Every every, int weekDays = 0, int monthDay = 0) =>
            new()
            {
                TimeZone = zone,
                At = at,
                Every = every,
                WeekDays = weekDays,
                MonthDay = monthDay,
            };

        return
        [
            Of(Every.Day),
            Of(Every.WorkDay),
            .. Enumerable.Range(0, 7).Select(day => Of(Every.Week, weekDays: 1 << day)),
            Of(Every.Week, weekDays: 0b0101010),
            .. (monthDays.Length > 0 ? monthDays : [.. Enumerable.Range(1, 31)]).Select(day => Of(Every.Month, monthDay: day)),
        ];
    }

    private static List<DateOnly> Changes(string zone)
    {
        var found = Zone.Find(zone);
        TimeSpan Offset(DateOnly day) => found.GetUtcOffset(day.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc));
        return [.. Enumerable.Range(1, Days - 1).Select(First.AddDays).Where(day => Offset(day) != Offset(day.AddDays(-1)))];
    }
}
