namespace MutualAid.Core.Language;

/// <summary>Finds amounts in folded text.</summary>
internal static class AmountScan
{
    private static readonly Lexicon VagueWords = Lexicon.Listed("AmountsVagueWords");

    private static readonly Lexicon AboutBefore = new(
        "约 大约 大概 大约莫 差不多 约莫 近 将近 接近 估计 about around roughly approximately nearly almost"
    );
    private static readonly Lexicon AtLeastBefore = new("至少 最少 起码 不少于 不低于 at_least 最低");
    private static readonly Lexicon AboutAfter = new("左右 上下 来 来个 光景 or_so");
    private static readonly Lexicon AtLeastAfter = new("+ 以上 多 余 起 or_more");

    /// <summary>The amount that begins at this place, if one does.</summary>
    public static Amount? At(string text, int at)
    {
        var start = at;
        var hedge = Hedge.Exact;
        if (AboutBefore.At(text, at) is var about and > 0)
        {
            (hedge, at) = (Hedge.About, Space(text, at + about));
        }
        else if (AtLeastBefore.At(text, at) is var least and > 0)
        {
            (hedge, at) = (Hedge.AtLeast, Space(text, at + least));
        }

        var amount =
            at >= text.Length ? null : Packs.At(text, at) ?? Pair(text, at) ?? Half(text, at) ?? Word(text, at) ?? Counted(text, at);
        return amount is null ? null : amount with { Start = start, Hedge = amount.Hedge == Hedge.Exact ? hedge : amount.Hedge };
    }

    private static Amount? Pair(string text, int at)
    {
        var value = text[at] == '俩' ? 2 : 3;
        if (text[at] is not ('俩' or '仨'))
        {
            return null;
        }

        var unit = Units.At(text, at + 1);
        return unit > 0 && !People.Counts(text.Substring(at + 1, unit))
            ? new Amount(at, at + 1 + unit, value, at + 1, at + 1 + unit)
            : new Amount(at, at + 1, value) { Implied = true };
    }

    private static Amount? Half(string text, int at)
    {
        if (text[at] != '半' || (at > 0 && (Numerals.IsDigit(text[at - 1]) || text[at - 1] is '点' or '一' or '大' or '个' or '多')))
        {
            return null;
        }

        var unit = Units.At(text, at + 1);
        var ok =
            unit > 0
            && !text.AsSpan(at + 1, unit).SequenceEqual("个")
            && !text.AsSpan(at + 1, unit).SequenceEqual("面")
            && !Units.MakesName(text, at + 1 + unit);
        return ok ? new Amount(at, at + 1 + unit, 0.5m, at + 1, at + 1 + unit) : null;
    }

    private static Amount? Word(string text, int at)
    {
        if (VagueWords.At(text, at) is var vague and > 0)
        {
            return new Amount(at, at + vague, null) { Doubt = DoubtKind.VagueQuantity };
        }

        // 还剩些蛋糕
        if (
            text[at] == '些'
            && at > 0
            && !"这那一有好某哪".Contains(text[at - 1], StringComparison.Ordinal)
            && Goods.Heads.At(text, at + 1) > 0
        )
        {
            return new Amount(at, at + 1, null) { Doubt = DoubtKind.VagueQuantity };
        }

        return EnglishNumbers.Read(text, at) is { } said ? InEnglish(text, at, said.Value, said.End) : null;
    }

    private static Amount? InEnglish(string text, int at, decimal value, int end)
    {
        if (end >= text.Length || text[end] != ' ')
        {
            return null;
        }

        var unit = Units.At(text, end + 1);
        return unit == 0 && value < 2 && text[at] == 'a' ? null
            : unit == 0 ? new Amount(at, end, value)
            : new Amount(at, end + 1 + unit, value, end + 1, end + 1 + unit);
    }

    private static Amount? Counted(string text, int at)
    {
        if (Numerals.Read(text, at) is not { } n || Shapes.IsOther(text, at, n.End))
        {
            return null;
        }

        var (i, hedge) = Suffix(text, n.End, n);
        var unitAt = Space(text, i, 1);
        var unit = Units.At(text, unitAt);
        if (unit == 0 && Space(text, i) is var far && far > unitAt && Units.At(text, far) is var apart && IsEnd(text, far + apart))
        {
            (unitAt, unit) = (far, apart);
        }

        if (unit == 0)
        {
            return WithoutUnit(text, at, n, i, hedge);
        }

        if (
            Units.MakesName(text, unitAt + unit)
            || (unitAt > i && char.IsAsciiLetter(text[unitAt]) && n.Kind == NumeralKind.Exact && !n.Arabic)
        )
        {
            return null;
        }

        return WithUnit(text, at, n, unitAt, unitAt + unit, hedge);
    }

    private static bool IsEnd(string text, int at) => at >= text.Length || !Texts.IsWord(text[at]);

    private static Amount? WithoutUnit(string text, int at, Numeral n, int end, Hedge hedge)
    {
        if (
            Units.IsForeign(text, end)
            || Units.IsForeign(text, n.End)
            || n.Lone
            || IsSpelt(text, n)
            || (end < text.Length && text[end] == '半')
        )
        {
            return null;
        }

        var size = n.Kind == NumeralKind.Exact && n.Value < 0.0001m;
        return new Amount(at, end, Value(n, null))
        {
            Hedge = hedge,
            Doubt = size ? DoubtKind.QuantityInvalid : Doubt(n, null),
            Choices = n.Choices,
        };
    }

    // 三八 and 一二 are words or names; 三十八 is a number.
    private static bool IsSpelt(string text, Numeral n)
    {
        for (var i = n.Start; i < n.End; i++)
        {
            if (char.IsAsciiDigit(text[i]) || Numerals.IsMultiplier(text[i]) || !Numerals.IsDigit(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static Amount WithUnit(string text, int at, Numeral n, int unitAt, int unitEnd, Hedge hedge)
    {
        var unit = text[unitAt..unitEnd];
        var value = Value(n, unit);
        var end = unitEnd;
        if (value is { } whole && end < text.Length && text[end] == '半' && !Units.IsForeign(text, end + 1) && Units.At(text, end + 1) == 0)
        {
            (value, end) = (whole + 0.5m, end + 1);
        }

        var after = Space(text, end, 1);
        if (AboutAfter.At(text, after) is var about and > 0 && !Continues(text, after, about))
        {
            (hedge, end) = (Hedge.About, after + about);
        }
        else if (AtLeastAfter.At(text, after) is var least and > 0 && !Continues(text, after, least))
        {
            (hedge, end) = (Hedge.AtLeast, after + least);
        }

        var amount = new Amount(at, end, value, unitAt, unitEnd)
        {
            Hedge = hedge,
            Doubt = Doubt(n, unit),
            Choices = Choices(n, unit),
        };
        return Packs.After(text, amount);
    }

    private static (int End, Hedge Hedge) Suffix(string text, int i, Numeral n)
    {
        if (n.Kind == NumeralKind.Vague || i >= text.Length)
        {
            return (i, Hedge.Exact);
        }

        if (text[i] == '+' || (text[i] is '多' or '余' or '把' && i + 1 < text.Length && Units.At(text, i + 1) > 0))
        {
            return (i + 1, text[i] == '把' ? Hedge.About : Hedge.AtLeast);
        }

        if (text[i] == '来' && Units.At(text, i + 1) > 0)
        {
            return (i + 1, Hedge.About);
        }

        if (AboutAfter.At(text, i) is var about and > 0 && text[i] != '来')
        {
            return (i + about, Hedge.About);
        }

        return AtLeastAfter.At(text, i) is var least and > 1 ? (i + least, Hedge.AtLeast) : (i, Hedge.Exact);
    }

    // 五十个来 ends there; 来自, 来不及 and 多余 go on.
    private static bool Continues(string text, int at, int length) =>
        text[at] is '来' or '多' or '余' or '起' or '上' or '+' && at + length < text.Length && Texts.IsHan(text[at + length]);

    private static decimal? Value(Numeral n, string? unit) =>
        n.Kind == NumeralKind.Exact && n.Value > 0 && (n.Value == decimal.Truncate(n.Value) || unit is null || !Units.IsDiscrete(unit))
            ? n.Value / 1.000000000000000000000000000000m
            : null;

    private static DoubtKind? Doubt(Numeral n, string? unit) =>
        n.Kind switch
        {
            NumeralKind.TooLarge => DoubtKind.QuantityTooLarge,
            NumeralKind.Invalid => DoubtKind.QuantityInvalid,
            NumeralKind.Vague => DoubtKind.VagueQuantity,
            _ => Value(n, unit) is null ? DoubtKind.VagueQuantity : null,
        };

    private static IReadOnlyList<decimal> Choices(Numeral n, string unit) =>
        n.Kind == NumeralKind.Exact && n.Value > 0 && Value(n, unit) is null
            ? [decimal.Floor(n.Value), decimal.Ceiling(n.Value)]
            : n.Choices;

    private static int Space(string text, int i, int most = 3)
    {
        for (var n = 0; n < most && i < text.Length && text[i] == ' '; n++)
        {
            i++;
        }

        return i;
    }
}
