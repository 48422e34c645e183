namespace MutualAid.Core.Language;

/// <summary>Spans from now: 三天内, 半小时后, 两小时十分钟后, 一周内.</summary>
internal static class Durations
{
    private const int MostParts = 4;

    private static readonly Lexicon After = new("之后 以后 后 过后");
    private static readonly Lexicon Within = new("之内 以内 内 里");

    public static Moment? At(string text, int at, DateTime now)
    {
        var i = at;
        var minutes = 0m;
        var days = 0m;
        for (var parts = 0; i < text.Length && parts < MostParts && Part(text, i) is { } part; parts++)
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
        while (i < text.Length && i < 24 && Part(text, i) is { } part)
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
