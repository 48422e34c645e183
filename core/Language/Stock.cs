namespace MutualAid.Core.Language;

/// <summary>Clauses beside the ask: what is left, used up or was given earlier.</summary>
internal static class Stock
{
    private static readonly Lexicon Negative = new(
        "都没有 都没 都不剩 不剩 也没有 一个没有 一把没有 都么有 都没了 也没了 也没 都莫得 都找不到 都买不到 也不剩 没有了 都找不出 都冇"
    );

    private static readonly Lexicon Left = new(
        "只剩 仅剩 就剩 只剩下 就剩下 只有 仅有 剩下 还剩 还剩下 现有 原有 库存 目前有 已有 已经有 手里有 手头有 现在有 剩的 才有 有的 有着"
    );

    private static readonly Lexicon Past = new(
        "昨天 前天 上次 上周 上回 之前发 之前领 已经领 领过 领了 发了 用了 用掉 用掉了 消耗 分了 分完 已发 上个月 前几天 之前 刚发 才发 刚领 消耗掉 要用 得用 用 消耗了 坏了 丢了 报废 原来 去年 每天 一天 一人 每人"
    );

    private static readonly Lexicon Asking = new(
        "需要 急需 还差 还缺 缺 求 申请 想要 再要 再给 再来 支援 要 需 不够 想申请 还需 need short_of want"
    );

    public static bool IsAside(string text, Clause clause, ItemMode mode)
    {
        if (Negative.In(text, clause.Start, clause.End) && clause.Amounts.Count > 0)
        {
            return true;
        }

        if (mode is ItemMode.Offer or ItemMode.Donation or ItemMode.Command || clause.Amounts.Count == 0)
        {
            return false;
        }

        var at = clause.Amounts[0].Start;
        var aside = (Left.In(text, clause.Start, at) || Past.In(text, clause.Start, at)) && !Asking.In(text, clause.Start, at);
        return aside;
    }

    public static Span NameOf(string text, Clause clause)
    {
        if (clause.Amounts.Count == 0)
        {
            return default;
        }

        var amount = clause.Amounts[0];
        var after = Nouns.After(text, amount.End, clause.End);
        var before = Nouns.Before(text, clause.Start, amount.Start, out _);
        return !after.IsEmpty && Goods.Ends(after.Of(text)) ? after
            : before.IsEmpty ? default
            : before;
    }
}

/// <summary>Sizes within a name (500ml酒精 30瓶) and numbers that are names (84消毒液).</summary>
internal static class Sizes
{
    private static readonly Lexicon Brands = new("84 75 95 3m 7502 999 666 360");
    private static readonly Lexicon Measures = new("ml 毫升 g 克 mg 毫克 l 升 kg 公斤 千克 斤 米 厘米 cm 片 粒 抽 支 只 个 寸 度 码");

    /// <summary>The amounts of a clause without those that only name a size.</summary>
    public static List<Amount> Drop(string text, Clause clause)
    {
        var kept = new List<Amount>();
        for (var n = 0; n < clause.Amounts.Count; n++)
        {
            var amount = clause.Amounts[n];
            var next = n + 1 < clause.Amounts.Count ? clause.Amounts[n + 1] : null;
            if (next is null || !NamesSize(text, amount, next, n == 0 ? clause.Start : clause.Amounts[n - 1].End))
            {
                kept.Add(amount);
            }
        }

        return kept;
    }

    public static bool IsBrand(string text, Amount amount) => Brands.At(text, amount.Start) == amount.End - amount.Start;

    private static bool NamesSize(string text, Amount amount, Amount next, int from)
    {
        if (amount.UnitEnd == amount.UnitStart)
        {
            return IsBrand(text, amount) && next.UnitEnd > next.UnitStart && Nouns.Before(text, from, amount.Start, out _).IsEmpty;
        }

        var unit = text[amount.UnitStart..amount.UnitEnd];
        var between = text[amount.End..next.Start].Trim(' ', '*', 'x', '/');
        if (between.Length == 0)
        {
            return Measures.Is(unit) && !Nouns.Before(text, from, amount.Start, out _).IsEmpty;
        }

        return Units.IsSize(unit)
            && Nouns.Before(text, from, amount.Start, out _).IsEmpty
            && !Nouns.Before(text, amount.End, next.Start, out var adjacent).IsEmpty
            && adjacent;
    }
}

/// <summary>Counts of people: helpers are asked for, inhabitants are not.</summary>
internal static class People
{
    private static readonly Lexicon Measures = new("人 名 位 口 人次");

    private static readonly Lexicon Roles = new(
        """
        志愿者 义工 工 员 师 师傅 医生 护士 大夫 医护 司机 人手 帮手 翻译 保安 保洁 厨师 劳力 劳动力 壮劳力 小伙 小伙子 青年 咨询师 骨干 社工 老师 电工 党员 队员 后备 志愿 专家 律师 保姆 护工 向导 主播 主持人 家教 教练 摄影 模特
        volunteer volunteers driver drivers nurse nurses doctor doctors helpers helper people workers worker
        """
    );

    public static bool Counts(string unit) => Measures.Is(unit);

    public static bool IsRole(string name) => Roles.Before(name, name.Length) > 0;
}
