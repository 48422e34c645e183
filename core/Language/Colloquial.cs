namespace MutualAid.Core.Language;

/// <summary>Ways of asking in which a small verb stands right before the measure of the thing: 整两件军大衣, 借把梯子, 哪位家长有课本.</summary>
internal static class Colloquial
{
    private static readonly Lexicon Small = new("整 弄 搞 匀 借 讨 欠 缺 订 补");
    private static readonly Lexicon Brought = new("送 拿 带 拉 发 运 寄 捎 弄 搞");
    private static readonly Lexicon Coming = new("来 过来 到我 给我 上来 下来");
    private static readonly Lexicon Done = new("了 过 来的 好");
    private static readonly Lexicon Whose = new("有没有人 有没有谁 有没人 有无人 哪位 哪家 哪个 谁家 哪户 谁");
    private static readonly Lexicon Has = new("有 能借 能匀 能出 手里有 家里有 用不着");
    private static readonly Lexicon Measures = Lexicon.Listed("ColloquialMeasures");

    /// <summary>Length of the asking words that begin here.</summary>
    public static int Wants(string text, int at)
    {
        if (text[at] == '得' && IsMust(text, at))
        {
            return 1;
        }

        if (Small.At(text, at) is var small and > 0 && !Given(text, at) && !HandsOut(text, at))
        {
            var next = at + small;
            var counted = next < text.Length && AmountScan.At(text, next) is { Value: not null, Bare: false };
            return counted || Measured(text, next) > 0 ? small : 0;
        }

        if (Brought.At(text, at) is var brought and > 0 && Comes(text, at + brought))
        {
            return brought;
        }

        return Whose.At(text, at) is var who and > 0 && Holder(text, at + who) is var end and > 0 ? end - at : 0;
    }

    /// <summary>匀400个出来: what is counted is given.</summary>
    public static bool HandsOut(string text, int at) =>
        text[at] is '匀' or '拿' or '腾' or '挤' or '分'
        && at + 1 < text.Length
        && AmountScan.At(text, at + 1) is { Value: not null, Bare: false } amount
        && Away.At(text, amount.End) > 0;

    private static readonly Lexicon Away = new("出来 出去 给大 给社 给你们 给需 给他 给她 给别");

    // 得四支; not 跑得三步.
    private static bool IsMust(string text, int at) =>
        (at == 0 || !Texts.IsWord(text[at - 1]) || "我们还也都就再俺咱至最".Contains(text[at - 1], StringComparison.Ordinal))
        && at + 1 < text.Length
        && AmountScan.At(text, at + 1) is { Value: not null, Bare: false };

    /// <summary>谁家有多的奶瓶: whether everybody is asked for a thing.</summary>
    public static bool AsksRound(string text)
    {
        for (var i = Whose.Find(text); i >= 0; i = Whose.Find(text, i + 1))
        {
            if (
                Holder(text, i + Whose.At(text, i)) is var end and > 0
                && Nouns.After(text, end, Math.Min(text.Length, end + 12)) is { IsEmpty: false } name
                && Goods.Heads.Before(text, name.End, name.Start) > 1
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Length of a measure that stands for one, without a numeral: 借把梯子, 有辆面包车.</summary>
    public static int Measured(string text, int at)
    {
        var length = Measures.At(text, at);
        return length > 0 && Units.At(text, at) == length && Thing(text, at + length) ? length : 0;
    }

    /// <summary>Whether 有 at this place is asked of somebody: 哪位家长有课本.</summary>
    public static bool Asked(string text, int from, int at)
    {
        for (var i = Math.Max(from, at - 6); i < at; i++)
        {
            if (Whose.At(text, i) > 0 || text[i] == '谁' || text[i] == '哪')
            {
                return true;
            }
        }

        return false;
    }

    private static bool Thing(string text, int at)
    {
        var name = at < text.Length && Texts.IsHan(text[at]) ? Nouns.After(text, at, Math.Min(text.Length, at + 12)) : default;
        return !name.IsEmpty && name.Start == at && Goods.Ends(name.Of(text));
    }

    // 送20杯姜茶来
    private static bool Comes(string text, int at)
    {
        if (at >= text.Length || AmountScan.At(text, at) is not { Value: not null, Bare: false } amount)
        {
            return false;
        }

        var name = Nouns.After(text, amount.End, Math.Min(text.Length, amount.End + 12));
        return !name.IsEmpty
            && Coming.At(text, name.End) is var come and > 0
            && !(name.End + come < text.Length && text[name.End + come] == '了');
    }

    // 我整了两件 has it already.
    private static bool Given(string text, int at) =>
        (at > 0 && text[at - 1] is '能' or '可' or '以' or '被' or '外' or '出') || Done.At(text, at + 1) > 0;

    // 哪位家长有: who it is may stand between.
    private static int Holder(string text, int at)
    {
        for (var i = at; i < Math.Min(text.Length, at + 6) && !Texts.IsStop(text[i]); i++)
        {
            if (Has.At(text, i) is var has and > 0 && !(i + has < text.Length && text[i + has] is '需' or '要' or '困' or '空' or '时'))
            {
                return i + has;
            }
        }

        return 0;
    }
}
