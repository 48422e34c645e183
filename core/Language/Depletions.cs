namespace MutualAid.Core.Language;

/// <summary>Tells what has run out: 口罩都没了, 孩子断奶粉了, 喊楼没扬声器.</summary>
internal static class Depletions
{
    public static readonly Lexicon Words = Lexicon.Listed("MentionsDepletion");

    private static readonly Lexicon Gone = new(
        "没有了 没了 都没了 都没有了 也没了 也没有了 一个都没有了 一个都没了 一点都没了 一点都没有了 都见底了 见底了 都用完了 都断了 断货了 都快没了 快没了 也快没了 都用光了 全没了 一个都没有"
    );

    private static readonly Lexicon Told = new(
        "花钱 这个月 上个月 我下楼 去取 取了 去拿 店没 店里没 市场 涨 昨天 前天 上次 上周 卖 超市 药店 听说 他们 隔壁 你们 群里 哈哈 吗 怎么 谁 买 抢"
    );

    /// <summary>断奶粉了: what has run out follows.</summary>
    public static bool IsCut(string text, int i) =>
        text[i] == '断'
            ? Goods.Heads.At(text, i + 1 + (Days.Has(text, i + 1, "了") ? 1 : 0)) > 0
            : text[i] == '没' && IsGone(text, i) && !Told.In(text);

    /// <summary>清洁手套跟洗洁精都见底了: length of such words at the end of a clause that counts nothing.</summary>
    public static int RunsOut(string text, int at)
    {
        var length = Gone.At(text, at);
        var end = at + length;
        if (length == 0 || end < text.Length && Texts.IsWord(text[end]) || at == 0 || !Texts.IsHan(text[at - 1]))
        {
            return 0;
        }

        var start = at;
        while (start > 0 && at - start < 16 && !Texts.IsStop(text[start - 1]) && text[start - 1] != ' ')
        {
            start--;
        }

        var name = Nouns.Before(text, start, at, out _);
        return !name.IsEmpty && Goods.Ends(name.Of(text)) && !Counting.HasAmount(text, start, at) && !Told.In(text) ? length : 0;
    }

    // 孩子断奶粉了
    public static Span Cut(string text, Clause clause)
    {
        for (var i = clause.Start; i < clause.End; i++)
        {
            var from =
                i + 1 < clause.End && (text[i] == '没' && text[i + 1] == '有' || text[i] == '断' && text[i + 1] == '了') ? i + 2 : i + 1;
            if (IsCut(text, i) && Nouns.After(text, from, NextCut(text, from, clause.End)) is { IsEmpty: false } name && name.Start == from)
            {
                return name;
            }
        }

        return default;
    }

    // 喊楼没扬声器: how many are wanted, a later clause may say.
    public static Span Without(string text, Clause clause)
    {
        var at = text.IndexOf('没', clause.Start, clause.End - clause.Start);
        if (at < 0)
        {
            return default;
        }

        var from = at + (Days.Has(text, at, "没有") ? 2 : 1);
        var name = from < clause.End ? Nouns.After(text, from, clause.End) : default;
        return !name.IsEmpty && name.Start == from && name.Length > 1 && Goods.Ends(name.Of(text)) && clause.End - name.End <= 1
            ? name
            : default;
    }

    // 娃儿些莫得书包: who lacks it stands before, the thing behind.
    public static Span Lacked(string text, Clause clause, int at)
    {
        var end = at + Words.At(text, at);
        var name = text[end - 1] is '得' or '有' or '够' ? Nouns.After(text, end, clause.End) : default;
        return !name.IsEmpty && name.Start == end && Goods.Ends(name.Of(text)) ? name : default;
    }

    // 没有牛奶和面包了, 没面没菜了
    private static bool IsGone(string text, int i)
    {
        var at = i + (i + 1 < text.Length && text[i + 1] == '有' ? 2 : 1);
        var head = Goods.Heads.At(text, at);
        for (var end = at + head; head > 0 && end < Math.Min(text.Length, at + 14) && (Texts.IsHan(text[end]) || text[end] == '、'); end++)
        {
            if (text[end] == '了')
            {
                return (end + 1 >= text.Length || !Texts.IsWord(text[end + 1])) && text[end - 1] != '到';
            }
        }

        return false;
    }

    private static int NextCut(string text, int from, int end)
    {
        var next = text.AsSpan(from, end - from).IndexOfAny('没', '断');
        return next > 0 ? from + next : end;
    }
}
