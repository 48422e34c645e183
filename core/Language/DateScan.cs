namespace MutualAid.Core.Language;

/// <summary>Finds moments in folded text.</summary>
internal static class DateScan
{
    private const string Times = "年月日号点时分小钟天周星礼工个半:./- ";

    private static readonly Lexicon Limits = new("之前 以前 前 前后 之内 以内 内 止 截止 为止");

    private static readonly Lexicon Announcing = new(
        "deadline deadline_is ddl due due_by 截止 截至 最晚 最迟 期限 截止日期 截止时间 截止日 最后期限"
    );

    // 交班前: before something of this day.
    private static readonly Lexicon Events = new("交班 下班 天黑 开饭 收摊 放学 打烊 关门 收工");

    /// <summary>The moment that begins at this place, if one does.</summary>
    public static Moment? At(string text, int at, DateTime now)
    {
        var c = text[at];
        if (!(Texts.IsHan(c) || char.IsAsciiLetterOrDigit(c)) || IsWithinNumber(text, at) || CountsOther(text, at))
        {
            return null;
        }

        var today = DateOnly.FromDateTime(now);
        if (Durations.At(text, at, now) is { } span)
        {
            return span;
        }

        if (Events.At(text, at) is var told and > 0 && IsLimited(text, at + told))
        {
            return new Moment(at, at + told) { HasDay = true, Date = today };
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

    // No moment begins in the middle of a run of digits.
    private static bool IsWithinNumber(string text, int at) =>
        at > 0 && char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at - 1])
        || at > 1 && Numerals.Digit(text[at]) >= 0 && Numerals.Digit(text[at - 1]) >= 0 && Numerals.Digit(text[at - 2]) >= 0;

    // 200盒: behind a number stands what it counts, and that is no time.
    private static bool CountsOther(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 24 && (Numerals.IsDigit(text[end]) || Numerals.IsMultiplier(text[end])))
        {
            end++;
        }

        return end > at && (end >= text.Length || !(char.IsAsciiLetter(text[end]) || Times.Contains(text[end])));
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
        if (day.Weak && clock is not { HasHour: true } && !IsLimited(text, clock?.End ?? day.End) && !IsAnnounced(text, at))
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

    // deadline 是 9/20
    private static bool IsAnnounced(string text, int at)
    {
        while (at > 0 && text[at - 1] is ' ' or ':' or '是' or '为' or '到' or '在')
        {
            at--;
        }

        return Announcing.Before(text, at) > 0;
    }

    private static bool IsLimited(string text, int at) =>
        Limits.At(text, at) > 0 || (at < text.Length && text[at] == ' ' && Limits.At(text, at + 1) > 0);
}
