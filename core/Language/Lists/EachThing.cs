namespace MutualAid.Core.Language.Lists;

/// <summary>Finds the things that one amount counts: 挂面、大米各2袋, 毛巾牙刷各100套.</summary>
internal static class EachThing
{
    /// <summary>Whether the word before an amount says 各, and where the thing before it ends.</summary>
    public static bool Ends(string text, Piece word, out int end)
    {
        end = word.End;
        while (end > word.Start && (Texts.IsNoise(text[end - 1]) || text[end - 1] is ':'))
        {
            end--;
        }

        var says = end > word.Start && text[end - 1] == '各';
        end = says ? end - 1 : word.End;
        return says;
    }

    /// <summary>The things of which 各 says how many: the one before it, and those before that, which a comma divides.</summary>
    public static List<(int Start, int End)> Gather(
        string text,
        List<Piece> waiting,
        Piece last,
        List<(int Start, int End)> names,
        Func<int, int, (int Start, int End)> bare
    )
    {
        var any = names.Count == 0;
        for (var mark = last.Mark; (any || mark is '、' or ',' or '+' or '/') && waiting.Count > 0; waiting.RemoveAt(waiting.Count - 1))
        {
            names.Insert(0, bare(waiting[^1].Start, waiting[^1].End));
            (mark, any) = (waiting[^1].Mark, false);
        }

        return names is [var only] ? [.. Divided(text, only.Start, only.End)] : names;
    }

    // 毛巾牙刷 are two things.
    private static IEnumerable<(int Start, int End)> Divided(string text, int start, int end)
    {
        for (var at = start + 1; at < end; at++)
        {
            if (Goods.Heads.Is(text[start..at]) && Goods.Heads.Is(text[at..end]) && !Goods.Heads.Is(text[start..end]))
            {
                return [(start, at), (at, end)];
            }
        }

        return [(start, end)];
    }
}
