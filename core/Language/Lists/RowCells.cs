namespace MutualAid.Core.Language.Lists;

/// <summary>The cells of one line, by what they say.</summary>
internal sealed class RowCells
{
    private static readonly char[] Loose = [' ', '\u3000', '\t', ',', '，', ';', '；'];
    private readonly Dictionary<Column, List<string>> said = [];

    public List<(Head Head, string Cell)> Things { get; } = [];

    public bool Has(Column column) => All(column).Exists(cell => cell.Length > 0);

    public void Put(Head head, string cell)
    {
        var text = cell.Trim(Loose);
        if (head.Column == Column.Thing)
        {
            Things.Add((head, text));
            return;
        }

        if (!said.TryGetValue(head.Column, out var texts))
        {
            said[head.Column] = texts = [];
        }

        texts.Add(text);
    }

    /// <summary>The cells of all columns of the kind, blank ones too.</summary>
    public List<string> All(Column column) => said.GetValueOrDefault(column, []);

    public void Move(Column from, Column to)
    {
        if (said.Remove(from, out var cells))
        {
            said[to] = cells;
        }
    }

    public string? One(Column column) => Has(column) ? string.Join(' ', All(column).Where(cell => cell.Length > 0)) : null;

    public PastedRow Row(string line, IReadOnlyList<Item> items, RowDoubt? doubt) =>
        new(line)
        {
            Number = One(Column.Number),
            Name = One(Column.Name) ?? "",
            Community = One(Column.Community),
            Note = One(Column.Note) ?? "",
            Items = items,
            Doubts = doubt is { } kind ? [kind] : [],
        };
}
