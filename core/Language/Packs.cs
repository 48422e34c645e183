namespace MutualAid.Core.Language;

/// <summary>Packs beside an amount: 3箱(每箱48个), 3箱x48, 每箱48个共3箱, 3×48个.</summary>
internal static class Packs
{
    private static readonly Lexicon Together = new("共计 一共 总共 合计 共 ,共 ,一共 要 ,要 来");

    /// <summary>Takes in the pack or the bracket that follows an amount.</summary>
    public static Amount After(string text, Amount amount)
    {
        var at = amount.End;
        if (at < text.Length && Texts.IsOpen(text[at]))
        {
            var end = Texts.PastBracket(text, at);
            return end == at ? amount : Inside(text, amount, at + 1, end - 1) with { End = end };
        }

        if (
            at + 1 < text.Length
            && text[at] is '*' or 'x'
            && char.IsAsciiDigit(text[at + 1])
            && Numerals.Read(text, at + 1) is { Kind: NumeralKind.Exact } n
        )
        {
            var unit = Units.At(text, n.End);
            return amount with { End = n.End + unit, PackSize = n.Value, PackUnitStart = n.End, PackUnitEnd = n.End + unit };
        }

        return amount;
    }

    /// <summary>Reads 每箱48个共3箱 and 3×48个, which begin before or within the number.</summary>
    public static Amount? At(string text, int at)
    {
        if (text[at] == '每')
        {
            return PerPack(text, at);
        }

        if (
            !char.IsAsciiDigit(text[at])
            || Numerals.Read(text, at) is not { Kind: NumeralKind.Exact } times
            || Shapes.IsOther(text, at, times.End)
        )
        {
            return null;
        }

        var second = times.End;
        if (
            second + 1 >= text.Length
            || !(text[second] is '*' or 'x')
            || Numerals.Read(text, second + 1) is not { Kind: NumeralKind.Exact } each
        )
        {
            return null;
        }

        var unit = Units.At(text, each.End);
        var product = times.Value * each.Value;
        return unit > 0 && product <= Numerals.Limit ? new Amount(at, each.End + unit, product, each.End, each.End + unit) : null;
    }

    private static Amount? PerPack(string text, int at)
    {
        var unit = Units.At(text, at + 1);
        if (unit == 0 || Numerals.Read(text, at + 1 + unit) is not { Kind: NumeralKind.Exact } size)
        {
            return null;
        }

        var packUnit = Units.At(text, size.End);
        var i = size.End + packUnit;
        i += Together.At(text, i);
        if (packUnit == 0 || Numerals.Read(text, i) is not { Kind: NumeralKind.Exact } count)
        {
            return null;
        }

        var same = string.CompareOrdinal(text, count.End, text, at + 1, unit) == 0;
        return same
            ? new Amount(at, count.End + unit, count.Value, count.End, count.End + unit)
            {
                PackSize = size.Value,
                PackUnitStart = size.End,
                PackUnitEnd = size.End + packUnit,
            }
            : null;
    }

    private static Amount Inside(string text, Amount amount, int at, int end)
    {
        var i = at < end && text[at] is '每' or '1' or '一' ? at + 1 : at;
        i += Units.At(text, i);
        i += i < end && text[i] is '装' or '有' or '=' or '*' or 'x' ? 1 : 0;
        if (i >= end || Numerals.Read(text, i) is not { Kind: NumeralKind.Exact } n)
        {
            return amount;
        }

        var unit = Units.At(text, n.End);
        return unit > 0 && n.End + unit <= end
            ? amount with
            {
                PackSize = n.Value,
                PackUnitStart = n.End,
                PackUnitEnd = n.End + unit,
            }
            : amount;
    }
}
