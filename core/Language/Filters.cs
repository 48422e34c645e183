namespace MutualAid.Core.Language;

/// <summary>Finds what a look-up is about: a thing, a community, a topic.</summary>
internal static class Filters
{
    private static readonly Lexicon Noise = Lexicon.Listed("FiltersNoise");

    private static readonly Lexicon Guard = Lexicon.Listed("FiltersGuard");

    /// <summary>The first run of words that are no look-up words.</summary>
    public static string? Of(Message message)
    {
        if (message.Places.Count > 0)
        {
            var (placeStart, placeEnd) = message.Places[0];
            return message.Slice(placeStart, placeEnd);
        }

        var text = message.Folded;
        var best = default(Span);
        for (var i = 0; i < text.Length; )
        {
            var skip = Skip(text, i);
            if (skip > 0)
            {
                i += skip;
                continue;
            }

            var start = i;
            while (i < text.Length && Skip(text, i) == 0)
            {
                i += Word(text, i);
            }

            best = best.Length < 2 ? new Span(start, i) : best;
        }

        return best.Length >= 2 || best.Length == 1 && Goods.Heads.Is(best.Of(text)) ? message.Slice(best) : null;
    }

    private static int Skip(string text, int i)
    {
        if (
            Guard.At(text, i) > 1
            || (Goods.Heads.At(text, i) > 1 && Noise.At(text, i) < Goods.Heads.At(text, i))
            || Phrases.Protected.At(text, i) > 1
        )
        {
            return 0;
        }

        var noise = Noise.At(text, i);
        return noise > 0 ? noise
            : Texts.IsWord(text[i]) || text[i] is '%' or '-' ? 0
            : 1;
    }

    private static int Word(string text, int i)
    {
        var goods = Math.Max(Guard.At(text, i), Math.Max(Goods.Heads.At(text, i), Phrases.Protected.At(text, i)));
        if (goods > 1)
        {
            return goods;
        }

        var end = i + 1;
        while (char.IsAsciiLetterOrDigit(text[i]) && end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        return end - i;
    }
}
