using System.Text.RegularExpressions;
using MutualAid.Core.Language;

namespace MutualAid.Core.Imports;

/// <summary>What several columns say together.</summary>
internal static partial class Completing
{
    public static SheetRow Complete(ImportKind kind, SheetRow row) =>
        kind switch
        {
            ImportKind.Communities => Contact(row),
            ImportKind.Donations => Goods(row),
            ImportKind.Resources => Amount(row),
            _ => row,
        };

    // A community keeps one line about whom to call.
    private static SheetRow Contact(SheetRow row)
    {
        if (row["phone"] is not { } phone)
            return row;
        var contact =
            row["contact"] is not { } name ? phone
            : name.Contains(phone, StringComparison.Ordinal) ? name
            : $"{name} {phone}";
        return row with { Facts = With(row.Facts, ("contact", contact), ("phone", null)) };
    }

    // 口罩 100个，手套 20双 in one cell, or 100个 where the number belongs.
    private static SheetRow Goods(SheetRow row)
    {
        // Who gave without a name has none.
        var donors = Values.List(row["donor"] ?? "").Where(name => !Names.IsAnonymous(Folding.Fold(name))).ToList();
        return Amount(row with { Facts = With(row.Facts, ("donor", donors.Count == 0 ? null : string.Join('、', donors))) });
    }

    private static SheetRow Amount(SheetRow row)
    {
        if (row["item"] is not { } item)
            return row;
        if (row["quantity"] is { } said)
        {
            var (number, unit) = QuantityCell.Parts(said);
            return row with { Facts = With(row.Facts, ("quantity", QuantityCell.Text(number!.Value)), ("unit", row["unit"] ?? unit)) };
        }

        // A number that could not be read is told; what the name holds is not taken in its place.
        if (row.Faults.Any(it => it.Field == "quantity"))
            return row;
        item = Vague().Replace(item, "");
        row = row with { Facts = With(row.Facts, ("item", item)) };
        var items = Goodslines.Read(item);
        if (items is not [{ Quantity: not null }])
            return items.Count < 2 ? row : row with { Facts = With(row.Facts, ("item", Goodslines.Write(items)), ("unit", null)) };
        var one = items[0];
        return row with
        {
            Facts = With(
                row.Facts,
                ("item", one.Name),
                ("quantity", QuantityCell.Text(one.Quantity!.Value)),
                ("unit", one.Unit ?? row["unit"])
            ),
        };
    }

    // 旧衣物若干: no number, and no part of the name.
    [GeneratedRegex(@"(?<=.)\s*(?:若干|一批|一些|适量|不等)$")]
    private static partial Regex Vague();

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> facts, params (string Key, string? Value)[] changes)
    {
        var changed = facts.ToDictionary(StringComparer.Ordinal);
        foreach (var (key, value) in changes)
        {
            if (value is null)
                changed.Remove(key);
            else
                changed[key] = value;
        }

        return changed;
    }
}

/// <summary>Goods in one text.</summary>
public static class Goodslines
{
    public static IReadOnlyList<Item> Read(string text) =>
        Reader.Read($"/donation {text.ReplaceLineEndings("，")}", new ReadingContext(DateTime.UnixEpoch, Addressed: true)).Items;

    public static string Write(IEnumerable<Item> items) =>
        string.Join(
            '，',
            items.Select(it => $"{it.Name} {(it.Quantity is { } number ? QuantityCell.Text(number) : "")}{it.Unit}".TrimEnd())
        );

    /// <summary>The goods of a row.</summary>
    public static IReadOnlyList<Item> Of(IReadOnlyDictionary<string, string> facts)
    {
        var (name, quantity) = (facts.GetValueOrDefault("item", ""), QuantityCell.Parts(facts.GetValueOrDefault("quantity")).Number);
        if (quantity is null && Read(name) is { Count: > 1 } several)
            return several;
        return [new Item(name, quantity, facts.GetValueOrDefault("unit"))];
    }
}
