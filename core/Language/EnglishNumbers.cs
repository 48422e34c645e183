using System.Collections.Frozen;

namespace MutualAid.Core.Language;

/// <summary>Reads numbers spelt out in English: two, a dozen, twenty-five, three hundred and fifty.</summary>
internal static class EnglishNumbers
{
    private const int MostWords = 7;

    private static readonly FrozenDictionary<string, decimal> Plain = new Dictionary<string, decimal>
    {
        ["a"] = 1,
        ["an"] = 1,
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["seventeen"] = 17,
        ["eighteen"] = 18,
        ["nineteen"] = 19,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly Lexicon Words = new([.. Plain.Keys, "hundred", "thousand", "dozen"]);
    private static readonly Lexicon Wholes = new("a_dozen half_a half_a_dozen");

    /// <summary>The number that begins here.</summary>
    public static (decimal Value, int End)? Read(string text, int at)
    {
        if (Wholes.At(text, at) is var whole and > 0)
        {
            return (text[at] == 'h' ? (whole > 6 ? 6 : 0.5m) : 12, at + whole);
        }

        var (sum, last, end) = (0m, 0m, at);
        for (var n = 0; n < MostWords && Words.At(text, Start(text, end, at)) is var length and > 0; n++)
        {
            var start = Start(text, end, at);
            var word = text.Substring(start, length);
            var scale = Scale(word);
            if (scale == 0 && !Follows(last, Plain.GetValueOrDefault(word)) || scale > 0 && last == 0 && n > 0 || word == "dozen")
            {
                break;
            }

            (sum, last) = scale > 0 ? (sum - last + (Math.Max(last, 1) * scale), scale) : (sum + Plain[word], Plain[word]);
            end = start + length;
        }

        return end > at ? (sum, end) : null;
    }

    private static decimal Scale(string word) =>
        word switch
        {
            "hundred" => 100,
            "thousand" => 1000,
            _ => 0,
        };

    // twenty five, hundred twenty; not five six.
    private static bool Follows(decimal last, decimal value) =>
        last == 0 || last >= 100 && value < last || last is >= 20 and < 100 && value < 10;

    // The next word, past a space, a hyphen or an "and".
    private static int Start(string text, int end, int first)
    {
        if (end == first || end >= text.Length || text[end] is not (' ' or '-'))
        {
            return end == first ? end : text.Length;
        }

        return string.CompareOrdinal(text, end, " and ", 0, 5) == 0 ? end + 5 : end + 1;
    }
}
