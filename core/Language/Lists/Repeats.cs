namespace MutualAid.Core.Language.Lists;

/// <summary>Marks rows of a table that were entered twice.</summary>
internal static class Repeats
{
    public static List<PastedRow> Marked(List<PastedRow> rows)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. rows.Select(row =>
                row.Items.Count == 0 || seen.Add(Key(row)) || !row.Counts ? row : row with { Doubts = [RowDoubt.Duplicate] }
            ),
        ];
    }

    private static string Key(PastedRow row) =>
        string.Join(
            '|',
            row.Name,
            row.Community,
            row.Note,
            string.Join(',', row.Items.Select(item => $"{item.Name}:{item.Quantity}:{item.Unit}"))
        );
}
