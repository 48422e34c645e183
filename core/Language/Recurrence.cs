namespace MutualAid.Core.Language;

/// <summary>Rules that repeat: 每周二、四上午九点, 每天晚8点, 工作日晚7点, 每月最后一天.</summary>
internal static class Recurrence
{
    public sealed record Rule(int End, IReadOnlyList<When> Next, Repetition Said);

    private enum Every
    {
        Day,
        WorkDay,
        Week,
        MonthDay,
        MonthEnd,
    }

    public static Rule? At(string text, int at, DateTime now)
    {
        if (Head(text, at) is not { } head)
        {
            return null;
        }

        var (times, end) = Times(text, head.End);
        return new Rule(end, Next(head, times, now), new Repetition(As(head.Every, head.On), times));
    }

    /// <summary>The first rule of a text that begins with 每: 每周三 晚8点.</summary>
    public static Rule? Find(string text, DateTime now)
    {
        for (var i = text.IndexOf('每', StringComparison.Ordinal); i >= 0; i = text.IndexOf('每', i + 1))
        {
            if (At(text, i, now) is { } rule)
            {
                return rule;
            }
        }

        return null;
    }

    private static Repeat As(Every every, HashSet<int> on) =>
        every switch
        {
            Every.Day => new Repeat(RepeatEvery.Day),
            Every.WorkDay => new Repeat(RepeatEvery.WorkDay),
            Every.Week => new Repeat(RepeatEvery.Week) { WeekDays = on.Sum(day => 1 << day) },
            _ => new Repeat(RepeatEvery.Month) { MonthDay = every == Every.MonthEnd ? 31 : on.First() },
        };

    private static (Every Every, HashSet<int> On, int End)? Head(string text, int at)
    {
        if (Days.Has(text, at, "工作日") || Days.Has(text, at, "每个工作日"))
        {
            return (Every.WorkDay, [], at + (text[at] == '每' ? 5 : 3));
        }

        if (Days.Has(text, at, "每天") || Days.Has(text, at, "每日"))
        {
            return (Every.Day, [], at + 2);
        }

        return text.Length > at && text[at] == '每' ? Month(text, at + 1) ?? Week(text, at + 1) : null;
    }

    private static (Every Every, HashSet<int> On, int End)? Month(string text, int i)
    {
        i += Days.Has(text, i, "个") ? 1 : 0;
        if (!Days.Has(text, i, "月"))
        {
            return null;
        }

        if (Days.Has(text, i + 1, "最后一天") || Days.Has(text, i + 1, "底"))
        {
            return (Every.MonthEnd, [], i + 1 + (text[i + 1] == '底' ? 1 : 4));
        }

        return Calendar.DayNumber(text, i + 1) is { } day && day.Day <= 31 ? (Every.MonthDay, [day.Day], day.End) : null;
    }

    private static (Every Every, HashSet<int> On, int End)? Week(string text, int i)
    {
        i += Days.Has(text, i, "个") ? 1 : 0;
        var word =
            Days.Has(text, i, "星期") || Days.Has(text, i, "礼拜") ? 2
            : Days.Has(text, i, "周") ? 1
            : 0;
        if (word == 0)
        {
            return null;
        }

        var on = new HashSet<int>();
        for (i += word; i < text.Length; i++)
        {
            var c = text[i];
            var day =
                c is '日' or '天' ? 0
                : Numerals.Digit(c) is >= 1 and <= 6 and var d ? d
                : c is >= '1' and <= '6' ? c - '0'
                : -1;
            var clock = Days.Has(text, i + 1, "点") || Days.Has(text, i + 1, ":");
            if (day >= 0 && !clock)
            {
                on.Add(day);
            }
            else if (!(c is '、' or ',' or '和' or '及' or '周'))
            {
                break;
            }
        }

        return on.Count > 0 ? (Every.Week, on, i) : null;
    }

    private static (List<TimeOnly> Times, int End) Times(string text, int i)
    {
        var times = new List<TimeOnly>();
        var part = DayPart.None;
        while (times.Count < 8 && Clocks.Read(text, i, part) is { HasHour: true, Hour: <= 24, Minute: < 60 } clock)
        {
            var late = clock.Part is DayPart.Evening or DayPart.Afternoon && clock.Hour < 12;
            times.Add(new TimeOnly((clock.Hour + (late ? 12 : 0)) % 24, clock.Minute));
            (i, part) = (clock.End, clock.Part);
            if (i >= text.Length || text[i] is not ('和' or '、' or ',' or '及'))
            {
                break;
            }

            i++;
        }

        return (times, i);
    }

    private static List<When> Next((Every Every, HashSet<int> On, int End) head, List<TimeOnly> times, DateTime now)
    {
        var next = new List<When>();
        var day = DateOnly.FromDateTime(now);
        for (var n = 0; n < 400 && next.Count < 3; n++, day = day.AddDays(1))
        {
            if (!Falls(head.Every, head.On, day))
            {
                continue;
            }

            var sorted = times.Count == 0 ? [(TimeOnly?)null] : times.Order().Select(t => (TimeOnly?)t);
            next.AddRange(sorted.Where(t => t is null || day.ToDateTime(t.Value) > now).Select(t => new When(day, t)).Take(3 - next.Count));
        }

        return next;
    }

    private static bool Falls(Every every, HashSet<int> on, DateOnly day) =>
        every switch
        {
            Every.Day => true,
            Every.WorkDay => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday),
            Every.Week => on.Contains((int)day.DayOfWeek),
            Every.MonthDay => on.Contains(day.Day),
            _ => day.AddDays(1).Day == 1,
        };
}
