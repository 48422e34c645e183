namespace MutualAid.Core.Language;

/// <summary>Reads items: each amount gets the name before or after it, or the name that waits in an earlier clause.</summary>
internal sealed class ItemScan
{
    private static readonly Lexicon Jokes = new("开玩笑 开个玩笑 说笑的 逗你们 逗大家 闹着玩 just_kidding");

    private readonly string text;
    private readonly ItemMode mode;
    private readonly Mentioned mentioned;
    private readonly Goodslist list;
    private int clauseIndex;
    private int vagueClause = -1;

    private ItemScan(string original, string masked, ItemMode mode)
    {
        (text, this.mode) = (masked, mode);
        (mentioned, list) = (new Mentioned(masked), new Goodslist(original));
    }

    /// <param name="masked">The folded text with everything that is no item (places, times, references) struck out by U+0001.</param>
    public static Goodslist Read(string original, string masked, ItemMode mode) => new ItemScan(original, masked, mode).Run();

    private Goodslist Run()
    {
        foreach (var clause in Clauses.Of(text))
        {
            clauseIndex++;
            if (Jokes.In(text, clause.Start, clause.End))
            {
                // 求冰棍机……开玩笑的: what was said before was not meant.
                mentioned.Clear();
                list.Clear();
            }

            if (Stock.IsGone(text, clause))
            {
                mentioned.Add(Stock.NameOf(text, clause), MentionKind.Depleted, clauseIndex, clause.Mark);
            }
            else if (Stock.IsAside(text, clause, mode))
            {
                mentioned.Add(Stock.NameOf(text, clause), MentionKind.Stock, clauseIndex, clause.Mark);
            }
            else if (clause.Amounts.Count == 0)
            {
                Named(clause);
            }
            else
            {
                Counted(clause);
            }
        }

        list.Emit(mentioned.Asked(list.Items.Count, mode), text);
        return list;
    }

    private void Named(Clause clause)
    {
        var found = Mentions.Of(text, clause, mode, mentioned.InList(clauseIndex));
        if (found.Depleted && found.Kind == MentionKind.Ask)
        {
            // 消毒液、口罩、手套都缺
            foreach (var earlier in mentioned.Recent(m => m.Kind == MentionKind.List && m.Mark == '、'))
            {
                earlier.Kind = MentionKind.Depleted;
            }
        }

        var kind = found.Depleted ? MentionKind.Depleted : found.Kind;
        foreach (var name in Conjoined.Things(text, found.Name))
        {
            mentioned.Add(name, kind, clauseIndex, clause.Mark);
        }

        // 没面没菜了
        for (var i = found.Name.End; !found.Name.IsEmpty && i < clause.End - 1; i++)
        {
            if (
                text[i] is '没' or '断'
                && Nouns.After(text, i + 1, clause.End) is { IsEmpty: false } more
                && more.Start == i + 1
                && Goods.Ends(more.Of(text))
            )
            {
                mentioned.Add(more, kind, clauseIndex, clause.Mark);
            }
        }

        // 没有米和油了
        if (
            !found.Name.IsEmpty
            && found.Kind == MentionKind.Ask
            && Conjoined.Next(text, found.Name.End, clause.End) is { IsEmpty: false } joined
        )
        {
            mentioned.Add(joined, kind, clauseIndex, clause.Mark);
        }
    }

    private void Counted(Clause clause)
    {
        var amounts = Sizes.Drop(text, clause);
        if (amounts.Count == 0)
        {
            Named(clause);
            return;
        }

        var taken = Sizes.PastRoom(text, clause);
        var first = Nouns.Before(text, taken, amounts[0].Start, out var adjacent);
        var after = Nouns.After(text, amounts[0].End, amounts.Count > 1 ? amounts[1].Start : clause.End);
        var labelled =
            !after.IsEmpty
            && text[amounts[0].Start - 1 >= clause.Start ? amounts[0].Start - 1 : amounts[0].Start] == ':'
            && !Goods.Ends(first.IsEmpty ? "" : first.Of(text));
        // 输液泵2台 监护仪1台: each name stands before its amount, or the last one had none.
        var last = amounts.Count > 1 ? Nouns.After(text, amounts[^1].End, clause.End) : default;
        var row =
            amounts.Count > 1 && adjacent && !first.IsEmpty && (last.IsEmpty || Goods.Ends(first.Of(text)) && !Goods.Ends(last.Of(text)));
        // 米要十斤 醋一瓶
        row |= amounts.Count > 1 && !first.IsEmpty && Goods.Ends(first.Of(text)) && Rows(amounts, clause);
        var waited = first.IsEmpty && amounts.Count > 1 && mentioned.Waiting(clauseIndex) is not null && Rows(amounts, clause);
        var leading = !labelled && (row || waited || Leads(first, adjacent, after, amounts[0]));
        for (var n = 0; n < amounts.Count; n++)
        {
            var from = Math.Max(taken, n == 0 ? taken : amounts[n - 1].End);
            var to = n + 1 < amounts.Count ? amounts[n + 1].Start : clause.End;
            var name = waited && n == 0 ? default : Beside(amounts[n], from, to, leading);
            taken = name.IsEmpty ? taken : name.End;
            Take(amounts[n], name, leading && name.End <= amounts[n].Start, clause);
        }

        Join(taken, clause);
    }

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

    // 20个口罩和手套: a thing that is joined on without an amount of its own.
    private void Join(int taken, Clause clause)
    {
        if (Conjoined.Next(text, taken, clause.End) is { IsEmpty: false } joined)
        {
            mentioned.Add(joined, MentionKind.Ask, clauseIndex, clause.Mark);
        }
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

    private void Take(Amount said, Span name, bool leading, Clause clause)
    {
        var amount = IsNegative(said) ? said with { Start = said.Start - 1, Value = null, Doubt = DoubtKind.QuantityInvalid } : said;
        if (amount.Bare && !BareStands(amount, leading, name))
        {
            return;
        }

        // 孩子断奶粉了，二段3罐
        if (name.IsEmpty || Goods.IsSize(name.Of(text)) && mentioned.Waiting(clauseIndex) is not null)
        {
            Attach(amount);
        }
        else if (!IsMoney(amount, name) && !IsPeople(amount, name) && !Places.IsName(name.Of(text), null))
        {
            Count(amount, name);
        }
    }

    private void Count(Amount amount, Span name)
    {
        if (amount.Each)
        {
            foreach (var earlier in mentioned.Members())
            {
                Add(earlier.Name, amount);
                earlier.Used = true;
            }
        }

        var things = Conjoined.Things(text, name, amount.Each);
        mentioned.Retire(name);
        foreach (var thing in things.SkipLast(1))
        {
            if (amount.Each || amount.Vague)
            {
                Add(thing, amount);
            }
            else
            {
                mentioned.Add(thing, MentionKind.Ask, clauseIndex, ',');
            }
        }

        Add(things[^1], amount);
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

    private void Attach(Amount amount)
    {
        if (
            mentioned.Waiting(clauseIndex) is not { } name
            || (vagueClause == clauseIndex - 1 && amount.Value is not null && name.Clause < vagueClause)
        )
        {
            list.Complete(amount);
            return;
        }

        if (amount.Each || amount.Vague)
        {
            foreach (var earlier in mentioned.Listed(name, clauseIndex))
            {
                earlier.Used = true;
                Add(earlier.Name, amount);
            }
        }

        name.Used = true;
        foreach (var thing in Conjoined.Things(text, name.Name, amount.Each))
        {
            Add(thing, amount);
        }
    }

    private void Add(Span name, Amount amount)
    {
        list.Add(name, amount);
        vagueClause = amount.Value is null ? clauseIndex : vagueClause;
    }
}
