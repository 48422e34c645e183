namespace MutualAid.Core.Language.Lists;

/// <summary>Cuts the name of a thing out of the word before an amount: 我家对讲机有俩, 充电宝借1个, 手套没了要20盒.</summary>
internal static class ThingCut
{
    private static readonly Lexicon Before = new(
        "我要 我订 我买 还要 再要 再来 再加 需要 想要 要 订 买 来 拿 加 报 取 各 我家有 我家 我有 家里有 有 我这有 我这 我 借 想借 求 缺 急需 急缺 还缺 出 能出 可出 捐 补 补充 追加 另加 另要 另 外加 以及 和 同 同埋 仲要 还有 攞 领 申请 申领 需求 需 整 弄 搞"
    );
    private static readonly Lexicon After = new(
        "要 借 有 来 整 需要 需 没了要 没有了要 没了 用完了要 不够要 再要 再来 再加 还要 也要 想要 只要 就要 拿 攞 买 订 缺 还缺 差 还差 求 领 借用 能出 可出 出 捐 各 共 大概 大约 约 有个 一共 报 给 给我 麻烦 申请 的 得 的话 这边要 我要 我家有 数量 嘢 同埋 和 及 与 跟 同 加 x *"
    );
    private static readonly Lexicon Of = new("度的 度 级的 寸的 号的 码的 米的 斤的 升的");

    public static (int Start, int End) Bare(string text, int start, int end, ThingNames things)
    {
        for (
            var verb = Before.At(text, start);
            verb > 0 && start + verb < end && !IsWhole(text, start, end, things) && Phrases.Protected.At(text, start) < 2;
            verb = Before.At(text, start)
        )
        {
            start += verb;
        }

        start = Before.At(text, start) >= end - start && end > start && !IsWhole(text, start, end, things) ? end : start;
        while (end > start && Texts.IsNoise(text[end - 1]))
        {
            end--;
        }

        end = Described(text, start, end);
        for (
            var verb = After.Before(text, end, start + 1);
            verb > 0 && !IsWhole(text, start, end, things);
            verb = After.Before(text, end, start + 1)
        )
        {
            end -= verb;
        }

        return (start, end);
    }

    // 老花镜三百度的一副
    private static int Described(string text, int start, int end)
    {
        var word = text[start..end];
        if (Of.Before(word, word.Length) == 0)
        {
            return end;
        }

        for (var i = start + 2; i < end; i++)
        {
            if ((Numerals.IsDigit(text[i]) || Numerals.IsMultiplier(text[i])) && Goods.Ends(text[start..i]))
            {
                return i;
            }
        }

        return end;
    }

    private static bool IsWhole(string text, int start, int end, ThingNames things) =>
        things.Says(text[start..end]) || Goods.Heads.Is(text[start..end]);
}
