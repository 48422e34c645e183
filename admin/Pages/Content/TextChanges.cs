namespace MutualAid.Admin.Pages;

/// <summary>What became of a piece of a text from one edition to the next.</summary>
public enum Change
{
    Same,
    Removed,
    Added,
}

/// <summary>Two editions held against each other, sentence by sentence.</summary>
public static class TextChanges
{
    // Beyond that it is another text, which nobody reads piece by piece.
    private const int MostCompared = 400;

    private static readonly char[] Ends = ['。', '！', '？', '!', '?', '；', '\n'];

    /// <summary>The pieces in reading order; where one took the place of another, what was removed stands first.</summary>
    public static IReadOnlyList<(Change Change, string Text)> Of(string before, string after)
    {
        var (old, now) = (Pieces(before), Pieces(after));
        if (old.Count > MostCompared || now.Count > MostCompared)
            return [.. old.Select(it => (Change.Removed, it)), .. now.Select(it => (Change.Added, it))];
        var (left, told) = (Left(old, now), new List<(Change, string)>());
        var (i, j) = (0, 0);
        while (i < old.Count || j < now.Count)
        {
            if (i < old.Count && j < now.Count && IsSame(old[i], now[j]))
                (i, j) = (i + 1, j + Add(told, Change.Same, now[j]));
            else if (i < old.Count && (j == now.Count || left[i + 1, j] >= left[i, j + 1]))
                i += Add(told, Change.Removed, old[i]);
            else
                j += Add(told, Change.Added, now[j]);
        }

        return told;
    }

    private static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);

    private static int Add(List<(Change, string)> told, Change change, string text)
    {
        told.Add((change, text));
        return 1;
    }

    // How many pieces both still have in common from here to the end.
    private static int[,] Left(List<string> old, List<string> now)
    {
        var left = new int[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        for (var j = now.Count - 1; j >= 0; j--)
            left[i, j] = IsSame(old[i], now[j]) ? left[i + 1, j + 1] + 1 : Math.Max(left[i + 1, j], left[i, j + 1]);
        return left;
    }

    private static List<string> Pieces(string text)
    {
        var (pieces, from) = (new List<string>(), 0);
        while (from < text.Length)
        {
            var end = text.IndexOfAny(Ends, from);
            var to = end < 0 ? text.Length : end + 1;
            if (text[from..to].Trim() is { Length: > 0 } piece)
                pieces.Add(piece);
            from = to;
        }

        return pieces;
    }
}
