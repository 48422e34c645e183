using System.Text.Json;
using MutualAid.Core.Language;
using MutualAid.Core.Language.Lists;

namespace MutualAid.Tests.Language;

/// <summary>A pasted list with what it should say, and the comparison line by line.</summary>
internal sealed record Pasted(string Id, string Text, JsonElement Gold)
{
    public static List<Pasted> Load() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "chains.jsonl")).Where(line => line.Length > 0).Select(Parse)];

    public string Kind => Said(Gold, "kind");

    public List<string> Rows => [.. Gold.GetProperty("rows").EnumerateArray().Select(Row)];

    /// <summary>The expected totals over the rows that the reader did not put in doubt.</summary>
    public List<string> Totals(PastedList read)
    {
        var rows = Gold.GetProperty("rows").EnumerateArray().ToList();
        return Sums(
            rows.Where((row, n) => Counts(row) && (n >= read.Rows.Count || read.Rows[n].Counts))
                .SelectMany(row => row.TryGetProperty("items", out var items) ? items.EnumerateArray().ToList() : [])
                .Where(item => item.TryGetProperty("quantity", out _))
                .Select(item => (Said(item, "item"), Said(item, "unit"), item.GetProperty("quantity").GetDecimal()))
        );
    }

    public static List<string> Totals(IEnumerable<PastedTotal> totals) =>
        Sums(totals.Select(total => (total.Item, total.Unit ?? "", total.Quantity)));

    public static string Row(PastedRow row) =>
        string.Join(
            '|',
            row.Number,
            row.Name,
            row.Proxy,
            string.Join(',', row.Items.Select(item => Item(item.Name, item.Quantity, item.Unit))),
            row.Note,
            row.Community,
            string.Join('+', row.Doubts.Select(Word).Order(StringComparer.Ordinal))
        );

    private static string Row(JsonElement row) =>
        string.Join(
            '|',
            Said(row, "number"),
            Said(row, "name"),
            Said(row, "proxy"),
            row.TryGetProperty("items", out var items) ? string.Join(',', items.EnumerateArray().Select(Item)) : "",
            Said(row, "note"),
            Said(row, "community"),
            row.TryGetProperty("doubts", out var doubts)
                ? string.Join('+', doubts.EnumerateArray().Select(d => d.GetString()!).Order(StringComparer.Ordinal))
                : ""
        );

    private static string Item(JsonElement item) =>
        Item(Said(item, "item"), item.TryGetProperty("quantity", out var q) ? q.GetDecimal() : null, Said(item, "unit"));

    private static string Item(string name, decimal? quantity, string? unit) => $"{name}:{quantity:0.####}:{unit}";

    private static bool Counts(JsonElement row) =>
        !row.TryGetProperty("doubts", out var doubts) || doubts.EnumerateArray().All(d => d.GetString() == "order");

    private static List<string> Sums(IEnumerable<(string Item, string Unit, decimal Quantity)> amounts) =>
        [
            .. amounts
                .GroupBy(a => (Folding.Fold(a.Item), Folding.Fold(a.Unit)))
                .Select(same => $"{same.Key.Item1}/{same.Key.Item2}/{same.Sum(a => a.Quantity):0.####}")
                .Order(StringComparer.Ordinal),
        ];

    private static string Word(RowDoubt doubt) =>
        doubt switch
        {
            RowDoubt.VagueQuantity => "vague",
            RowDoubt.Duplicate => "duplicate",
            RowDoubt.NoQuantity => "noQuantity",
            RowDoubt.Withdrawn => "withdrawn",
            RowDoubt.OutOfOrder => "order",
            _ => "unreadable",
        };

    private static string Said(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString()! : "";

    private static Pasted Parse(string line)
    {
        var root = JsonDocument.Parse(line).RootElement;
        return new Pasted(root.GetProperty("id").GetString()!, root.GetProperty("text").GetString()!, root);
    }
}
