using System.Collections.Frozen;

namespace MutualAid.Core.Language;

/// <summary>Puts words of dialects, words typed in pinyin and common slips in the place of their standard form, each as long as it was.</summary>
internal static class Dialect
{
    private static readonly FrozenDictionary<string, string> Standard = WordLists
        .Lines("Dialect")
        .Select(line => line.Split(' '))
        .ToFrozenDictionary(pair => pair[0], pair => pair[1].PadRight(pair[0].Length), StringComparer.Ordinal);

    private static readonly Lexicon Words = new([.. Standard.Keys]);

    // 阮 is a surname too: it is I only before what one has.
    private const string Mine = "厝家兜有欲欠缺邻这遮阿母爸";

    public static string Align(string folded)
    {
        char[]? aligned = null;
        for (var i = 0; i < folded.Length; i++)
        {
            var length = Words.At(folded, i);
            var (word, standard) =
                length > 0 ? (length, Standard[folded.Substring(i, length)])
                : Joins(folded, i) ? (1, "和")
                : Owing(folded, i);
            if (word == 0 || IsSurname(folded, i, word) || IsInside(folded, i, word))
            {
                continue;
            }

            aligned ??= folded.ToCharArray();
            standard.CopyTo(0, aligned, i, word);
            i += word - 1;
        }

        return aligned is null ? folded : new string(aligned);
    }

    // 欠一台 lacks one; 欠费 and 欠条 do not.
    private static (int Length, string Standard) Owing(string text, int i) =>
        text[i] == '欠' && i + 1 < text.Length && Numerals.Read(text, i + 1) is { } n && Units.At(text, n.End) > 0 ? (1, "缺") : (0, "");

    // 盐水同三卷纱布, 白菜同豆腐; not 不同 or 合同.
    private static bool Joins(string text, int i) =>
        text[i] == '同'
        && i > 0
        && !"不相共合大等陪随连异会".Contains(text[i - 1], StringComparison.Ordinal)
        && (
            Numerals.Read(text, i + 1) is { } n && Units.At(text, n.End) > 0
            || Goods.Heads.Before(text, i) > 1 && Goods.Heads.At(text, i + 1) > 1
        );

    private static bool IsSurname(string text, int i, int length) =>
        length == 1 && text[i] == '阮' && !(i + 1 < text.Length && Mine.Contains(text[i + 1], StringComparison.Ordinal));

    private static bool IsInside(string text, int i, int length) =>
        char.IsAsciiLetter(text[i])
        && (
            i > 0 && char.IsAsciiLetter(text[i - 1])
            || Texts.IsLatin(text[Math.Min(i + length, text.Length - 1)]) && i + length < text.Length
        );
}
