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

    private static readonly Lexicon Wanted = new(
        "能送 能给 能借 能匀 能分 能拿 能带 能支援 可以送 可以给 可以借 可以匀 可以带 能帮带 能帮买 可以帮买 能捎"
    );
    private static readonly Lexicon Givers = new("我 咱 俺 你们要 谁要");

    // 能送点矿泉水吗: the clause asks, and nobody says that he would.
    private static bool IsAsked(string text, int at)
    {
        if (Wanted.At(text, at) == 0)
        {
            return false;
        }

        var (start, end) = (at, at);
        while (start > 0 && at - start < 24 && !Texts.IsStop(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && end - at < 24 && !Texts.IsStop(text[end]))
        {
            end++;
        }

        return end > at && text[end - 1] is '吗' or '么' or '不' or '没' && !Givers.In(text, start, at);
    }

    private static readonly Lexicon ForUs = new("给我们 给我 给咱们 给咱 给俺 帮我们 帮我 帮咱");

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
            if (weak == NeedWeak && IsAsked(text, i))
            {
                yield return (new Span(i, i + 2), true);
                i++;
            }
            else if (weak == OfferWeak && Colloquial.HandsOut(text, i))
            {
                yield return (new Span(i, i + 1), true);
            }
            else if (weak == NeedWeak && Depletions.RunsOut(text, i) is var out_ and > 0)
            {
                yield return (new Span(i, i + out_), true);
                i += out_ - 1;
            }
            else if (weak == NeedWeak && Depletions.IsCut(text, i))
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
