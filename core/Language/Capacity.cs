using System.Text.RegularExpressions;

namespace MutualAid.Core.Language;

/// <summary>How many places a class is to have: 名额改到30人, 改名额 9 30, 名额不限.</summary>
public static partial class Capacity
{
    /// <summary>The number of places; 0: any number; null: it does not speak of them.</summary>
    public static int? Read(string text)
    {
        var folded = Folding.Align(text);
        if (Word().Match(folded) is not { Success: true } word)
        {
            return null;
        }

        if (Open().IsMatch(folded))
        {
            return 0;
        }

        // The last number is the new one: 从20改到30.
        var last = Number().Matches(folded, word.Index).LastOrDefault();
        return last is not null && Numerals.Read(folded, last.Index) is { Kind: NumeralKind.Exact, Value: > 0 and < 1_000_000 } number
            ? (int)number.Value
            : null;
    }

    [GeneratedRegex("名额|限额|人数上限|places|capacity")]
    private static partial Regex Word();

    [GeneratedRegex("不限|没有限制|取消限制|unlimited|no limit")]
    private static partial Regex Open();

    // No number of a class: 9号课, 第9课.
    [GeneratedRegex("(?<![0-9零一二两三四五六七八九十百千#第])[0-9零一二两三四五六七八九十百千]+(?![0-9零一二两三四五六七八九十百千号课])")]
    private static partial Regex Number();
}
