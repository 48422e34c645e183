namespace MutualAid.Core.Language;

/// <summary>Several things said as one word: 黑板擦和粉笔, 白菜土豆萝卜.</summary>
internal static class Conjoined
{
    private static readonly Lexicon And = new("和 与 及 跟 以及 还有 同 and");

    // 胡萝卜, 大白菜: so much stands before the word for the thing.
    private const int Qualifier = 2;

    /// <summary>The things a name joins, in order; the name itself when it is one thing.</summary>
    /// <param name="unmarked">Whether an amount is said for each, so that nothing need stand between the things.</param>
    public static IReadOnlyList<Span> Things(string text, Span name, bool unmarked = false)
    {
        if (name.IsEmpty || Goods.Heads.At(text, name.Start) == name.Length)
        {
            return [name];
        }

        var things = new List<Span>();
        var from = name.Start;
        for (var i = from + 1; i < name.End; i++)
        {
            var and = And.At(text, i);
            if (and > 0 && Goods.Heads.Before(text, Trimmed(text, from, i), from) > 0 && Goods.Ends(text[(i + and)..name.End]))
            {
                things.Add(new Span(from, Trimmed(text, from, i)));
                from = i + and + (text[i + and] == ' ' ? 1 : 0);
                i = from;
            }
        }

        things.Add(new Span(from, name.End));
        return unmarked ? [.. things.SelectMany(thing => Run(text, thing))] : things;
    }

    /// <summary>The thing that is joined on behind another one: 20个口罩和手套.</summary>
    public static Span Next(string text, int at, int end)
    {
        at += at < end && text[at] == ' ' ? 1 : 0;
        var and = at < end ? And.At(text, at) : 0;
        if (and == 0)
        {
            return default;
        }

        var name = Nouns.Alone(text, at + and, end);
        if (name.IsEmpty && Goods.Heads.At(text, at + and) is var known and > 1)
        {
            // 莲藕和菠菜多了少了都行
            return new Span(at + and, at + and + known);
        }

        return
            !name.IsEmpty
            && name.Start <= at + and + 1
            && Goods.Heads.Before(text, name.End, name.Start) is var head and > 0
            && (head > 1 || head == name.Length)
            ? name
            : default;
    }

    private static int Trimmed(string text, int from, int end) => end > from && text[end - 1] == ' ' ? end - 1 : end;

    // 白菜土豆胡萝卜: each a known word, the later ones with what tells their kind.
    private static List<Span> Run(string text, Span name)
    {
        var things = new List<Span>();
        for (var at = name.Start; at < name.End; )
        {
            var length = Word(text, at, name.End, Qualifier);
            if (length == 0)
            {
                return [name];
            }

            things.Add(new Span(at, at + length));
            at += length;
        }

        return things;
    }

    private static int Word(string text, int at, int end, int most)
    {
        for (var skipped = 0; skipped <= most; skipped++)
        {
            if (Goods.Heads.At(text, at + skipped) is var length and > 1 && at + skipped + length <= end)
            {
                return skipped + length;
            }
        }

        return 0;
    }
}
