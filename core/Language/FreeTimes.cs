using System.Text.RegularExpressions;

namespace MutualAid.Core.Language;

/// <summary>When in a week somebody is free: 周末, 工作日晚上, 周二、四上午, weekends.</summary>
public sealed partial record FreeTimes
{
    /// <summary>Morning (to noon), afternoon (to 18:00), evening.</summary>
    private const int Parts = 3;
    private const int WholeWeek = (1 << (7 * Parts)) - 1;
    private const string Week = "日一二三四五六";

    private FreeTimes() { }

    /// <summary>Three bits a day, Sunday morning first; 0: nothing was said.</summary>
    public int Slots { get; private init; }

    /// <summary>The words that said it, as typed.</summary>
    public string Text { get; private init; } = "";

    internal IReadOnlyList<Span> Spans { get; private init; } = [];

    public static FreeTimes Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = Folding.Align(text.Length > Reader.Longest ? text[..Reader.Longest] : text);
        var found = Said().Matches(folded).ToList();
        return new FreeTimes
        {
            Slots = found.Aggregate(0, (slots, each) => slots | Of(each)),
            Text = string.Join('、', found.Select(each => text.Substring(each.Index, each.Length).Trim())),
            Spans = found.ConvertAll(each => new Span(each.Index, each.Index + each.Length)),
        };
    }

    /// <summary>Whether all of these hours lie in free parts of the week; who said nothing may always be asked.</summary>
    /// <param name="from">Local.</param>
    /// <param name="to">Local.</param>
    public static bool Cover(int slots, DateTime from, DateTime to)
    {
        if (slots == 0)
            return true;
        for (var at = from; at < to; at = Next(at))
        {
            if ((slots & (1 << Slot((int)at.DayOfWeek, PartOf(at)))) == 0)
                return false;
        }

        return true;
    }

    private static DateTime Next(DateTime at) =>
        at.Date.AddHours(
            PartOf(at) switch
            {
                0 => 12,
                1 => 18,
                _ => 24,
            }
        );

    private static int PartOf(DateTime at) =>
        at.Hour < 12 ? 0
        : at.Hour < 18 ? 1
        : 2;

    private static int Slot(int day, int part) => (day * Parts) + part;

    private static int Of(Match said)
    {
        var parts = said.Groups["parts"].Value;
        var (all, morning, afternoon, evening) = (
            parts.Length == 0,
            Has(parts, "早", "上午", "白天", "morning"),
            Has(parts, "下午", "白天", "中午", "afternoon"),
            Has(parts, "晚", "evening", "night")
        );
        var mask = (all || morning ? 1 : 0) | (all || afternoon ? 2 : 0) | (all || evening ? 4 : 0);
        return Enumerable.Range(0, 7).Where(day => IsOn(said.Groups["days"].Value, day)).Sum(day => mask << (day * Parts)) & WholeWeek;
    }

    private static bool IsOn(string days, int day)
    {
        var isWeekend = day is 0 or 6;
        if (Has(days, "每天", "天天", "随时", "any", "every"))
            return true;
        if (Has(days, "周末", "weekend"))
            return isWeekend;
        if (Has(days, "工作日", "平时", "weekday"))
            return !isWeekend;
        var said = days.Replace('天', '日');
        if (Range().Match(said) is { Success: true } range)
            return Between(Week.IndexOf(range.Groups[1].Value[0]), Week.IndexOf(range.Groups[2].Value[0]), day);
        return said.Contains(Week[day], StringComparison.Ordinal);
    }

    // 周一到周日 ends with the Sunday after it.
    private static bool Between(int first, int last, int day) => ((day - first + 7) % 7) <= ((last - first + 7) % 7);

    private static bool Has(string text, params string[] words) => words.Any(word => text.Contains(word, StringComparison.Ordinal));

    [GeneratedRegex(
        """
            (?:(?<days>每天|天天|随时|周末|工作日|平时|any ?time|every ?day|weekends?|weekdays?|(?:周|星期|礼拜)[一二三四五六日天](?:[、,和至到\-–]{0,1}(?:周|星期|礼拜)?[一二三四五六日天])*)的?\s*(?<parts>(?:早上|上午|早|中午|下午|白天|晚上|晚|mornings?|afternoons?|evenings?|nights?)(?:[、,和或/ ]{0,1}(?:早上|上午|中午|下午|晚上|晚|mornings?|afternoons?|evenings?))*)?)\s*(?:都|我)?(?:有空|可以|能来|有时间|空|free)?
            """
    )]
    private static partial Regex Said();

    [GeneratedRegex("([一二三四五六日])[至到–-](?:周|星期|礼拜)?([一二三四五六日])")]
    private static partial Regex Range();
}
