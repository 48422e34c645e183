using System.Collections.Frozen;

namespace MutualAid.Core.Language;

/// <summary>A set of words that is looked up at a place in a text. Cost per place is bounded by the lexicon, so a scan is linear.</summary>
internal sealed class Lexicon
{
    private readonly FrozenDictionary<char, string[]> byFirst;
    private readonly FrozenDictionary<char, string[]> byLast;

    /// <param name="words">Words in folded form, separated by spaces or line ends; <c>_</c> stands for a space within a word.</param>
    public Lexicon(params string[] words)
    {
        All =
        [
            .. words
                .SelectMany(w => w.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
                .Select(w => w.Replace('_', ' '))
                .Distinct(StringComparer.Ordinal),
        ];
        byFirst = Index(w => w[0]);
        byLast = Index(w => w[^1]);
    }

    public IReadOnlyList<string> All { get; }

    /// <summary>The words of a list in <c>core/Language/Words</c>, one a line.</summary>
    public static Lexicon Listed(string name) => new([.. WordLists.Lines(name)]);

    /// <summary>Length of the longest word that begins at this place; 0: none.</summary>
    public int At(string text, int at)
    {
        Effort.Spend();
        if (at < 0 || at >= text.Length || !byFirst.TryGetValue(text[at], out var words))
        {
            return 0;
        }

        foreach (var word in words)
        {
            if (string.CompareOrdinal(text, at, word, 0, word.Length) == 0 && WholeWord(text, at, word))
            {
                return word.Length;
            }
        }

        return 0;
    }

    /// <summary>Length of the longest word that ends before this place, not reaching back over <paramref name="from"/>.</summary>
    public int Before(string text, int end, int from = 0)
    {
        Effort.Spend();
        if (end <= from || end > text.Length || !byLast.TryGetValue(text[end - 1], out var words))
        {
            return 0;
        }

        foreach (var word in words)
        {
            var at = end - word.Length;
            if (at >= from && string.CompareOrdinal(text, at, word, 0, word.Length) == 0 && WholeWord(text, at, word))
            {
                return word.Length;
            }
        }

        return 0;
    }

    /// <summary>First place from <paramref name="from"/> where a word begins; -1: none.</summary>
    public int Find(string text, int from = 0, int to = int.MaxValue)
    {
        for (var i = Math.Max(from, 0); i < Math.Min(text.Length, to); i++)
        {
            var length = At(text, i);
            if (length > 0 && i + length <= to)
            {
                return i;
            }
        }

        return -1;
    }

    public bool In(string text, int from = 0, int to = int.MaxValue) => Find(text, from, to) >= 0;

    public bool Is(string text) => text.Length > 0 && At(text, 0) == text.Length;

    // An English word must not begin or end within another one.
    private static bool WholeWord(string text, int at, string word)
    {
        var end = at + word.Length;
        return !(char.IsAsciiLetter(word[0]) && at > 0 && char.IsAsciiLetter(text[at - 1]))
            && !(char.IsAsciiLetter(word[^1]) && end < text.Length && char.IsAsciiLetterOrDigit(text[end]));
    }

    private FrozenDictionary<char, string[]> Index(Func<string, char> key) =>
        All.GroupBy(key).ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(w => w.Length).ToArray());
}
