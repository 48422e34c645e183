namespace MutualAid.Core.Language;

/// <summary>A part of a message between stops, with the amounts in it.</summary>
/// <param name="Mark">The stop that ends it.</param>
internal sealed record Clause(int Start, int End, char Mark)
{
    public List<Amount> Amounts { get; } = [];
}

/// <summary>Divides folded text into clauses and finds the amounts of each.</summary>
internal static class Clauses
{
    // Nobody says more in one breath; the bound keeps reading linear.
    private const int Longest = 240;

    public static List<Clause> Of(string text)
    {
        var clauses = new List<Clause>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && Texts.IsOpen(text[i]) && Texts.PastBracket(text, i) is var past && past > i)
            {
                i = past - 1;
                continue;
            }

            if (i == text.Length || IsStop(text, i))
            {
                Add(clauses, text, start, i);
                start = i + 1;
            }
            else if (i > start && Breath.IsAt(text, start, i))
            {
                Add(clauses, text, start, i);
                start = i;
            }
            else if (i - start >= Longest)
            {
                Add(clauses, text, start, i);
                start = i;
            }
        }

        return clauses;
    }

    private static bool IsStop(string text, int i)
    {
        var c = text[i];
        if (c == ',' && i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]))
        {
            return !IsGrouping(text, i);
        }

        if (c == '.')
        {
            return i + 1 >= text.Length
                || (text[i + 1] is ' ' or '\n' && i > 0 && !char.IsAsciiDigit(text[i - 1]))
                || IsEnumerator(text, i);
        }

        if (c == ' ' && StartsNumbered(text, i + 1))
        {
            return true;
        }

        if (c == ' ' && i + 5 < text.Length && string.CompareOrdinal(text, i, " and ", 0, 5) == 0)
        {
            return AmountScan.At(text, i + 5) is not null;
        }

        return c is '+' or '/' ? IsJoin(text, i) : Texts.IsStop(c);
    }

    // 1)棉签50包 2)碘伏20瓶
    private static bool StartsNumbered(string text, int i)
    {
        var end = i;
        while (end < text.Length && char.IsAsciiDigit(text[end]) && end - i < 2)
        {
            end++;
        }

        return end > i && end + 1 < text.Length && text[end] == ')' && Texts.IsHan(text[end + 1]);
    }

    // 口罩200个+手套50双, 口罩200个/手套50双
    private static bool IsJoin(string text, int i) =>
        i > 0 && i + 1 < text.Length && Texts.IsHan(text[i - 1]) && Units.At(text, i - 1) == 1 && Texts.IsWord(text[i + 1]);

    public static bool IsGrouping(string text, int comma) =>
        comma + 3 < text.Length
        && char.IsAsciiDigit(text[comma + 2])
        && char.IsAsciiDigit(text[comma + 3])
        && !(comma + 4 < text.Length && char.IsAsciiDigit(text[comma + 4]));

    private static bool IsEnumerator(string text, int dot)
    {
        var i = dot - 1;
        while (i >= 0 && char.IsAsciiDigit(text[i]) && dot - i < 3)
        {
            i--;
        }

        return i < dot - 1
            && (i < 0 || text[i] is '\n' or ' ' or ':' or ';')
            && !(dot + 1 < text.Length && char.IsAsciiDigit(text[dot + 1]));
    }

    private static void Add(List<Clause> clauses, string text, int start, int end)
    {
        start = SkipEnumerator(text, start, end);
        if (start >= end)
        {
            return;
        }

        var clause = new Clause(start, end, end < text.Length ? text[end] : '\n');
        Counting.Scan(clause, text);
        clauses.Add(clause);
    }

    // "1. 口罩", "(1)口罩", "1)口罩", "- 口罩", and "一、口罩", whose first part is a digit alone.
    private static int SkipEnumerator(string text, int start, int end)
    {
        var i = start;
        while (i < end && text[i] is ' ' or '-' or '•' or '·' or '*' or '—')
        {
            i++;
        }

        var digits = i;
        while (digits < end && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        if (digits > i && digits < end && text[digits] == ')')
        {
            return digits + 1;
        }

        var number = digits == end && digits > i && digits - i < 3 && end < text.Length && text[end] is '.' or '、';
        var numeral = end - i == 1 && Numerals.IsDigit(text[i]) && end < text.Length && text[end] == '、';
        return number || numeral ? end
            : i + 2 < end && text[i] == '(' && text[i + 2] == ')' && Numerals.IsDigit(text[i + 1]) ? i + 3
            : i;
    }
}
