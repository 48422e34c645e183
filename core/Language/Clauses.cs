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

    private static readonly Lexicon PerHead = Lexicon.Listed("ClausesPerHead");
    private static readonly Lexicon Counted = Lexicon.Listed("ClausesCounted");
    private static readonly Lexicon Whole = new("个 位 名 户 家 口 对");

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

    /// <summary>Whether an amount is said between the places.</summary>
    public static bool HasAmount(string text, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (Starts(text, i) && AmountScan.At(text, i) is { Value: not null } amount && amount.End <= to)
            {
                return true;
            }
        }

        return false;
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

    private static bool IsGrouping(string text, int comma) =>
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
        Scan(clause, text);
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

    private static void Scan(Clause clause, string text)
    {
        for (var i = clause.Start; i < clause.End; )
        {
            if (Texts.IsOpen(text[i]) && Texts.PastBracket(text, i) is var past && past > i)
            {
                i = past;
                continue;
            }

            if (
                Starts(text, i)
                && AmountScan.At(text, i) is { } amount
                && amount.End <= clause.End
                && !Sizes.IsGluedBrand(text, amount)
                && !Sizes.IsGluedName(text, amount)
                && !Sizes.IsModel(text, amount)
            )
            {
                if (!IsPer(text, clause, i) && !CountsNoGoods(text, clause, amount))
                {
                    clause.Amounts.Add(amount with { Each = text[Math.Max(clause.Start, i - 2)..i].Contains('各') });
                }

                i = amount.End;
                continue;
            }

            i += Math.Max(1, NumberLength(text, i));
        }
    }

    /// <summary>给独居老人分药 tells for whom.</summary>
    public static bool CountsPeople(string text, int at) => Counted.At(text, at) > 1;

    // 一个宝妈急等着用, 再报一个新的: people and matters are counted, no goods.
    private static bool CountsNoGoods(string text, Clause clause, Amount amount)
    {
        if (amount.UnitEnd <= amount.UnitStart || !Whole.Is(text[amount.UnitStart..amount.UnitEnd]))
        {
            return false;
        }

        var at = amount.End < text.Length && text[amount.End] == '的' ? amount.End + 1 : amount.End;
        if (
            text[clause.End - 1] == '的'
            && clause.End - amount.End is > 1 and < 7
            && Texts.IsHan(text[amount.End])
            && !Goods.Has(text[amount.End..clause.End])
        )
        {
            // 来了六个避险的
            return true;
        }

        var end = at + Counted.At(text, at);
        return end > at
            && (
                end < text.Length && text[end] == ':'
                || !(Nouns.After(text, amount.End, clause.End) is { IsEmpty: false } thing && Goods.Ends(thing.Of(text)))
            );
    }

    // An amount begins a run of digits, never in the middle of one.
    private static bool Starts(string text, int i) =>
        i == 0
        || !(Numerals.IsDigit(text[i]) || Numerals.IsMultiplier(text[i]))
        || !(
            (char.IsAsciiDigit(text[i - 1]) && (char.IsAsciiDigit(text[i]) || !IsModelBefore(text, i)))
            || (char.IsAsciiLetter(text[i - 1]) && text[i - 1] != 'x' && char.IsAsciiDigit(text[i]))
            || (text[i - 1] == '.' && i > 1 && char.IsAsciiDigit(text[i - 2]) && char.IsAsciiDigit(text[i]))
            || (text[i - 1] == ',' && i > 1 && char.IsAsciiDigit(text[i - 2]) && IsGrouping(text, i - 1))
            || text[i - 1] == '第'
        );

    // N95两箱: the digits behind a letter are no part of the numeral.
    private static int NumberLength(string text, int i) =>
        i > 0 && char.IsAsciiLetter(text[i - 1]) ? Digits(text, i)
        : char.IsAsciiDigit(text[i]) && Numerals.Read(text, i) is { } n ? n.End - i
        : 1;

    private static int Digits(string text, int i)
    {
        var end = i;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return Math.Max(1, end - i);
    }

    private static bool IsModelBefore(string text, int i)
    {
        var at = i;
        while (at > 0 && i - at < 5 && char.IsAsciiDigit(text[at - 1]))
        {
            at--;
        }

        return at < i && at > 0 && char.IsAsciiLetter(text[at - 1]) && text[at - 1] != 'x';
    }

    // 每日捐奶茶三十杯 is what is given each day.
    private static bool Gives(string text, int from, int to) => text.AsSpan(from, to - from).ContainsAny("捐送出供给");

    // 可出盒饭，每天100份
    private static bool GivesDaily(string text, Clause clause, int at, int length) =>
        at == clause.Start
        && text[at + length - 1] is '天' or '日' or '周' or '月' or '次'
        && text.AsSpan(Math.Max(0, at - 16), Math.Min(16, at)).ContainsAny("出供捐送");

    private static bool IsPer(string text, Clause clause, int at)
    {
        for (var i = Math.Max(clause.Start, at - 6); i < at; i++)
        {
            var length = PerHead.At(text, i);
            if (length > 0 && GivesDaily(text, clause, i, length))
            {
                continue;
            }

            if (length > 0 && i + length <= at && at - i - length <= 3 && !Gives(text, i + length, at))
            {
                return true;
            }
        }

        return false;
    }
}
