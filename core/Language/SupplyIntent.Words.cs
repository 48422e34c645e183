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
            if (text[i] == '来' && i > 0 && (Numerals.IsDigit(text[i - 1]) || Numerals.IsMultiplier(text[i - 1])))
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
