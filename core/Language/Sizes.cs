namespace MutualAid.Core.Language;

/// <summary>Sizes within a name (500ml酒精 30瓶) and numbers that are names (84消毒液).</summary>
internal static class Sizes
{
    private static readonly Lexicon Brands = new("84 75 95 3m 7502 999 666 360");
    private static readonly Lexicon Measures = Lexicon.Listed("SizesMeasures");

    // 2.5升水桶6个: a size, if nothing stands behind what is counted.
    private static readonly Lexicon Bulk = new("升 l 米 公斤 千克 kg 斤 吨");

    /// <summary>The amounts of a clause without those that only name a size.</summary>
    public static List<Amount> Drop(string text, Clause clause)
    {
        var kept = new List<Amount>();
        for (var n = 0; n < clause.Amounts.Count; n++)
        {
            var amount = clause.Amounts[n];
            if (n > 0 && amount.Bare && IsBrand(text, amount) && clause.Amounts[n - 1].End == amount.Start)
            {
                continue;
            }

            var next = n + 1 < clause.Amounts.Count ? clause.Amounts[n + 1] : null;
            if (n == 0 && PastRoom(text, clause) > clause.Start)
            {
                continue;
            }

            if (next is null || !NamesSize(text, amount, next, n == 0 ? clause.Start : clause.Amounts[n - 1].End))
            {
                kept.Add(amount);
            }
        }

        return kept;
    }

    /// <summary>502 灯管2根: a number by itself before the thing is a door; where the thing begins.</summary>
    public static int PastRoom(string text, Clause clause) =>
        clause.Amounts is [{ Bare: true, Value: >= 100 } room, var next, ..]
        && room.End - room.Start is 3 or 4
        && text[room.End] == ' '
        && clause.Start + (text[clause.Start] == ' ' ? 1 : 0) == room.Start
        && next.UnitEnd > next.UnitStart
        && next.Start - room.End > 2
            ? room.End
            : clause.Start;

    public static bool IsBrand(string text, Amount amount) => Brands.At(text, amount.Start) == amount.End - amount.Start;

    /// <summary>爱他美3段4罐: the number belongs to the name that the next amount counts.</summary>
    public static bool IsGluedName(string text, Amount amount)
    {
        if (
            !amount.Bare
            || amount.Value is null
            || amount.Hedge != Hedge.Exact
            || amount.End >= text.Length
            || !Texts.IsHan(text[amount.End])
            || text[amount.End] == '是'
        )
        {
            return false;
        }

        var end = amount.End;
        while (end < text.Length && Texts.IsHan(text[end]) && end - amount.End < 12 && !Numerals.IsDigit(text[end]))
        {
            end++;
        }

        var before = amount.Start > 0 && Texts.IsHan(text[amount.Start - 1]);
        return before && !Goods.Has(text[amount.End..end]) && end < text.Length && Numerals.IsDigit(text[end]);
    }

    /// <summary>84消毒液: the number is glued to the name that it begins.</summary>
    public static bool IsGluedBrand(string text, Amount amount) =>
        amount.Bare && IsBrand(text, amount) && amount.End < text.Length && Texts.IsHan(text[amount.End]);

    /// <summary>2B铅笔: a number glued to a letter is the name of a model.</summary>
    public static bool IsModel(string text, Amount amount) =>
        amount.Bare && amount.End < text.Length && char.IsAsciiLetter(text[amount.End]);

    private static bool NamesSize(string text, Amount amount, Amount next, int from)
    {
        if (amount.UnitEnd == amount.UnitStart)
        {
            return IsBrand(text, amount) && next.UnitEnd > next.UnitStart && Nouns.Before(text, from, amount.Start, out _).IsEmpty;
        }

        var unit = text[amount.UnitStart..amount.UnitEnd];
        var between = text[amount.End..next.Start].Trim(' ', '*', 'x', '/');
        if (between.Length == 0)
        {
            return Measures.Is(unit) && !Nouns.Before(text, from, amount.Start, out _).IsEmpty;
        }

        return (Units.IsSize(unit) || Bulk.Is(unit) && Nouns.After(text, next.End, Math.Min(text.Length, next.End + 12)).IsEmpty)
            && Nouns.Before(text, from, amount.Start, out _).IsEmpty
            && !Nouns.Before(text, amount.End, next.Start, out var adjacent).IsEmpty
            && adjacent;
    }
}
