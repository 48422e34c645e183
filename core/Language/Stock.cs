namespace MutualAid.Core.Language;

/// <summary>Clauses beside the ask: what is left, used up or was given earlier.</summary>
internal static class Stock
{
    private static readonly Lexicon Negative = new(
        "都没有 都没 都不剩 不剩 也没有 一个没有 一把没有 都么有 都没了 也没了 也没 都莫得 都找不到 都买不到 也不剩 没有了 都找不出 都冇"
    );

    // 留着也没用 is given away.
    private static readonly Lexicon Unused = new("也没用 也没人用 也没人要 也没人穿 都没用过 都没人用 都没拆 也没拆 都没开 都没穿");

    // 放在四个帐篷区 tells where things go, not how many there are.
    private static readonly Lexicon Purpose = new(
        "放在 放到 摆在 摆到 发给 分给 供 用于 用在 分到 安在 装在 覆盖 服务 住着 住了 照顾 分送 分发"
    );

    private static readonly Lexicon Broken = Lexicon.Listed("StockBroken");

    private static readonly Lexicon Left = new(
        "最后 只剩 仅剩 就剩 只剩下 就剩下 只有 仅有 剩下 还剩 还剩下 现有 原有 库存 目前有 已有 已经有 手里有 手头有 现在有 剩的 才有 有的 有着"
    );

    private static readonly Lexicon Past = Lexicon.Listed("StockPast");

    private static readonly Lexicon Kept = new("捡了 捡到 收养了 救了 养了 生了");

    private static readonly Lexicon Asking = new(
        "也来 再来 有的话 需要 急需 还差 还缺 缺 求 申请 想要 再要 再给 再来 支援 要 需 不够 想申请 还需 need short_of want"
    );

    public static bool IsAside(string text, Clause clause, ItemMode mode)
    {
        if (Negative.Find(text, clause.Start, clause.End) is var none and >= 0 && Unused.At(text, none) == 0 && clause.Amounts.Count > 0)
        {
            return true;
        }

        if (mode == ItemMode.Command && clause.Amounts.Count > 0 && Kept.In(text, clause.Start, clause.Amounts[0].Start))
        {
            return true;
        }

        if (mode is ItemMode.Offer or ItemMode.Donation or ItemMode.Command || clause.Amounts.Count == 0)
        {
            return false;
        }

        var at = clause.Amounts[0].Start;
        if (Purpose.At(text, Skip(text, clause.Start)) > 0 || Broken.In(text, clause.Amounts[^1].End, clause.End))
        {
            return true;
        }

        var past = Past.Find(text, clause.Start, at);
        var told = past >= 0 && !(past > 0 && text[past] == '之' && text[past - 1] == '\u0001');
        return (told || Left.In(text, clause.Start, at)) && !Asking.In(text, clause.Start, at);
    }

    /// <summary>口罩一个都没有了: not one is left.</summary>
    public static bool IsGone(string text, Clause clause) =>
        clause.Amounts is [{ Value: 1, Bare: false } one]
        && (text.AsSpan(one.End).StartsWith("都没") || text.AsSpan(one.End).StartsWith("也没"));

    /// <summary>Whether the words between the places tell what is left.</summary>
    public static bool IsLeft(string text, int from, int to) => Left.In(text, from, to) && !Asking.In(text, from, to);

    private static int Skip(string text, int i)
    {
        while (i < text.Length && text[i] == ' ')
        {
            i++;
        }

        return i;
    }

    public static Span NameOf(string text, Clause clause)
    {
        if (clause.Amounts.Count == 0)
        {
            return default;
        }

        var amount = clause.Amounts[0];
        // 胰岛素打完了最后一针
        if (Depletions.Words.Find(text, clause.Start, amount.Start) is var gone && gone > clause.Start)
        {
            return Nouns.Before(text, clause.Start, gone, out _);
        }

        var after = Nouns.After(text, amount.End, clause.End);
        var before = Nouns.Before(text, clause.Start, amount.Start, out _);
        return !after.IsEmpty && Goods.Ends(after.Of(text)) ? after
            : before.IsEmpty ? default
            : before;
    }
}
