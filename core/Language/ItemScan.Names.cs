namespace MutualAid.Core.Language;

internal sealed partial class ItemScan
{
    // 纸尿裤没了 要两包 湿巾三包: each further name stands before its amount, so the first amount is of what was named.
    private bool Rows(List<Amount> amounts, Clause clause)
    {
        for (var n = 1; n < amounts.Count; n++)
        {
            var name = Nouns.Before(text, amounts[n - 1].End, amounts[n].Start, out var adjacent);
            if (!adjacent || name.IsEmpty || !Goods.Ends(name.Of(text)))
            {
                return false;
            }
        }

        return Nouns.After(text, amounts[^1].End, clause.End) is var last && (last.IsEmpty || !Goods.Ends(last.Of(text)));
    }

    // 两百斤土豆 鸡蛋30板: where the name is not on its side, it may stand on the other.
    private Span Beside(Amount amount, int from, int to, bool leading)
    {
        var name = leading ? Nouns.Before(text, from, amount.Start, out _) : Nouns.After(text, amount.End, to);
        if (!name.IsEmpty)
        {
            return name;
        }

        var other = leading ? Nouns.After(text, amount.End, to) : Nouns.Before(text, from, amount.Start, out _);
        return !other.IsEmpty && Goods.Ends(other.Of(text)) ? other : default;
    }

    // 门岗需要2把体温枪 has its name behind, 应急灯需要6个 before.
    private bool Leads(Span before, bool adjacent, Span after, Amount amount)
    {
        if (before.IsEmpty || after.IsEmpty)
        {
            return !before.IsEmpty;
        }

        var (isBefore, isAfter) = (Goods.Ends(before.Of(text)), Goods.Ends(after.Of(text)));
        return isBefore == isAfter ? adjacent : isBefore;
    }

    // 两万块 is money, 两块门帘 is not.
    private bool IsMoney(Amount amount, Span name) =>
        amount.UnitEnd > amount.UnitStart
        && text[amount.UnitStart] == '块'
        && ((amount.Value >= 1000 && !Goods.Ends(name.Of(text))) || Names.IsNick(name.Of(text)));

    private bool IsPeople(Amount amount, Span name) =>
        amount.UnitEnd > amount.UnitStart
        && People.Counts(text[amount.UnitStart..amount.UnitEnd])
        && !People.IsRole(name.Of(text))
        && !(text[amount.UnitStart] == '口' && Goods.Ends(name.Of(text)));

    // 口罩 -5个; in 口罩-5个 the dash only divides.
    private bool IsNegative(Amount amount) =>
        mode == ItemMode.Command
        && amount.Start > 2
        && text[amount.Start - 1] == '-'
        && text[amount.Start - 2] == ' '
        && Texts.IsWord(text[amount.Start - 3])
        && !char.IsAsciiDigit(text[amount.Start - 3]);

    // 口罩500手套200双: a number glued to the next name counts only between two things.
    private bool BareStands(Amount amount, bool leading, Span name)
    {
        var glued = amount.End < text.Length && Texts.IsHan(text[amount.End]) && amount.Hedge == Hedge.Exact;
        if (!glued || amount.Value is null)
        {
            return true;
        }

        return !name.IsEmpty && Goods.Ends(name.Of(text)) && (leading || !Sizes.IsBrand(text, amount));
    }
}
