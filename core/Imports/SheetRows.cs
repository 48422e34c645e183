using System.Text.RegularExpressions;
using MutualAid.Core.Language;

namespace MutualAid.Core.Imports;

/// <summary>The rows of a sheet below its head, as they are understood.</summary>
public static partial class SheetRows
{
    private static readonly HashSet<string> Dittos = ["同上", "〃", "″", "\"", "同前", "ditto"];

    /// <param name="today">For days without a year, and for those that cannot have been yet.</param>
    public static IReadOnlyList<SheetRow> Read(Grid grid, Heads heads, ImportKind kind, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(heads);
        var fields = Fields.Of(kind).Where(it => heads.Columns.ContainsKey(it.Key)).ToList();
        var columns = fields.ConvertAll(it => heads.Columns[it.Key]);
        var above = new Dictionary<int, Cell>();
        var rows = new List<SheetRow>();
        foreach (var row in grid.Rows.Where(it => it.Number > heads.LastRow && IsRow(it, heads, columns, grid)))
        {
            var cells = row
                .Cells.Select(it => Dittos.Contains(it.Text) ? above.GetValueOrDefault(it.Column) ?? it : it)
                .ToDictionary(it => it.Column);
            foreach (var (column, cell) in cells)
                above[column] = cell;
            rows.Add(Completing.Complete(kind, Row(row, cells, fields, heads, kind, today)));
        }

        return rows;
    }

    private static SheetRow Row(GridRow row, Dictionary<int, Cell> cells, List<Field> fields, Heads heads, ImportKind kind, DateOnly today)
    {
        var (facts, faults) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<CellFault>());
        foreach (var field in fields)
        {
            var column = heads.Columns[field.Key];
            var value = cells.TryGetValue(column, out var cell) ? Values.Read(field, InYuan(field, cell, heads), today) : Value.Nothing;
            if (value.Fault is { } fault)
                faults.Add(new CellFault(Cell.Name(column, row.Number), fault, field.Key));
            else if (value.Text.Length > 0)
                facts[field.Key] = value.Text;
            else if (field.IsRequired)
                faults.Add(new CellFault(Cell.Name(column, row.Number), FaultKind.Missing, field.Key));
        }

        faults.AddRange(
            cells
                .Values.Where(it => it.Kind == CellKind.DigitsLost && !heads.Columns.Values.Contains(it.Column))
                .Select(it => new CellFault(Cell.Name(it.Column, row.Number), FaultKind.DigitsLost) { IsNote = true })
        );
        return new SheetRow(row.Number, facts, faults);
    }

    private static Cell InYuan(Field field, Cell cell, Heads heads) =>
        field.Shape == FieldShape.Money && heads.Labels.GetValueOrDefault(cell.Column)?.Contains('万', StringComparison.Ordinal) == true
            ? cell with
            {
                Text = cell.Text.TrimEnd('万', '元') + "万",
            }
            : cell;

    // Sums, feet, the head of the next page, numbers prepared for rows that stayed empty: no rows.
    private static bool IsRow(GridRow row, Heads heads, List<int> columns, Grid grid)
    {
        var own = row.Cells.Where(it => !it.IsFilled).ToList();
        var said = own.FindAll(it => columns.Contains(it.Column));
        if (said.Count == 0 || own.Take(2).Any(it => Sum().IsMatch(it.Text)))
            return false;
        if (said.Count > 1)
            return said.Exists(it =>
                HeadRow.Plain(it.Text) != HeadRow.Plain(heads.Labels.GetValueOrDefault(it.Column, "").Split(" / ")[^1])
            );
        return own.Count > 1 || columns.Count == 1
            ? !Foot().IsMatch(own[0].Text)
            : !grid.Wide.Any(it => it.From == row.Number && it.Left == own[0].Column)
                && !Foot().IsMatch(own[0].Text)
                && !Part().IsMatch(own[0].Text);
    }

    [GeneratedRegex(
        @"^\s*(?:合\s*计|总\s*计|小\s*计|共\s*计|累\s*计|汇\s*总|总\s*数|本页合计|(?:grand )?total|sub-?total|sum)(?:\s|[:：(（]|\d|$)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Sum();

    [GeneratedRegex(
        @"^\s*(?:(?:备注|说明|注|填表人?|填报人?|制表人?|审核人?|负责人|经办人|统计人?|联系人|日期|更新时间|截止时间|数据来源|签字|签名|盖章|note|prepared by|updated)\s*[:：]|以上|截至|截止|共\s*\d+\s*[人条笔个])",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Foot();

    [GeneratedRegex(
        @"^(?:第[一二三四五六七八九十\d]+(?:组|队|小组|片区?|网格)|[一二三四五六七八九十]{1,2}、|[(（][一二三四五六七八九十\d]{1,2}[)）])"
    )]
    private static partial Regex Part();
}

/// <summary>What several columns say together.</summary>
internal static class Completing
{
    public static SheetRow Complete(ImportKind kind, SheetRow row) =>
        kind switch
        {
            ImportKind.Communities => Contact(row),
            ImportKind.Donations => Goods(row),
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
        var donors = Values.List(row["donor"] ?? "").Where(name => !Names.IsAnonymous(name)).ToList();
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

    /// <summary>The goods of a row of donations.</summary>
    public static IReadOnlyList<Item> Of(IReadOnlyDictionary<string, string> facts)
    {
        var (name, quantity) = (facts.GetValueOrDefault("item", ""), QuantityCell.Parts(facts.GetValueOrDefault("quantity")).Number);
        if (quantity is null && Read(name) is { Count: > 1 } several)
            return several;
        return [new Item(name, quantity, facts.GetValueOrDefault("unit"))];
    }
}
