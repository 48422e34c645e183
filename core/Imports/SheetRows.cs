using System.Globalization;
using System.Text.RegularExpressions;
using MutualAid.Core.Data;

namespace MutualAid.Core.Imports;

/// <summary>The rows of a sheet below its head, as they are understood.</summary>
public sealed partial class SheetRows
{
    private static readonly HashSet<string> Dittos = ["同上", "〃", "″", "\"", "同前", "ditto"];
    private static readonly HashSet<string> Ticks = ["√", "✓", "✔", "☑", "v", "是", "有", "1", "y", "yes", "true"];

    private readonly Grid grid;
    private readonly Heads heads;
    private readonly ImportKind kind;
    private readonly DateOnly today;
    private readonly int? year;
    private readonly List<Field> fields;
    private readonly HashSet<int> columns;
    private readonly Dictionary<int, (Cell Cell, int Row)> above = [];
    private (string Name, int Row)? section;

    private SheetRows(Grid grid, Heads heads, ImportKind kind, DateOnly today)
    {
        (this.grid, this.heads, this.kind, this.today) = (grid, heads, kind, today);
        fields = [.. Fields.Of(kind).Where(it => heads.Columns.ContainsKey(it.Key))];
        columns = [.. fields.Select(it => heads.Columns[it.Key])];
        var titles = grid.Rows.Where(it => it.Number < heads.LastRow).SelectMany(it => it.Cells).Select(it => it.Text).Prepend(grid.Name);
        year = titles.Select(it => Year().Match(it)).FirstOrDefault(it => it.Success) is { } said
            ? int.Parse(said.Value, CultureInfo.InvariantCulture)
            : null;
    }

    /// <param name="today">For days without a year, and for those that cannot have been yet.</param>
    public static IReadOnlyList<SheetRow> Read(Grid grid, Heads heads, ImportKind kind, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(heads);
        // Two lists side by side are one: the left, then the right.
        return [.. heads.Beside().SelectMany(it => new SheetRows(grid, it, kind, today).Run())];
    }

    private List<SheetRow> Run()
    {
        var rows = new List<SheetRow>();
        foreach (var row in grid.Rows.Where(it => it.Number > heads.LastRow))
        {
            var own = row.Cells.Where(it => !it.IsFilled).ToList();
            if (SectionOf(row, own) is { } named)
                section = (named, row.Number);
            else if (IsRow(own))
                rows.Add(Completing.Complete(kind, Row(row)));
        }

        return rows;
    }

    private SheetRow Row(GridRow row)
    {
        var (facts, faults) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<CellFault>());
        var leans = new List<int>();
        var cells = row.Cells.Select(it => Said(it, leans)).ToDictionary(it => it.Column);
        foreach (var (column, cell) in cells)
            above[column] = (cell, row.Number);
        foreach (var field in fields)
            Read(field, heads.Columns[field.Key], row.Number, cells, facts, faults);
        if (section is { } over && facts.TryAdd("community", over.Name))
            leans.Add(over.Row);
        faults.AddRange(
            cells
                .Values.Where(it => it.Kind == CellKind.DigitsLost && !columns.Contains(it.Column))
                .Select(it => new CellFault(Cell.Name(it.Column, row.Number), FaultKind.DigitsLost) { IsNote = true })
        );
        return new SheetRow(row.Number, facts, faults) { Leans = leans, IsAside = row.IsAside };
    }

    private Cell Said(Cell cell, List<int> leans)
    {
        if (!Dittos.Contains(cell.Text) || !above.TryGetValue(cell.Column, out var over))
            return cell;
        leans.Add(over.Row);
        return over.Cell;
    }

    private void Read(
        Field field,
        int column,
        int number,
        Dictionary<int, Cell> cells,
        Dictionary<string, string> facts,
        List<CellFault> faults
    )
    {
        var value =
            field.Shape == FieldShape.List && Ticked(column, cells) is { } ticked ? new Value(ticked)
            : cells.TryGetValue(column, out var cell) ? Values.Read(field, InYuan(field, cell), today, year)
            : Value.Nothing;
        var isMissing = value.Text.Length == 0 && value.Fault is null && field.IsRequired;
        if (value.Text.Length > 0)
            facts[field.Key] = value.Text;
        if ((value.Fault ?? (isMissing ? FaultKind.Missing : null)) is { } fault)
            faults.Add(
                new CellFault(Cell.Name(column, number), fault, field.Key)
                {
                    IsNote = value.Text.Length > 0 || (!field.IsRequired && !field.IsStrict),
                }
            );
    }

    /// <summary>Of several columns under one head the names of those that are ticked; null: there are no such.</summary>
    private string? Ticked(int column, Dictionary<int, Cell> cells)
    {
        if (heads.Labels.GetValueOrDefault(column)?.Split(" / ") is not [var upper, _])
            return null;
        var under = heads.Labels.Where(it => it.Value.StartsWith(upper + " / ", StringComparison.Ordinal)).ToList();
        return under.Count > 1 && under.TrueForAll(it => !cells.TryGetValue(it.Key, out var cell) || Ticks.Contains(Folded.Key(cell.Text)))
            ? string.Join('、', under.Where(it => cells.ContainsKey(it.Key)).OrderBy(it => it.Key).Select(it => it.Value.Split(" / ")[^1]))
            : null;
    }

    private Cell InYuan(Field field, Cell cell) =>
        field.Shape == FieldShape.Money && heads.Labels.GetValueOrDefault(cell.Column)?.Contains('万', StringComparison.Ordinal) == true
            ? cell with
            {
                Text = cell.Text.TrimEnd('万', '元') + "万",
            }
            : cell;

    // A community over the people of it, where nothing else says whose they are.
    private string? SectionOf(GridRow row, List<Cell> own) =>
        own.Count == 1
        && kind == ImportKind.Volunteers
        && !heads.Columns.ContainsKey("community")
        && HeadRow.IsPlace(own[0].Text)
        && (own[0].Column == 0 || grid.Wide.Any(it => it.From == row.Number && it.Left == own[0].Column))
            ? own[0].Text
            : null;

    // Sums, feet, examples, the head of the next page, numbers prepared for rows that stayed empty: no rows.
    private bool IsRow(List<Cell> own)
    {
        var said = own.FindAll(it => columns.Contains(it.Column));
        if (said.Count == 0 || own.Take(2).Any(it => Sum().IsMatch(it.Text)) || (own.Count <= 3 && Foot().IsMatch(own[0].Text)))
            return false;
        if (said.Count > 1)
            return said.Exists(it =>
                HeadRow.Plain(it.Text) != HeadRow.Plain(heads.Labels.GetValueOrDefault(it.Column, "").Split(" / ")[^1])
            );
        return own.Count > 1
            || columns.Count == 1
            || !(grid.Wide.Any(it => it.Left == own[0].Column && it.From == RowOf(own[0])) || Part().IsMatch(own[0].Text));
    }

    private int RowOf(Cell cell) => grid.Rows.First(it => it.Cells.Contains(cell)).Number;

    [GeneratedRegex(
        @"^\s*(?:合\s*计|总\s*计|小\s*计|共\s*计|累\s*计|汇\s*总|总\s*数|本页合计|(?:grand )?total|sub-?total|sum|示例|样例|例如|example)(?:\s|[:：(（]|\d|$)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Sum();

    [GeneratedRegex(
        @"^\s*(?:(?:备注|说明|注|填表人?|填报人?|制表人?|审核人?|复核人?|负责人|经办人|经手人|统计人?|联系人|日期|更新时间|截止时间|数据来源|签字|签名|盖章|note|prepared by|updated)\s*[:：]|以上|截至|截止|公示期|共\s*\d+\s*[人条笔个])",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Foot();

    [GeneratedRegex(
        @"^(?:第[一二三四五六七八九十\d]+(?:组|队|小组|片区?|网格)|[一二三四五六七八九十]{1,2}、|[(（][一二三四五六七八九十\d]{1,2}[)）])"
    )]
    private static partial Regex Part();

    [GeneratedRegex(@"(?<!\d)20\d{2}(?=\D|$)")]
    private static partial Regex Year();
}
