namespace MutualAid.Core.Language.Lists;

/// <summary>Marks what only the whole list shows: rows without an amount among such with, and people who ask twice for the same.</summary>
internal static class ChainMarks
{
    private static readonly Lexicon Same = new("同上 一样 跟上面一样 和上面一样 同楼上 ditto same same_as_above");
    private static readonly Lexicon More = new("再加 再要 再来 再补 再添 补充 追加 另加 加一 又要 还要 another more");

    public static List<PastedRow> On(List<PastedRow> rows)
    {
        var copied = new List<PastedRow>();
        foreach (var row in Corrections.Applied(rows))
        {
            copied.Add(Copy(row, copied.Count > 0 ? copied[^1] : null));
        }

        var proper = copied.Exists(row => row.Items.Any(item => item.Name.Length > 0 && !IsSize(item)));
        var counted = copied.Exists(row => row.Items.Count > 0);
        var seen = new Dictionary<string, List<PastedRow>>(StringComparer.Ordinal);
        return
        [
            .. copied
                .Select(row => With(row, counted && row.Items.Count == 0 ? RowDoubt.NoQuantity : null))
                .Select(row => With(row, proper && row.Items.Any(IsSize) ? RowDoubt.VagueQuantity : null))
                .Select(row => Again(row, seen)),
        ];
    }

    // 3. 黎姐 同上
    private static PastedRow Copy(PastedRow row, PastedRow? above) =>
        row is { Items.Count: 0, Counts: true } && above is { Counts: true, Items.Count: > 0 } && Same.Is(Folding.Align(row.Note))
            ? row with
            {
                Items = above.Items,
            }
            : row;

    private static PastedRow Again(PastedRow row, Dictionary<string, List<PastedRow>> seen)
    {
        if (row.Name.Length == 0 || row.Doubts.Contains(RowDoubt.Withdrawn) || row.Doubts.Contains(RowDoubt.Unreadable))
        {
            return row;
        }

        var name = Folding.Fold(row.Name + row.Community);
        if (!seen.TryGetValue(name, out var earlier))
        {
            seen[name] = earlier = [];
        }

        // Two people of one name live at two doors.
        var again = earlier.Exists(other =>
            (other.Note.Length == 0 || row.Note.Length == 0 || other.Note == row.Note) && AskTheSame(other, row)
        );
        earlier.Add(row);
        return With(row, again && !More.In(Folding.Align(row.Line)) ? RowDoubt.Duplicate : null);
    }

    private static bool IsSize(Item item) => ThingKinds.IsSize(Folding.Align(item.Name));

    private static bool AskTheSame(PastedRow one, PastedRow other) =>
        one.Items.Count == 0 || other.Items.Count == 0
            ? one.Items.Count == other.Items.Count
            : one.Items.Any(item => other.Items.Any(it => Folding.SameName(it.Name, item.Name)));

    private static PastedRow With(PastedRow row, RowDoubt? doubt) =>
        doubt is not { } kind || row.Doubts.Contains(RowDoubt.Withdrawn) || row.Doubts.Contains(RowDoubt.Unreadable)
            ? row
            : row with
            {
                Doubts = [.. row.Doubts.Where(d => d != kind), kind],
            };
}
