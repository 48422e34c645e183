namespace MutualAid.Core.Language;

/// <summary>Finds moments in folded text.</summary>
internal static class DateScan
{
    private static readonly Lexicon Limits = new("之前 以前 前 前后 之内 以内 内 止 截止 为止");

    /// <summary>The moment that begins at this place, if one does.</summary>
    public static Moment? At(string text, int at, DateTime now)
    {
        var c = text[at];
        if (!(Texts.IsHan(c) || char.IsAsciiLetterOrDigit(c)))
        {
            return null;
        }

        var today = DateOnly.FromDateTime(now);
        if (Durations.At(text, at, now) is { } span)
        {
            return span;
        }

        if (Days.Read(text, at, today) is { } day)
        {
            return WithDay(text, at, day, now);
        }

        if (
            at > 0
            && (
                Numerals.IsDigit(text[at - 1])
                || Numerals.IsMultiplier(text[at - 1])
                || text[at - 1] is '.' or ':' or '第' or '这' or '有' && c is '一'
            )
        )
        {
            return null;
        }

        var clock = Clocks.Read(text, at, DayPart.None, bareAllowed: false);
        return clock is { HasHour: true } k && text[at] is not (' ' or '的')
            ? DayTimes.Resolve(new Moment(at, k.End) { HasClock = true }, null, k, now)
            : null;
    }

    /// <summary>The first moment at or after this place.</summary>
    public static Moment? Find(string text, int from, DateTime now)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (At(text, i, now) is { } moment)
            {
                return moment;
            }
        }

        return null;
    }

    private static Moment? WithDay(string text, int at, Days.Day day, DateTime now)
    {
        var bracket = Texts.PastBracket(text, day.End);
        var after = bracket > day.End && bracket - day.End <= 6 ? bracket : SkipWeekday(text, day.End, now);
        var clock = Clocks.Read(text, after, day.Part);
        if (day.Weak && clock is not { HasHour: true } && !IsLimited(text, clock?.End ?? day.End))
        {
            return null;
        }

        var moment = new Moment(at, clock?.End ?? day.End)
        {
            HasDay = true,
            HasClock = clock is { HasHour: true },
            Date = day.Date,
        };
        if (day.Impossible)
        {
            return moment with { Date = null, Doubt = DoubtKind.ImpossibleTime, Choices = [$"{day.Date.Month}月{day.Date.Day}日"] };
        }

        if (day.Past)
        {
            return moment with { Date = null, Doubt = DoubtKind.ImpossibleTime, Choices = ["今天", "明天"] };
        }

        if (day.Weekend && moment.HasClock)
        {
            var rest = text[day.End..moment.End];
            return moment with { Date = null, Doubt = DoubtKind.AmbiguousTime, Choices = ["周六" + rest, "周日" + rest] };
        }

        var resolved = clock is { HasHour: true } c ? DayTimes.Resolve(moment, day.Date, c, now) : moment;
        var past = day.Weekday && resolved.Doubt is null && resolved.Date < DateOnly.FromDateTime(now);
        return past ? resolved with { Doubt = DoubtKind.AmbiguousTime, Choices = [NextWeek(text, at, day.End, resolved)] } : resolved;
    }

    // 2月24日周一20:00, 3月5日星期四
    private static int SkipWeekday(string text, int at, DateTime now)
    {
        var i = at < text.Length && text[at] == ' ' ? at + 1 : at;
        return
            i < text.Length
            && text[i] is '周' or '星' or '礼'
            && Days.Read(text, i, DateOnly.FromDateTime(now)) is { Weekday: true } weekday
            ? weekday.End
            : at;
    }

    private static string NextWeek(string text, int at, int dayEnd, Moment moment) =>
        "下周" + text[dayEnd - 1] + text[Math.Min(dayEnd, moment.End)..moment.End];

    private static bool IsLimited(string text, int at) =>
        Limits.At(text, at) > 0 || (at < text.Length && text[at] == ' ' && Limits.At(text, at + 1) > 0);
}

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

    private static int Hour24(Clocks.Clock clock, bool daySaid) =>
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

/// <summary>Spans from now: 三天内, 半小时后, 两小时十分钟后, 一周内.</summary>
internal static class Durations
{
    private static readonly Lexicon After = new("之后 以后 后 过后");
    private static readonly Lexicon Within = new("之内 以内 内 里");

    public static Moment? At(string text, int at, DateTime now)
    {
        var i = at;
        var minutes = 0m;
        var days = 0m;
        while (i < text.Length && Part(text, i) is { } part)
        {
            (minutes, days, i) = (minutes + part.Minutes, days + part.Days, part.End);
        }

        var within = Within.At(text, i);
        var after = After.At(text, i);
        if (i == at || (within == 0 && after == 0) || days > 3660 || minutes > 5_000_000 || (days == 0 && minutes == 0))
        {
            return null;
        }

        var due = now.AddDays((double)days).AddMinutes((double)minutes);
        return new Moment(at, i + Math.Max(within, after))
        {
            Date = DateOnly.FromDateTime(due),
            Time = minutes > 0 ? new TimeOnly(due.Hour, due.Minute) : null,
            HasDay = true,
            HasClock = minutes > 0,
            Within = within > 0,
        };
    }

    /// <summary>The whole text as a span of time, in minutes; null when it is none.</summary>
    public static decimal? Minutes(string text)
    {
        var i = 0;
        var sum = 0m;
        while (i < text.Length && Part(text, i) is { } part)
        {
            (sum, i) = (sum + part.Minutes + (part.Days * 1440), part.End);
        }

        return i == text.Length && i > 0 ? sum : null;
    }

    private static (decimal Minutes, decimal Days, int End)? Part(string text, int at)
    {
        if (Days.Has(text, at, "半个小时") || Days.Has(text, at, "半小时") || Days.Has(text, at, "半个钟头"))
        {
            return (30, 0, at + (text[at + 1] == '个' ? 4 : 3));
        }

        if (Days.Has(text, at, "半个月"))
        {
            return (0, 15, at + 3);
        }

        if (
            Numerals.Read(text, at) is not { Kind: NumeralKind.Exact, Value: < 100_000 } n
            || (at > 0 && text[at - 1] is '第' or '.' or '/')
        )
        {
            return null;
        }

        var i = n.End;
        var half = Days.Has(text, i, "个半") ? 0.5m : 0m;
        i +=
            half > 0 ? 2
            : Days.Has(text, i, "个") ? 1
            : 0;
        return Scale(text, i) is { } s ? ((n.Value + half) * s.Minutes, (n.Value + half) * s.Days, s.End) : null;
    }

    private static (decimal Minutes, decimal Days, int End)? Scale(string text, int i) =>
        Days.Has(text, i, "小时") || Days.Has(text, i, "钟头") ? (60, 0, i + 2)
        : Days.Has(text, i, "分钟") ? (1, 0, i + 2)
        : Days.Has(text, i, "星期") || Days.Has(text, i, "礼拜") ? (0, 7, i + 2)
        : Days.Has(text, i, "工作日") ? (0, 1, i + 3)
        : Days.Has(text, i, "天") || Days.Has(text, i, "日") ? (0, 1, i + 1)
        : Days.Has(text, i, "周") ? (0, 7, i + 1)
        : Days.Has(text, i, "月") ? (0, 30, i + 1)
        : i < text.Length && text[i] == 'h' && !(i + 1 < text.Length && char.IsAsciiLetter(text[i + 1])) ? (60, 0, i + 1)
        : i < text.Length && text[i] == 'd' && !(i + 1 < text.Length && char.IsAsciiLetter(text[i + 1])) ? (0, 1, i + 1)
        : null;
}
