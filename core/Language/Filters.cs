namespace MutualAid.Core.Language;

/// <summary>Finds what a look-up is about: a thing, a community, a topic.</summary>
internal static class Filters
{
    private static readonly Lexicon Noise = Lexicon.Listed("FiltersNoise");

    private static readonly Lexicon Guard = Lexicon.Listed("FiltersGuard");

    private static readonly Lexicon ReadTo = new("念给 读给 讲给 说给 放给");

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

    // 念给老伴听
    private static int Aloud(string text, int i)
    {
        var read = ReadTo.At(text, i);
        var heard = read > 0 ? text.IndexOf('听', i, Math.Min(10, text.Length - i)) : -1;
        return heard > i ? heard + 1 - i : 0;
    }

    private static int Skip(string text, int i)
    {
        if (Aloud(text, i) is var aloud and > 0)
        {
            return aloud;
        }

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
