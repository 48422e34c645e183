using MutualAid.Core.Language;

namespace MutualAid.Bot.Engine;

/// <summary>应该是150个，不好意思写错了: the one amount in a short sentence of the person who was asked for one.</summary>
/// <param name="IsSure">Besides it only manners are said.</param>
internal sealed record SpokenAmount(string Amount, bool IsSure)
{
    private const int Longest = 30;
    private const int LongestManners = 12;

    private static readonly char[] Stops = ['，', ',', '。', '！', '!', '；', ';', '~', '～', '\n'];
    private static readonly char[] Elsewhere = ['?', '？', '#', '＃'];
    private static readonly string[] Leads =
    [
        "应该是",
        "应该要",
        "应该",
        "其实是",
        "其实要",
        "其实",
        "我要的是",
        "是要",
        "是",
        "it should be ",
        "should be ",
    ];

    private static readonly string[] Manners =
    [
        "不好意思",
        "抱歉",
        "对不起",
        "错了",
        "写错",
        "打错",
        "说错",
        "谢谢",
        "麻烦",
        "辛苦",
        "sorry",
        "thank",
        "typo",
        "mistake",
    ];

    /// <summary>Null: it says something else, or more than one number.</summary>
    public static SpokenAmount? Read(string text)
    {
        if (text.Length > Longest || text.IndexOfAny(Elsewhere) >= 0)
            return null;
        var clauses = text.Split(Stops, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var others = clauses.Where(clause => AmountOf(clause) is null).ToList();
        return clauses.Select(AmountOf).OfType<string>().ToList() is [var amount] && !others.Exists(it => it.Any(char.IsDigit))
            ? new SpokenAmount(amount, others.TrueForAll(IsManners))
            : null;
    }

    private static string? AmountOf(string clause)
    {
        var lead = Array.Find(Leads, it => clause.StartsWith(it, StringComparison.OrdinalIgnoreCase)) ?? "";
        var amount = clause[lead.Length..];
        return Quantities.Read(amount).Outcome == QuantityOutcome.Value ? amount : null;
    }

    private static bool IsManners(string clause) =>
        clause.Length <= LongestManners && Array.Exists(Manners, it => clause.Contains(it, StringComparison.OrdinalIgnoreCase));
}
