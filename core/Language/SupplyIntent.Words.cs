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
            if (Neutral.At(text, i) is var neutral and > 0)
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
