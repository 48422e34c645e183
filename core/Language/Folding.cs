using System.Globalization;
using System.Text;

namespace MutualAid.Core.Language;

/// <summary>Makes spellings of the same words equal: width, case, spaces, traditional and simplified characters.</summary>
public static class Folding
{
    /// <summary>The form in which names are compared: NFKC, lower case, simplified, no white space.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var normal = Whole(text).Normalize(NormalizationForm.FormKC);
        var folded = new StringBuilder(normal.Length);
        foreach (var c in normal)
        {
            if (!char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format)
            {
                folded.Append(Character(c));
            }
        }

        return folded.ToString();
    }

    /// <summary>Whether two names are the same after folding.</summary>
    public static bool SameName(string a, string b) => string.Equals(Fold(a), Fold(b), StringComparison.Ordinal);

    /// <summary>Edit distance (insert, delete, replace, swap of neighbours) of two short words, after folding.</summary>
    public static int Distance(string a, string b)
    {
        var (x, y) = (Fold(a), Fold(b));
        if (Math.Abs(x.Length - y.Length) > 8 || x.Length > 64 || y.Length > 64)
        {
            return Math.Max(x.Length, y.Length);
        }

        var d = new int[x.Length + 1, y.Length + 1];
        for (var i = 0; i <= x.Length; i++)
        {
            for (var j = 0; j <= y.Length; j++)
            {
                d[i, j] = Step(d, x, y, i, j);
            }
        }

        return d[x.Length, y.Length];
    }

    /// <summary>Folds character by character, so that each place in the result is the same place in the text.</summary>
    internal static string Align(string text) =>
        string.Create(
            text.Length,
            text,
            static (span, source) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = Character(source[i]);
                }
            }
        );

    private static int Step(int[,] d, string x, string y, int i, int j)
    {
        if (i == 0 || j == 0)
        {
            return i + j;
        }

        var replace = d[i - 1, j - 1] + (x[i - 1] == y[j - 1] ? 0 : 1);
        var best = Math.Min(replace, Math.Min(d[i - 1, j], d[i, j - 1]) + 1);
        var swapped = i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1];
        return swapped ? Math.Min(best, d[i - 2, j - 2] + 1) : best;
    }

    private static char Character(char c) =>
        c switch
        {
            < '\u0080' => c is >= 'A' and <= 'Z' ? (char)(c + 32)
            : c is '\t' or '\v' or '\f' ? ' '
            : c == '\r' ? '\n'
            : c,
            '\u00a0' or '\u3000' or '\u200b' or '\ufeff' or '\u2002' or '\u2003' or '\u2009' => ' ',
            '×' or '✕' or '✖' or '╳' => '*',
            '﹟' => '#',
            '﹐' => ',',
            '﹕' or '∶' => ':',
            '○' or '◯' => '〇',
            >= '\uff01' and <= '\uff5e' => Character((char)(c - 0xfee0)),
            _ => Simplified.Of(char.IsUpper(c) ? char.ToLowerInvariant(c) : c),
        };

    // U+FFFE and U+FFFF are no characters, and normalising refuses them like halves of a pair.
    private const char NoCharacter = '\ufffe';

    private static string Whole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) || text[i] >= NoCharacter)
            {
                var paired = Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(text));
                return paired.Replace('\ufffe', '\ufffd').Replace('\uffff', '\ufffd');
            }
        }

        return text;
    }
}
