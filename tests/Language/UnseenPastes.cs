using System.Text.Json;
using MutualAid.Core.Language;
using MutualAid.Core.Language.Lists;

namespace MutualAid.Tests.Language;

/// <summary>A line of a pasted list as its writer meant it. A line without items asks for nothing.</summary>
internal sealed record UnseenLine(string Id, string Text, List<Item> Items, bool IsDoubtful)
{
    /// <summary>Rows in doubt must not count, lines without items ask for nothing, and all others are read to the letter.</summary>
    public bool IsRight(PastedRow? row) =>
        IsDoubtful ? row is { Counts: false }
        : Items.Count == 0 ? row is null || !Counted(row)
        : row is { Counts: true } && row.Items.Count == Items.Count && Items.Zip(row.Items).All(pair => IsSame(pair.First, pair.Second));

    public static bool Counted(PastedRow row) => row.Counts && row.Items.Any(item => item.Quantity is not null);

    // An item without name is the one thing the list is about.
    private static bool IsSame(Item meant, Item read) =>
        (read.Name.Length == 0 || Folding.SameName(meant.Name, read.Name))
        && meant.Quantity == read.Quantity
        && Folding.SameName(meant.Unit ?? "", read.Unit ?? "");
}

/// <summary>A pasted list that the reader was not written for, with what each of its lines means.</summary>
internal sealed record UnseenPaste(string Text, List<UnseenLine> Lines)
{
    public static List<UnseenPaste> Load() =>
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "chains-more.jsonl"))
                .Where(line => line.Length > 0)
                .Select(Parse),
        ];

    /// <summary>Each line with the row read from it, and the rows that no line stands for.</summary>
    public (List<(UnseenLine Line, PastedRow? Row)> Pairs, List<PastedRow> Others) Read()
    {
        var rows = PastedLists.Read(Text).Rows.ToList();
        var pairs = new List<(UnseenLine, PastedRow?)>();
        foreach (var line in Lines)
        {
            var at = rows.FindIndex(row => line.Text.Contains(row.Line.Trim(), StringComparison.Ordinal));
            pairs.Add((line, at < 0 ? null : rows[at]));
            if (at >= 0)
            {
                rows.RemoveAt(at);
            }
        }

        return (pairs, rows);
    }

    private static UnseenPaste Parse(string json)
    {
        var root = JsonDocument.Parse(json).RootElement;
        var (id, text) = (root.GetProperty("id").GetString()!, root.GetProperty("text").GetString()!);
        var typed = text.Split('\n');
        return new UnseenPaste(
            text,
            [
                .. root.GetProperty("rows")
                    .EnumerateArray()
                    .GroupBy(row => row.GetProperty("line").GetInt32())
                    .Select(rows => new UnseenLine(
                        $"{id}:{rows.Key}",
                        typed[rows.Key - 1],
                        [.. rows.SelectMany(row => row.GetProperty("items").EnumerateArray()).Select(Item)],
                        rows.Any(row => row.GetProperty("doubt").GetBoolean())
                    )),
            ]
        );
    }

    private static Item Item(JsonElement item) =>
        new(
            item.GetProperty("item").GetString()!,
            item.GetProperty("quantity").ValueKind == JsonValueKind.Null ? null : item.GetProperty("quantity").GetDecimal(),
            item.GetProperty("unit").GetString()
        );
}
