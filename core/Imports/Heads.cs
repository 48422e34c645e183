using System.Text.RegularExpressions;
using MutualAid.Core.Language;

namespace MutualAid.Core.Imports;

/// <summary>Which row names the columns, and what.</summary>
/// <param name="LastRow">Rows after this one hold what is taken in; 0: there is no head.</param>
/// <param name="Labels">What stands above each column, for people.</param>
/// <param name="Columns">The column of each field that was found.</param>
public sealed record Heads(int LastRow, IReadOnlyDictionary<int, string> Labels, IReadOnlyDictionary<string, int> Columns)
{
    private const int RowsToLook = 10;
    private const int RowsToTry = 20;
    private static readonly DateOnly FarDay = new(2999, 1, 1);

    // How surely the labels name the fields: of two rows that name as many the surer one is the head.
    private int Sureness { get; init; }

    /// <summary>The head with the most fields in the first ten rows: one row, or two that belong together.</summary>
    public static Heads Find(Grid grid, IReadOnlyList<Field> fields)
    {
        var best = new Heads(0, new Dictionary<int, string>(), new Dictionary<string, int>(StringComparer.Ordinal));
        var rows = grid.Rows.TakeWhile((row, at) => at < RowsToLook || row.Number <= RowsToLook).ToList();
        for (var at = 0; at < rows.Count; at++)
        {
            var one = Of(grid, rows[at].Number, HeadRow.Labels(rows[at]), fields);
            if (one.IsBetterThan(best) && IsHead(one, fields))
                best = one;
            if (at + 1 >= rows.Count || !HeadRow.IsUnder(rows[at], rows[at + 1], grid))
                continue;
            var two = Of(grid, rows[at + 1].Number, HeadRow.Joined(rows[at], rows[at + 1], grid), fields);
            if (two.Columns.Count >= best.Columns.Count && two.Columns.Count >= one.Columns.Count && IsHead(two, fields))
                best = two;
        }

        return best.LastRow > 0 ? best : WithoutHead(grid, fields, best);
    }

    /// <summary>The same head with other columns, as somebody chose them.</summary>
    public Heads With(IReadOnlyDictionary<string, int> columns) => this with { Columns = columns };

    private bool IsBetterThan(Heads other) => (Columns.Count, Sureness).CompareTo((other.Columns.Count, other.Sureness)) > 0;

    private static bool IsHead(Heads heads, IReadOnlyList<Field> fields) =>
        heads.Columns.Count >= 2 || (heads.Columns.Count == 1 && fields.Any(it => it.IsRequired && heads.Columns.ContainsKey(it.Key)));

    private static Heads Of(Grid grid, int row, IReadOnlyDictionary<int, string> labels, IReadOnlyList<Field> fields)
    {
        var likely = labels
            .SelectMany(label => fields.Select(field => (field.Key, Column: label.Key, Likeness: HeadRow.Likeness(field, label.Value))))
            .Where(it => it.Likeness > 0)
            .Select(it =>
                it with
                {
                    Likeness = Holds(grid, row, it.Column, fields.First(field => field.Key == it.Key)) ? it.Likeness : it.Likeness / 10,
                }
            )
            .OrderByDescending(it => it.Likeness)
            .ThenBy(it => it.Column)
            .ToList();
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        var sureness = 0;
        foreach (var (key, column, likeness) in likely)
        {
            if (columns.ContainsKey(key) || columns.ContainsValue(column))
                continue;
            columns[key] = column;
            sureness += likeness;
        }

        return new Heads(row, labels, columns) { Sureness = sureness };
    }

    // A word above a column may mean two things; what stands below tells which.
    private static bool Holds(Grid grid, int row, int column, Field field)
    {
        if (field.Shape is not (FieldShape.Phone or FieldShape.Day or FieldShape.Quantity or FieldShape.Money))
            return true;
        var cells = grid.Rows.Where(it => it.Number > row).Select(it => it.At(column)).OfType<Cell>().Take(RowsToTry).ToList();
        var read = cells.ConvertAll(it => Values.Read(field, it, FarDay, null));
        return read.Count(it => it.Text.Length == 0 && it.Fault is not (null or FaultKind.PhoneShort or FaultKind.DigitsLost))
            <= read.Count * 2 / 3;
    }

    /// <summary>The same head as often as it stands side by side.</summary>
    public IEnumerable<Heads> Beside()
    {
        yield return this;
        if (Columns.Count < 2 || LastRow == 0)
            yield break;
        for (var by = 1; by < Ceilings.Columns; by++)
        {
            var shifted = Columns.ToDictionary(it => it.Key, it => it.Value + by, StringComparer.Ordinal);
            if (Columns.All(it => Labels.TryGetValue(it.Value, out var label) && Labels.GetValueOrDefault(it.Value + by) == label))
                yield return With(shifted);
        }
    }

    // A list that begins at once: telephone numbers tell themselves, and names stand before them.
    private static Heads WithoutHead(Grid grid, IReadOnlyList<Field> fields, Heads none)
    {
        if (
            fields.FirstOrDefault(it => it.Shape == FieldShape.Name) is not { } name
            || fields.FirstOrDefault(it => it.Shape == FieldShape.Phone) is not { } phone
        )
            return none;
        var columns = Enumerable.Range(0, grid.Rows.Max(row => row.Cells[^1].Column) + 1).ToList();
        var numbers = columns.Find(column => IsMostly(grid, column, cell => PhoneCell.Read(cell).Fault is null), -1);
        var names = columns.Find(column => column != numbers && IsMostly(grid, column, cell => HeadRow.IsShortName(cell)), -1);
        if (numbers < 0 || names < 0)
            return none;
        var found = new Dictionary<string, int>(StringComparer.Ordinal) { [name.Key] = names, [phone.Key] = numbers };
        if (
            columns.Find(column => column != names && IsMostly(grid, column, HeadRow.IsPlace), -1) is var places and >= 0
            && fields.Any(it => it.Key == "community")
        )
            found["community"] = places;
        return none.With(found);
    }

    private static bool IsMostly(Grid grid, int column, Func<string, bool> fits) =>
        grid.Rows.Count(row => row.At(column) is { } cell && fits(cell.Text)) * 2 > grid.Rows.Count;
}

internal static class Found
{
    public static int Find(this List<int> columns, Predicate<int> fits, int otherwise) =>
        columns.FindIndex(fits) is var at and >= 0 ? columns[at] : otherwise;
}

/// <summary>The words of a head.</summary>
internal static partial class HeadRow
{
    private const int LongestHead = 40;
    private static readonly HashSet<string> Known =
    [
        .. "微信 微信号 qq 邮箱 备注 性别 年龄 序号 编号 no 门牌号 楼栋 单元 室 楼号 房号 上午 下午 晚上 型号 规格 数量 单位 单价".Split(
            ' '
        ),
    ];

    public static IReadOnlyDictionary<int, string> Labels(GridRow row) =>
        row
            .Cells.Where(it => it.Kind == CellKind.Text && it.Text.Length <= LongestHead)
            .ToDictionary(it => it.Column, it => OneLine(it.Text));

    /// <summary>联系方式 over 手机 and 微信: the upper words stand for each column that their cell spans.</summary>
    public static IReadOnlyDictionary<int, string> Joined(GridRow upper, GridRow lower, Grid grid)
    {
        var labels = new Dictionary<int, string>();
        foreach (var cell in upper.Cells)
        {
            var wide = grid.Wide.FirstOrDefault(it => it.From == upper.Number && it.Left == cell.Column);
            for (var column = cell.Column; column <= (wide?.Right ?? cell.Column) && column < Ceilings.Columns; column++)
                labels[column] = OneLine(cell.Text);
        }

        foreach (var cell in lower.Cells.Where(it => !it.IsFilled))
            labels[cell.Column] = labels.TryGetValue(cell.Column, out var over) ? $"{over} / {OneLine(cell.Text)}" : OneLine(cell.Text);
        return labels;
    }

    /// <summary>Whether a row is the second half of a head: only short words, under a cell that spans several columns or beside such as span both rows.</summary>
    public static bool IsUnder(GridRow upper, GridRow lower, Grid grid)
    {
        var own = lower.Cells.Where(it => !it.IsFilled).ToList();
        if (own.Count == 0 || own.Exists(it => it.Kind != CellKind.Text || it.Text.Length > 12 || LongNumber().IsMatch(it.Text)))
            return false;
        if (own.Count < lower.Cells.Count)
            return true;
        var wide = grid
            .Wide.Where(it => it.From == upper.Number && it.To == upper.Number && it.Right - it.Left < upper.Cells[^1].Column)
            .ToList();
        return wide.Exists(it => own.Exists(cell => cell.Column >= it.Left && cell.Column <= it.Right)) && upper.Cells.Count > 1
            // What was pasted knows nothing of merged cells: under each gap of the upper row stands a word.
            || (grid.Wide.Count == 0 && upper.Cells.Count > 1 && own.Exists(it => upper.At(it.Column) is null && IsKnown(it.Text)));
    }

    public static int Likeness(Field field, string label)
    {
        var whole = Plain(label);
        // Of two rows the lower one says more.
        var parts = label.Split(" / ");
        var best = field.Likeness(Plain(Brackets().Replace(parts[^1], "")));
        if (best == 0 && parts.Length == 1 && Brackets().Match(label) is { Success: true } aside)
            best = field.Likeness(Plain(aside.Value)) / 2;
        if (best == 0 && parts.Length > 1 && !Known.Contains(Plain(parts[^1])))
            best = field.Likeness(whole) / 2;
        return best;
    }

    /// <summary>杏花台社区, 印刷厂宿舍, 石榴园A区.</summary>
    public static bool IsPlace(string text) => text.Length is >= 2 and <= 20 && Place().IsMatch(text);

    public static bool IsShortName(string text) => text.Length is >= 2 and <= 4 && text.All(it => it is >= '\u4e00' and <= '\u9fff');

    /// <summary>Folded, without numbering, stars and colons.</summary>
    public static string Plain(string label) => Marks().Replace(Numbering().Replace(Folding.Fold(label), ""), "");

    private static bool IsKnown(string text) =>
        Known.Contains(Plain(text)) || Enum.GetValues<ImportKind>().Any(kind => Fields.Of(kind).Any(it => it.Likeness(Plain(text)) >= 200));

    private static string OneLine(string text) => Breaks().Replace(text, " ");

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex Breaks();

    [GeneratedRegex(@"^(?:q?\d{1,2}|[一二三四五六七八九十]{1,2})[.、,:)]")]
    private static partial Regex Numbering();

    [GeneratedRegex(@"[*:?!_\-.·。、,()\[\]【】""'“”]")]
    private static partial Regex Marks();

    [GeneratedRegex(@"[(（\[【][^)）\]】]*[)）\]】]")]
    private static partial Regex Brackets();

    [GeneratedRegex("(?:社区|小区|居委会|村|家园|花园|苑|宿舍|新村|[A-Za-z东西南北一二三四0-9]区|号楼|站)$")]
    private static partial Regex Place();

    [GeneratedRegex(@"\d{5,}")]
    private static partial Regex LongNumber();
}
