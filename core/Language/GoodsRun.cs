namespace MutualAid.Core.Language;

/// <summary>
/// Things with their amounts in speech that runs on without a stop, found from the words for things outward. It is asked only when it is known that
/// things are asked for or given, and nothing else found them.
/// </summary>
internal static class GoodsRun
{
    // So many characters may stand between a thing and its amount.
    private const int Near = 3;

    private static readonly System.Buffers.SearchValues<char> Stops = System.Buffers.SearchValues.Create(",。、;!?\n…");

    private static readonly Lexicon Asks = new("要 想要 求 急需 需要 借 缺 差 有 匀 捐 送 给 还要 要些 要点 些 点 批");

    public static Goodslist Read(string original, string text)
    {
        var list = new Goodslist(original);
        var things = Things(text);
        var amounts = Clauses.Of(text).SelectMany(clause => clause.Amounts).Where(amount => IsCount(text, amount)).ToList();
        foreach (var amount in amounts)
        {
            if (Taken(text, things, amount) is { } thing)
            {
                list.Add(Names(text, thing), amount);
                things.RemoveAll(other => Names(text, other).Of(text) == Names(text, thing).Of(text));
            }
        }

        list.Emit(amounts.Count == 0 || list.Items.Count == 0 ? Asked(text, things) : [], text);
        return list;
    }

    /// <summary>With the words before a thing that belong to its name: 成人护理垫, 强光头灯.</summary>
    public static Span Names(string text, Span thing)
    {
        var start = thing.Start;
        while (start > 0 && Qualities.Before(text, start) is var quality and > 0)
        {
            start -= quality;
        }

        return new Span(start, thing.End);
    }

    private static readonly Lexicon Qualities = Lexicon.Listed("GoodsQualities");

    private static List<Span> Things(string text)
    {
        var things = new List<Span>();
        for (var i = 0; i < text.Length; i++)
        {
            if (Goods.Heads.At(text, i) is not (var head and > 1))
            {
                continue;
            }

            // 面粉袋: the words join to one name.
            var joins = things.Count > 0 && things[^1].End == i;
            var thing = new Span(joins ? things[^1].Start : i, i + head);
            if (joins)
            {
                things.RemoveAt(things.Count - 1);
            }

            things.Add(thing);
            i += head - 1;
        }

        return things;
    }

    private static bool IsCount(string text, Amount amount) =>
        !amount.Bare && amount.UnitEnd > amount.UnitStart && !People.Counts(text[amount.UnitStart..amount.UnitEnd]);

    private static Span? Taken(string text, List<Span> things, Amount amount)
    {
        foreach (var thing in things)
        {
            if (
                thing.End <= amount.Start
                && amount.Start - thing.End <= Near
                && !text.AsSpan(thing.End, amount.Start - thing.End).ContainsAny(Stops)
            )
            {
                return thing;
            }
        }

        foreach (var thing in things)
        {
            if (thing.Start >= amount.End && Names(text, thing).Start - amount.End <= Near)
            {
                return thing;
            }
        }

        var last = things.FindLastIndex(thing => thing.End <= amount.Start);
        return last < 0 ? null : things[last];
    }

    // Nobody said how many: what stands behind a word of asking or giving, else the first thing named.
    private static IEnumerable<Mention> Asked(string text, List<Span> things)
    {
        var asked = things.FindAll(thing => Asks.Before(text, Names(text, thing).Start) > 0);
        foreach (var thing in asked.Count > 0 ? asked : things.Take(1))
        {
            yield return new Mention(Names(text, thing), MentionKind.Ask, 0, ',');
        }
    }
}
