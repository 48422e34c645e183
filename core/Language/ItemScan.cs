namespace MutualAid.Core.Language;

/// <summary>Reads items: each amount gets the name before or after it, or the name that waits in an earlier clause.</summary>
internal sealed class ItemScan
{
    // So many things are looked back at; the bound keeps reading linear.
    private const int Most = 40;

    private static readonly Lexicon Jokes = new("开玩笑 开个玩笑 说笑的 逗你们 逗大家 闹着玩 just_kidding");

    private readonly string original;
    private readonly string text;
    private readonly ItemMode mode;
    private readonly List<Mention> mentions = [];
    private readonly Goodslist list = new();
    private int clauseIndex;
    private int vagueClause = -1;

    private ItemScan(string original, string masked, ItemMode mode) => (this.original, text, this.mode) = (original, masked, mode);

    /// <param name="masked">The folded text with everything that is no item (places, times, references) struck out by U+0001.</param>
    public static Goodslist Read(string original, string masked, ItemMode mode) => new ItemScan(original, masked, mode).Run();

    private Goodslist Run()
    {
        foreach (var clause in Clauses.Of(text))
        {
            clauseIndex++;
            if (Jokes.In(text, clause.Start, clause.End))
            {
                Forget();
            }

            if (Stock.IsAside(text, clause, mode))
            {
                Mention(Stock.NameOf(text, clause), MentionKind.Stock, clause);
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

        return Finish();
    }

    // 求冰棍机……开玩笑的: what was said before was not meant.
    private void Forget()
    {
        mentions.Clear();
        list.Items.Clear();
        list.Doubts.Clear();
    }

    private void Named(Clause clause)
    {
        var found = Mentions.Of(
            text,
            clause,
            mode,
            mentions.Count > 0 && mentions[^1].Clause == clauseIndex - 1 && mentions[^1].Mark == '、'
        );
        if (found.Depleted && found.Kind == MentionKind.Ask)
        {
            // 消毒液、口罩、手套都缺
            foreach (var earlier in Recent(m => m.Kind == MentionKind.List && m.Mark == '、'))
            {
                earlier.Kind = MentionKind.Depleted;
            }
        }

        Mention(found.Name, found.Depleted ? MentionKind.Depleted : found.Kind, clause);
    }

    private void Mention(Span name, MentionKind kind, Clause clause)
    {
        if (!name.IsEmpty)
        {
            mentions.Add(new Mention(name, kind, clauseIndex, clause.Mark));
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

        var first = Nouns.Before(text, clause.Start, amounts[0].Start, out var adjacent);
        var after = Nouns.After(text, amounts[0].End, amounts.Count > 1 ? amounts[1].Start : clause.End);
        var labelled =
            !after.IsEmpty
            && text[amounts[0].Start - 1 >= clause.Start ? amounts[0].Start - 1 : amounts[0].Start] == ':'
            && !Goods.Ends(first.IsEmpty ? "" : first.Of(text));
        var leading = !labelled && Leads(first, adjacent, after, amounts[0]);
        for (var n = 0; n < amounts.Count; n++)
        {
            var from = n == 0 ? clause.Start : amounts[n - 1].End;
            var to = n + 1 < amounts.Count ? amounts[n + 1].Start : clause.End;
            var name = leading ? Nouns.Before(text, from, amounts[n].Start, out _) : Nouns.After(text, amounts[n].End, to);
            Take(amounts[n], name, leading, clause);
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
        return isBefore == isAfter ? adjacent || !isAfter : isBefore;
    }

    private void Take(Amount said, Span name, bool leading, Clause clause)
    {
        var amount = IsNegative(said) ? said with { Start = said.Start - 1, Value = null, Doubt = DoubtKind.QuantityInvalid } : said;
        if (amount.Bare && !BareStands(amount, leading, name))
        {
            return;
        }

        if (name.IsEmpty)
        {
            Attach(amount);
            return;
        }

        // 两万块 is money, 两块门帘 is not.
        if (
            amount.UnitEnd > amount.UnitStart
            && text[amount.UnitStart] == '块'
            && ((amount.Value >= 1000 && !Goods.Ends(name.Of(text))) || Names.IsNick(name.Of(text)))
        )
        {
            return;
        }

        var isPeople =
            amount.UnitEnd > amount.UnitStart
            && People.Counts(text[amount.UnitStart..amount.UnitEnd])
            && !People.IsRole(name.Of(text))
            && !(text[amount.UnitStart] == '口' && Goods.Ends(name.Of(text)));
        if (isPeople || Places.IsName(name.Of(text), null))
        {
            return;
        }

        if (amount.Each)
        {
            foreach (
                var earlier in Recent(m => m.Kind is MentionKind.List or MentionKind.Ask or MentionKind.Member && !m.Used && m.Mark == '、')
            )
            {
                Add(earlier.Name, amount);
                earlier.Used = true;
            }
        }

        Retire(name);
        Add(name, amount);
    }

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
        var waiting = mentions.FindLastIndex(
            mentions.Count - 1,
            Math.Min(mentions.Count, Most),
            m => !m.Used && m.Kind != MentionKind.Member && clauseIndex - m.Clause <= 4
        );
        if (waiting < 0 || (vagueClause == clauseIndex - 1 && amount.Value is not null && mentions[waiting].Clause < vagueClause))
        {
            Complete(amount);
            return;
        }

        var name = mentions[waiting];
        if (amount.Each || amount.Vague)
        {
            foreach (var earlier in Recent(m => !m.Used && m.Mark == '、' && m != name && m.Kind != MentionKind.Stock))
            {
                earlier.Used = true;
                Add(earlier.Name, amount);
            }
        }

        name.Used = true;
        Add(name.Name, amount);
    }

    // 想捐一批棉手套，大概400双: the second clause says how many a batch is.
    private void Complete(Amount amount)
    {
        if (list.Items is [.., { Quantity: null } last] && amount.Value is not null)
        {
            list.Items.RemoveAt(list.Items.Count - 1);
            list.Doubts.RemoveAll(d => d.Kind == DoubtKind.VagueQuantity);
            var unit =
                amount.Implied ? "个"
                : amount.UnitEnd > amount.UnitStart ? original[amount.UnitStart..amount.UnitEnd]
                : null;
            list.Items.Add(new Item(last.Name, amount.Value, unit) { Hedge = amount.Hedge });
        }
    }

    private IEnumerable<Mention> Recent(Predicate<Mention> which) =>
        mentions.GetRange(Math.Max(0, mentions.Count - Most), Math.Min(Most, mentions.Count)).Where(m => which(m));

    private void Retire(Span name)
    {
        var said = name.Of(text);
        foreach (
            var mention in Recent(m => !m.Used && (m.Name.Of(text) == said || said.EndsWith(m.Name.Of(text), StringComparison.Ordinal)))
        )
        {
            mention.Used = true;
        }
    }

    private void Add(Span name, Amount amount)
    {
        var unit =
            amount.Implied ? "个"
            : amount.UnitEnd > amount.UnitStart ? original[amount.UnitStart..amount.UnitEnd]
            : null;
        var item = new Item(original[name.Start..name.End], amount.Value, amount.Value is null ? null : unit)
        {
            Hedge = amount.Value is null ? Hedge.Exact : amount.Hedge,
            PackSize = amount.PackSize,
            PackUnit = amount.PackUnitEnd > amount.PackUnitStart ? original[amount.PackUnitStart..amount.PackUnitEnd] : null,
        };
        list.Items.Add(item);
        vagueClause = amount.Value is null ? clauseIndex : vagueClause;
        if (amount.Doubt is { } kind)
        {
            list.Doubts.Add(new Doubt(kind, original[amount.Start..amount.End], Quantities.ChoiceTexts(amount, unit ?? "")));
        }
    }

    private Goodslist Finish()
    {
        var counted = list.Items.Count;
        var asked = mentions.Exists(m => m.Kind is MentionKind.Ask or MentionKind.Depleted);
        var known = list.Items.Select(i => Folding.Align(i.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var mention in mentions.Where(m => !m.Used && Emits(m, counted, asked)))
        {
            if (known.Add(mention.Name.Of(text)))
            {
                list.Items.Add(new Item(original[mention.Name.Start..mention.Name.End]));
            }
        }

        list.OnlyNamed = counted == 0 && list.Items.Count > 0;
        return list;
    }

    private bool Emits(Mention mention, int counted, bool asked) =>
        mention.Kind switch
        {
            MentionKind.Ask => counted == 0 || mode is ItemMode.Sentence or ItemMode.Command,
            MentionKind.Depleted => counted == 0,
            MentionKind.List => mode == ItemMode.Command || asked,
            _ => false,
        };
}
