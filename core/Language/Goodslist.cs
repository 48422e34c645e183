namespace MutualAid.Core.Language;

/// <summary>What a message says of things and amounts.</summary>
/// <param name="original">The message as typed.</param>
internal sealed class Goodslist(string original)
{
    public List<Item> Items { get; } = [];
    public List<Doubt> Doubts { get; } = [];

    public void Clear()
    {
        Items.Clear();
        Doubts.Clear();
    }

    public void Add(Span name, Amount amount)
    {
        var unit = Unit(amount);
        Items.Add(
            new Item(original[name.Start..name.End], amount.Value, amount.Value is null ? null : unit)
            {
                Hedge = amount.Value is null ? Hedge.Exact : amount.Hedge,
                PackSize = amount.PackSize,
                PackUnit = amount.PackUnitEnd > amount.PackUnitStart ? original[amount.PackUnitStart..amount.PackUnitEnd] : null,
            }
        );
        if (amount.Doubt is { } kind)
        {
            Doubts.Add(new Doubt(kind, original[amount.Start..amount.End], Quantities.ChoiceTexts(amount, unit ?? "")));
        }
    }

    // 想捐一批棉手套，大概400双: the second clause says how many a batch is.
    public void Complete(Amount amount)
    {
        if (Items is [.., { Quantity: null } last] && amount.Value is not null)
        {
            Items.RemoveAt(Items.Count - 1);
            Doubts.RemoveAll(d => d.Kind == DoubtKind.VagueQuantity);
            Items.Add(new Item(last.Name, amount.Value, Unit(amount)) { Hedge = amount.Hedge });
        }
    }

    /// <summary>Adds things that are asked for without an amount.</summary>
    public void Emit(IEnumerable<Mention> mentions, string text)
    {
        var known = Items.Select(i => Folding.Align(i.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var mention in mentions)
        {
            if (known.Add(mention.Name.Of(text)))
            {
                Items.Add(new Item(original[mention.Name.Start..mention.Name.End]));
            }
        }
    }

    private string? Unit(Amount amount) =>
        amount.Implied ? "个"
        : amount.UnitEnd > amount.UnitStart ? original[amount.UnitStart..amount.UnitEnd]
        : null;
}
