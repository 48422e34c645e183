using MutualAid.Core.Data;
using MutualAid.Core.Language;

namespace MutualAid.Core.Imports;

/// <summary>Communities: by name, or by another name of theirs.</summary>
internal sealed class CommunityMatching(IReadOnlyList<Known> known) : Matching
{
    private readonly Dictionary<string, Known> byName = Names(known);

    protected override void Find(IReadOnlyList<SheetRow> rows)
    {
        var said = new Dictionary<string, SheetRow>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var names = Values
                .List(row["aliases"] ?? "")
                .Prepend(row["name"]!)
                .Select(Folded.Key)
                .Distinct(StringComparer.Ordinal)
                .ToList();
            var it = byName.GetValueOrDefault(names[0]);
            if (names.Find(said.ContainsKey) is { } twin)
                Wrong(row, FaultKind.Repeated, "name", Number(said[twin]));
            else if (
                names
                    .Skip(1)
                    .Select(name => byName.GetValueOrDefault(name))
                    .FirstOrDefault(other => other is not null && other.Id != it?.Id) is
                { } other
            )
                Wrong(row, FaultKind.OtherCommunity, "aliases", other["name"]);
            else if (it is not null)
                // It keeps the name that it goes by here.
                Is(row, it with { Shared = ["name"] });
            foreach (var name in names)
                said.TryAdd(name, row);
        }
    }

    private static Dictionary<string, Known> Names(IReadOnlyList<Known> known)
    {
        var names = new Dictionary<string, Known>(StringComparer.Ordinal);
        foreach (var it in known)
        {
            foreach (var name in Values.List(it["aliases"]).Prepend(it["name"]))
                names.TryAdd(Folded.Key(name), it);
        }

        return names;
    }
}

/// <summary>Posts: by title and column.</summary>
internal sealed class PostMatching(IReadOnlyList<Known> known) : Matching
{
    private readonly ILookup<string, Known> byTitle = known.ToLookup(it => Key(it["column"], it["title"]), StringComparer.Ordinal);

    protected override void Find(IReadOnlyList<SheetRow> rows)
    {
        var said = new Dictionary<string, SheetRow>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var key = Key(row["column"]!, row["title"]!);
            if (!said.TryAdd(key, row))
                Wrong(row, FaultKind.Repeated, "title", Number(said[key]));
            else if (byTitle[key].FirstOrDefault() is { } it)
                Is(row, it);
        }
    }

    private static string Key(string column, string title) => $"{Folding.Fold(column)}\u0001{Folding.Fold(title)}";
}

/// <summary>Donations: by day, donors and goods, as often as they stand there.</summary>
internal sealed class DonationMatching(IReadOnlyList<Known> known) : Matching
{
    private readonly Dictionary<string, Queue<Known>> left = known
        .GroupBy(it => Key(it.Facts, Goodslines.Of(it.Facts)[0]), StringComparer.Ordinal)
        .ToDictionary(it => it.Key, it => new Queue<Known>(it), StringComparer.Ordinal);

    protected override void Find(IReadOnlyList<SheetRow> rows)
    {
        foreach (var row in rows)
        {
            var items = Goodslines.Of(row.Facts);
            var lines = items.Select(item => left.GetValueOrDefault(Key(row.Facts, item))).ToList();
            if (lines.Exists(it => it is null || it.Count == 0))
                continue;
            var found = lines.ConvertAll(it => it!.TryDequeue(out var line) ? line : null);
            if (found[0] is { } first)
                Is(row, first with { Shared = items.Count > 1 ? ["item", "donor"] : [.. first.Shared, "donor"] });
        }
    }

    private static string Key(IReadOnlyDictionary<string, string> facts, Item item) =>
        string.Join(
            '\u0001',
            facts.GetValueOrDefault("date"),
            string.Join('、', Values.List(facts.GetValueOrDefault("donor", "")).Select(Folded.Key).Order(StringComparer.Ordinal)),
            Folded.Key(item.Name),
            item.Quantity is { } number ? QuantityCell.Text(number) : "",
            Folded.Key(item.Unit)
        );
}
