using System.Collections.Frozen;

namespace MutualAid.Core.Language;

/// <summary>Reads the day: 明天, 下周三, 3月5日, 3.5, 月底, Friday.</summary>
internal static class Days
{
    public readonly record struct Day(int End, DateOnly Date, DayPart Part = DayPart.None)
    {
        /// <summary>2月30日: said clearly, but there is no such day; the date is the nearest valid one.</summary>
        public bool Impossible { get; init; }

        /// <summary>3.5 and 15号 are days only together with a clock or 前.</summary>
        public bool Weak { get; init; }
        public bool Weekend { get; init; }
        public bool Weekday { get; init; }
        public bool Past { get; init; }
    }

    private static readonly (string Word, int Offset, DayPart Part)[] Relative =
    [
        ("大后天", 3, DayPart.None),
        ("大后日", 3, DayPart.None),
        ("大前天", -3, DayPart.None),
        ("今天", 0, DayPart.None),
        ("今日", 0, DayPart.None),
        ("今儿个", 0, DayPart.None),
        ("今儿", 0, DayPart.None),
        ("今晚", 0, DayPart.Evening),
        ("今夜", 0, DayPart.Evening),
        ("今早", 0, DayPart.Morning),
        ("今晨", 0, DayPart.Morning),
        ("明天", 1, DayPart.None),
        ("明日", 1, DayPart.None),
        ("明儿个", 1, DayPart.None),
        ("明儿", 1, DayPart.None),
        ("明晚", 1, DayPart.Evening),
        ("明早", 1, DayPart.Morning),
        ("明晨", 1, DayPart.Morning),
        ("后天", 2, DayPart.None),
        ("后日", 2, DayPart.None),
        ("后儿", 2, DayPart.None),
        ("后晚", 2, DayPart.Evening),
        ("当天", 0, DayPart.None),
        ("昨天", -1, DayPart.None),
        ("昨日", -1, DayPart.None),
        ("昨晚", -1, DayPart.Evening),
        ("昨儿", -1, DayPart.None),
        ("前天", -2, DayPart.None),
        ("the day after tomorrow", 2, DayPart.None),
        ("tomorrow", 1, DayPart.None),
        ("tonight", 0, DayPart.Evening),
        ("today", 0, DayPart.None),
        ("yesterday", -1, DayPart.None),
    ];

    private static readonly FrozenDictionary<char, (string Word, int Offset, DayPart Part)[]> ByFirst = Relative
        .GroupBy(day => day.Word[0])
        .ToFrozenDictionary(same => same.Key, same => same.ToArray());

    public static Day? Read(string text, int at, DateOnly today)
    {
        foreach (var (word, offset, part) in ByFirst.GetValueOrDefault(text[at], []))
        {
            if (string.CompareOrdinal(text, at, word, 0, word.Length) == 0 && !(word == "后天" && at > 0 && text[at - 1] == '大'))
            {
                return new Day(at + word.Length, today.AddDays(offset), part) { Past = offset < 0 };
            }
        }

        return Week(text, at, today) ?? Month(text, at, today) ?? Calendar.Read(text, at, today) ?? EnglishDays.Read(text, at, today);
    }

    internal static bool Has(string text, int at, string word) => string.CompareOrdinal(text, at, word, 0, word.Length) == 0;

    private static (int Shift, int End) Shift(string text, int at)
    {
        var shift = 0;
        var i = at;
        while (i < text.Length && text[i] == '下' && i - at < 6)
        {
            shift++;
            i++;
        }

        if (i == at && i < text.Length)
        {
            (shift, i) = text[i] switch
            {
                '上' => (-1, i + 1),
                '这' or '本' => (0, i + 1),
                _ => (0, i),
            };
        }

        return (shift, i > at && i < text.Length && text[i] == '个' ? i + 1 : i);
    }

    private static Day? Week(string text, int at, DateOnly today)
    {
        var (shift, i) = Shift(text, at);
        var word =
            Has(text, i, "星期") || Has(text, i, "礼拜") ? 2
            : i < text.Length && text[i] is '周' ? 1
            : 0;
        if (word == 0 || i + word >= text.Length)
        {
            return null;
        }

        var c = text[i + word];
        var day = c switch
        {
            '日' or '天' or '7' or '七' or '末' => 7,
            >= '1' and <= '6' => c - '0',
            _ => Numerals.Digit(c) is >= 1 and <= 6 and var d && c != '两' ? d : 0,
        };
        var end = i + word + 1;
        if (day == 0 || (end < text.Length && text[end] is '期' or '岁' or '个' or '年' || (c == '日' && Has(text, end, "常"))))
        {
            return null;
        }

        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        return new Day(end, monday.AddDays((7 * shift) + day - 1))
        {
            Weekend = c == '末',
            Weekday = true,
            Past = shift < 0,
        };
    }

    private static Day? Month(string text, int at, DateOnly today)
    {
        var (shift, i) = Shift(text, at);
        if (i < text.Length && text[i] == '月' && i + 1 < text.Length)
        {
            var first = new DateOnly(today.Year, today.Month, 1).AddMonths(shift);
            var named = Part(text, i + 1, first);
            if (named is not null)
            {
                return named;
            }

            return i > at && Calendar.DayNumber(text, i + 1) is { } n ? Calendar.Make(n.End, first.Year, first.Month, n.Day) : null;
        }

        if (i == at && Has(text, at, "年底"))
        {
            return new Day(at + 2, new DateOnly(today.Year, 12, 31));
        }

        return i == at ? NumberedMonth(text, at, today) : null;
    }

    // 3月底, 3月中旬
    private static Day? NumberedMonth(string text, int at, DateOnly today)
    {
        if (
            at >= text.Length
            || Numerals.Read(text, at) is not { Kind: NumeralKind.Exact, Value: >= 1 and <= 12 } m
            || m.Value != decimal.Truncate(m.Value)
            || !Has(text, m.End, "月")
        )
        {
            return null;
        }

        var year = m.Value < today.Month ? today.Year + 1 : today.Year;
        return Part(text, m.End + 1, new DateOnly(year, (int)m.Value, 1));
    }

    private static Day? Part(string text, int at, DateOnly first)
    {
        var last = first.AddMonths(1).AddDays(-1);
        return Has(text, at, "底") || Has(text, at, "末") ? new Day(at + 1, last)
            : Has(text, at, "初") ? new Day(at + 1, first)
            : Has(text, at, "中旬") ? new Day(at + 2, first.AddDays(14))
            : Has(text, at, "中") && !Has(text, at, "中午") ? new Day(at + 1, first.AddDays(14))
            : null;
    }
}
