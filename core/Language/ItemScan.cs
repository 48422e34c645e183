namespace MutualAid.Core.Language;

/// <summary>Reads items: each amount gets the name before or after it, or the name that waits in an earlier clause.</summary>
internal sealed partial class ItemScan
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
        var all = found.Depleted && text.AsSpan(clause.Start, clause.End - clause.Start).Contains('都');
        foreach (var name in Conjoined.Things(text, found.Name, all))
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

    // 20个口罩和手套: a thing that is joined on without an amount of its own.
    private void Join(int taken, Clause clause)
    {
        if (Conjoined.Next(text, taken, clause.End) is { IsEmpty: false } joined)
        {
            mentioned.Add(joined, MentionKind.Ask, clauseIndex, clause.Mark);
        }
    }

    private void Take(Amount said, Span name, bool leading, Clause clause)
    {
        var amount = IsNegative(said) ? said with { Start = said.Start - 1, Value = null, Doubt = DoubtKind.QuantityInvalid } : said;
        if (amount.Bare && !BareStands(amount, leading, name))
        {
            return;
        }

        // 16 sheets: the unit is the thing.
        if (
            name.IsEmpty
            && said.UnitEnd > said.UnitStart
            && char.IsAsciiLetter(text[said.UnitStart])
            && Goods.Heads.Is(text[said.UnitStart..said.UnitEnd])
        )
        {
            name = new Span(said.UnitStart, said.UnitEnd);
            amount = amount with { UnitEnd = said.UnitStart };
        }

        // 孩子断奶粉了，二段3罐
        if (name.IsEmpty || Goods.IsSize(name.Of(text)) && mentioned.Waiting(clauseIndex) is not null)
        {
            Attach(amount);
        }
        else if (!IsMoney(amount, name) && !IsPeople(amount, name) && !People.IsKin(name.Of(text)) && !Places.IsName(name.Of(text), null))
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
