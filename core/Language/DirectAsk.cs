namespace MutualAid.Core.Language;

/// <summary>A small verb of asking right before a thing with its amount, where a clause begins: 要笔针头100个, 我们还差三把折叠梯.</summary>
internal static class DirectAsk
{
    private static readonly Lexicon Before = new(
        "我 我们 我们这 我们这儿 我们这边 我这 我这儿 我这里 我这边 我家 咱 咱们 咱家 俺 俺们 俺家 还 也 再 另外 另 现 现在 目前 想 就 先 急 最好 大概 家里 村里 店里 学校 你好 您好 麻烦 一共 总共 能不能 老人 孩子 老师 学生 娃 娃儿 同学 我妈 我爸 奶奶 爷爷 邻居 病人 食堂 社区 村里 大家 门岗 医生 护士 隔离点 卡口 工地 厂里 单位 幼儿园 敬老院 养老院 卫生站 产妇 孕妇 伤员 患者 老伴 娃娃 宝宝 大爷 大妈 现在就 马上 我们家 我爷 我奶 娃儿们 孩子们"
    );

    private static readonly Lexicon Bound = new("送 去 到 送 回 用 急用 救命 救急 了 啊 呀 接 拉");

    private static readonly Lexicon Verbs = new("得有 要有 要 差 需 补 来 想要 要买 想买 想领 要领 得要 要点 要个 需用 要补 想补");

    public static bool In(string text)
    {
        foreach (var clause in Clauses.Of(text))
        {
            if (clause.Amounts is [{ Value: not null } first, ..] && first.UnitEnd > first.UnitStart && Stands(text, clause, first))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>病人要车去医院: a thing is asked for right behind the verb, and nothing is said of how many.</summary>
    public static bool Names(string text, string whole)
    {
        foreach (var clause in Cues.Question.In(whole) ? [] : Clauses.Of(text))
        {
            var at = clause.Start;
            while (at < clause.End && (text[at] is ' ' or '\u0001' || Before.At(text, at) > 0))
            {
                at += Math.Max(1, Before.At(text, at));
            }

            var verb = clause.Amounts.Count == 0 ? Verbs.At(text, at) : 0;
            var name = verb > 0 ? Nouns.After(text, at + verb, clause.End) : default;
            if (
                !name.IsEmpty
                && name.Start == at + verb
                && Goods.Ends(name.Of(text))
                && (name.End == clause.End || Bound.At(text, name.End) > 0)
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool Stands(string text, Clause clause, Amount amount)
    {
        var at = clause.Start;
        while (at < amount.Start && (text[at] is ' ' or '\u0001' || Before.At(text, at) > 0))
        {
            at += Math.Max(1, Before.At(text, at));
        }

        var verb = Verbs.At(text, at);
        if (verb == 0)
        {
            return false;
        }

        var name = Nouns.Before(text, clause.Start, amount.Start, out _);
        return at + verb == amount.Start
            ? !Nouns.After(text, amount.End, clause.End).IsEmpty
            : !name.IsEmpty && name.Start - at - verb is 0 or 1;
    }
}
