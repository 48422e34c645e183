namespace MutualAid.Core.Language;

/// <summary>Finds the amounts of goods in a clause: not what is told for each, and not how many people there are.</summary>
internal static class Counting
{
    private static readonly Lexicon PerHead = Lexicon.Listed("ClausesPerHead");
    private static readonly Lexicon Counted = Lexicon.Listed("ClausesCounted");
    private static readonly Lexicon Spent = new("花 亏 赔 挣 赚 修要 收费 涨 欠 工钱 卖");
    private static readonly Lexicon Whole = new("样 个 位 名 户 家 口 对");

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

    /// <summary>Adds the amounts that stand in a clause.</summary>
    public static void Scan(Clause clause, string text)
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
    public static bool IsSomebody(string text, int at) => Counted.At(text, at) > 1;

    // 一个宝妈急等着用, 再报一个新的: people and matters are counted, no goods.
    private static bool CountsNoGoods(string text, Clause clause, Amount amount)
    {
        if (Days.Has(text, amount.End, "钱") || text[amount.UnitStart] == '块' && Spent.In(text, clause.Start, amount.Start))
        {
            return true;
        }

        if (amount.UnitEnd <= amount.UnitStart || !Whole.Is(text[amount.UnitStart..amount.UnitEnd]))
        {
            return false;
        }

        var at = amount.End < text.Length && text[amount.End] == '的' ? amount.End + 1 : amount.End;
        if (text[amount.UnitStart] == '样')
        {
            // 标准不一样
            return amount.Value == 1;
        }

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
            || (text[i - 1] == ',' && i > 1 && char.IsAsciiDigit(text[i - 2]) && Clauses.IsGrouping(text, i - 1))
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
