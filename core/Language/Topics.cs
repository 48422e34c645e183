namespace MutualAid.Core.Language;

/// <summary>A thing that is spoken of first and counted in a later clause.</summary>
internal static class Topics
{
    // 大米不用太多 wants some.
    public static readonly Lexicon Some = new("不用太多 不要太多 不用多 不要多 不用很多 不需要太多 不需要很多");

    public static readonly Lexicon Surplus = new(
        "吃不完 用不完 喝不完 用不着 用不上 穿不了 穿不上 穿不下 太多 多了 闲着 空着 放着 没人用 没人要 没人收 没人摘 收不完 多买了 买多了 没人收 没人摘 收不完 多买了 买多了"
    );

    public static Span Of(string text, Clause clause, ItemMode mode) =>
        Wanted(text, clause) is { IsEmpty: false } wanted ? wanted
        : Spare(text, clause, mode) is { IsEmpty: false } spare ? spare
        : Pointed(text, clause);

    private static Span Wanted(string text, Clause clause)
    {
        var at = Some.Find(text, clause.Start, clause.End);
        var name = at > clause.Start ? Nouns.Before(text, clause.Start, at, out _) : default;
        return !name.IsEmpty && Goods.Ends(name.Of(text)) ? name : default;
    }

    // 自家种的南瓜吃不完: how much is given, a later clause may say.
    private static Span Spare(string text, Clause clause, ItemMode mode)
    {
        var at = mode == ItemMode.Offer ? Surplus.Find(text, clause.Start, clause.End) : -1;
        var name = at > clause.Start ? Nouns.Before(text, clause.Start, at, out _) : default;
        return !name.IsEmpty && Goods.Ends(name.Of(text)) ? name : default;
    }

    // 家里那架电子琴放着落灰: which one is meant, a later clause may count.
    private static Span Pointed(string text, Clause clause)
    {
        for (var i = clause.Start; i < clause.End - 2; i++)
        {
            var measure = text[i] is '那' or '这' ? Units.At(text, i + 1) : 0;
            for (var end = i + 1 + measure; measure > 0 && end <= Math.Min(clause.End, i + 10); end++)
            {
                if (Goods.Heads.At(text, end) is var head and > 1 && end + head <= clause.End)
                {
                    return new Span(i + 1 + measure, end + head);
                }
            }
        }

        return default;
    }
}
