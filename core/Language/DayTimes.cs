namespace MutualAid.Core.Language;

/// <summary>Puts day, part of the day and hour together.</summary>
internal static class DayTimes
{
    public static Moment Resolve(Moment moment, DateOnly? said, Clocks.Clock clock, DateTime now)
    {
        var day = said ?? DateOnly.FromDateTime(now);
        if (clock.TwoHours)
        {
            return Ask(moment, said, [$"{clock.Hour}点", $"{clock.Hour + 1}点"], clock);
        }

        if (clock.Hour > 24 || clock.Minute > 59 || (clock.Hour == 24 && clock.Minute > 0))
        {
            return moment with { Date = null, Doubt = DoubtKind.ImpossibleTime, Choices = [$"{Math.Min(clock.Hour, 23)}:00"] };
        }

        if (clock.Part == DayPart.Evening && clock.Hour is >= 1 and <= 4)
        {
            return Ask(moment, said, [$"凌晨{clock.Hour}点", $"下午{clock.Hour}点"], clock);
        }

        var hour = Hour24(clock, said is not null);
        if (said is null && clock.Part == DayPart.None && clock.Hour is >= 1 and <= 12)
        {
            return NextOnDial(moment, day, clock, now);
        }

        var midnight = hour == 24 || (hour == 0 && clock.Part == DayPart.Evening) || (said is null && hour == 0 && clock.Hour is 0 or 12);
        var date = midnight ? day.AddDays(1) : day;
        var time = new TimeOnly(hour % 24, clock.Minute);
        var passed = said is null && date.ToDateTime(time) <= now;
        return moment with { Date = passed ? date.AddDays(1) : date, Time = time };
    }

    public static int Hour24(Clocks.Clock clock, bool daySaid) =>
        clock.Part switch
        {
            DayPart.Dawn => clock.Hour == 12 ? 0 : clock.Hour,
            DayPart.Noon => clock.Hour is >= 1 and <= 3 ? clock.Hour + 12 : clock.Hour,
            DayPart.Afternoon => clock.Hour is >= 1 and <= 11 ? clock.Hour + 12 : clock.Hour,
            DayPart.Evening => clock.Hour is >= 5 and <= 12 ? clock.Hour + 12 : clock.Hour,
            DayPart.None => daySaid && clock.Hour is >= 1 and <= 5 && clock.Minute >= 0 ? clock.Hour + 12 : clock.Hour,
            _ => clock.Hour,
        };

    // 八点 at nine in the morning is eight in the evening.
    private static Moment NextOnDial(Moment moment, DateOnly day, Clocks.Clock clock, DateTime now)
    {
        var at = day.ToDateTime(new TimeOnly(clock.Hour % 12, clock.Minute)).AddHours(clock.Hour == 12 ? 12 : 0);
        while (at <= now)
        {
            at = at.AddHours(12);
        }

        return moment with
        {
            Date = DateOnly.FromDateTime(at),
            Time = TimeOnly.FromDateTime(at),
        };
    }

    private static Moment Ask(Moment moment, DateOnly? day, IReadOnlyList<string> choices, Clocks.Clock clock) =>
        moment with
        {
            Date = day,
            Time = null,
            Doubt = DoubtKind.AmbiguousTime,
            Choices = [.. choices.Select(c => (day is { } d ? $"{d.Month}月{d.Day}日" : "") + PartWord(clock, c) + c)],
        };

    private static string PartWord(Clocks.Clock clock, string choice) =>
        char.IsAsciiDigit(choice[0])
            ? clock.Part switch
            {
                DayPart.Afternoon => "下午",
                DayPart.Evening => "晚上",
                DayPart.Morning => "早上",
                DayPart.Noon => "中午",
                DayPart.Dawn => "凌晨",
                _ => "",
            }
            : "";
}
