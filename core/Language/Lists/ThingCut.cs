namespace MutualAid.Core.Language.Lists;

/// <summary>Cuts the name of a thing out of the word before an amount: 我家对讲机有俩, 充电宝借1个, 手套没了要20盒.</summary>
internal static class ThingCut
{
    private static readonly Lexicon Before = Lexicon.Listed("ThingCutBefore");
    private static readonly Lexicon After = Lexicon.Listed("ThingCutAfter");
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
