namespace MutualAid.Core.Language;

internal static partial class SupplyIntent
{
    /// <summary>The words that spoke for the intent.</summary>
    public static IEnumerable<Span> Words(string text, string intent) =>
        intent switch
        {
            "need" => Weighed(text, NeedStrong, NeedWeak).Select(word => word.Word),
            "offer" => Weighed(text, OfferStrong, OfferWeak).Select(word => word.Word).Concat(Hits(text, Invitation)),
            _ => Hits(text, Receipt).Concat(Hits(text, Gift)),
        };

    // 我这儿有辆面包车，能帮忙拉货: help from him who has the means is given, not asked.
    private static readonly Lexicon Holds = new(
        "我有 家有 我这有 我这儿有 我这里有 我家有 我们有 我们这有 我们店有 家里有 手里有 手头有 自己有 i_have we_have"
    );

    private static readonly Lexicon Helping = new("能借 可借 可以借 能帮 可以帮 能拉 能送 能开 能接 可以拉 可以接 can_help");

    private static readonly Lexicon ForUs = new("给我们 给我 给咱们 给咱 给俺 帮我们 帮我 帮咱");

    /// <summary>断奶粉了: what has run out follows.</summary>
    public static bool IsCut(string text, int i) =>
        text[i] == '断' ? Goods.Heads.At(text, i + 1) > 0 && Texts.IsHan(text[i + 1]) : text[i] == '没' && IsGone(text, i);

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

    // 昨天给我们修了三台洗衣机 tells what was done; the length of the words.
    private static int DoneFor(string text, int i)
    {
        var to = i + ForUs.At(text, i);
        if (to == i)
        {
            return 0;
        }

        for (var end = to + 1; end < Math.Min(text.Length, to + 4) && Texts.IsHan(text[end - 1]); end++)
        {
            if (text[end] is '了' or '过')
            {
                return end + 1 - i;
            }
        }

        return 0;
    }

    private static IEnumerable<Span> Hits(string text, Lexicon words)
    {
        for (var i = words.Find(text); i >= 0; i = words.Find(text, i + words.At(text, i)))
        {
            yield return new Span(i, i + words.At(text, i));
        }
    }

    private static IEnumerable<(Span Word, bool Strong)> Weighed(string text, Lexicon strong, Lexicon weak)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (weak == NeedWeak && Mentions.RunsOut(text, i) is var out_ and > 0)
            {
                yield return (new Span(i, i + out_), true);
                i += out_ - 1;
            }
            else if (weak == NeedWeak && IsCut(text, i))
            {
                yield return (new Span(i, i + 1), true);
            }
            else if (weak == NeedWeak && DoneFor(text, i) is var done and > 0)
            {
                i += done - 1;
            }
            else if (text[i] == '来' && i > 0 && (Numerals.IsDigit(text[i - 1]) || Numerals.IsMultiplier(text[i - 1])))
            {
                // 20来个
                i++;
            }
            else if (Neutral.At(text, i) is var neutral and > 0)
            {
                i += neutral - 1;
            }
            else if (Math.Max(strong.At(text, i), weak == OfferWeak ? Given(text, i) : 0) is var length and > 0)
            {
                yield return (new Span(i, i + length), true);
                i += length - 1;
            }
            else if (weak == NeedWeak && Colloquial.Wants(text, i) is var wants and > 0)
            {
                yield return (new Span(i, i + wants), true);
                i += wants - 1;
            }
            else if (weak.At(text, i) is var slight and > 0)
            {
                yield return (new Span(i, i + slight), false);
            }
        }
    }
}
