using MutualAid.Core.Data;
using MutualAid.Core.Language;

namespace MutualAid.Core.Imports;

/// <summary>Resources: by who gives them and what it is; how much of it may have changed.</summary>
internal sealed class ResourceMatching(IReadOnlyList<Known> known) : Matching
{
    private readonly HashSet<long> taken = [];
    private readonly ILookup<string, Known> whole = known.ToLookup(it => Key(it.Facts, withAmounts: true), StringComparer.Ordinal);
    private readonly ILookup<string, Known> named = known.ToLookup(it => Key(it.Facts, withAmounts: false), StringComparer.Ordinal);

    protected override void Find(IReadOnlyList<SheetRow> rows)
    {
        // Who gives the same thing twice, in two amounts, keeps both; what is still to be had comes first.
        foreach (var row in rows)
            Take(row, whole[Key(row.Facts, withAmounts: true)].Where(it => !it.HasLeft));
        foreach (var row in rows.Where(it => !IsTold(it)))
            Take(row, named[Key(row.Facts, withAmounts: false)].Where(it => !it.HasLeft));
        foreach (var row in rows.Where(it => !IsTold(it) && whole[Key(it.Facts, withAmounts: true)].Any(each => each.HasLeft)))
            Wrong(row, FaultKind.Withdrawn, "item", row["item"]!);
    }

    private void Take(SheetRow row, IEnumerable<Known> like)
    {
        if (like.FirstOrDefault(it => !taken.Contains(it.Id)) is not { } it)
            return;
        taken.Add(it.Id);
        Is(row, it);
    }

    private static string Key(IReadOnlyDictionary<string, string> facts, bool withAmounts) =>
        string.Join(
            '\u0001',
            Goodslines
                .Of(facts)
                .Select(it => Key(it, withAmounts))
                .Order(StringComparer.Ordinal)
                .Prepend(Folded.Key(facts.GetValueOrDefault("who")))
        );

    private static string Key(Item item, bool withAmount) =>
        withAmount
            ? $"{Folded.Key(item.Name)} {(item.Quantity is { } number ? QuantityCell.Text(number) : "")}{Folded.Key(item.Unit)}"
            : Folded.Key(item.Name);
}
