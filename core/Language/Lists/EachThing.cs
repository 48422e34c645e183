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

    /// <summary>毛巾牙刷 are two things.</summary>
    public static IEnumerable<(int Start, int End)> Divided(string text, int start, int end)
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
