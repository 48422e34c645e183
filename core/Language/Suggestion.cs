namespace MutualAid.Core.Language;

/// <summary>Finds the command that a misspelt one was meant to be.</summary>
public static class Suggestion
{
    /// <summary>The nearest command within two edits; null when there is none.</summary>
    public static string? Nearest(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var folded = Folding.Fold(word).TrimStart('/');
        if (folded.Length is < 2 or > 24)
        {
            return null;
        }

        var most = folded.Length <= 3 ? 1 : 2;
        string? best = null;
        var least = most + 1;
        foreach (var name in Names())
        {
            var distance = Folding.Distance(folded, name);
            var closer = distance < least || (distance == least && best is not null && Alike(folded, name) > Alike(folded, best));
            if (closer && distance < name.Length - (Texts.IsHan(name[0]) ? 0 : 1))
            {
                (best, least) = (name, distance);
            }
        }

        return least == 0 ? null : best;
    }

    private static IEnumerable<string> Names() =>
        Acts.All.SelectMany(a => a.Slashes.Split(' ').Concat(a.PhraseNames.Where(p => p.Length > 2 && Texts.IsHan(p[0]))));

    // Of equally near ones the one that begins like the word, then the one of the same length.
    private static int Alike(string word, string name)
    {
        var common = word.Zip(name).TakeWhile(p => p.First == p.Second).Count();
        return (common * 4) + (word.Length == name.Length ? 2 : 0) + (word[^1] == name[^1] ? 1 : 0);
    }
}
