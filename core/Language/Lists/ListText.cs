using System.Globalization;
using System.Text;

namespace MutualAid.Core.Language.Lists;

/// <summary>Writes a list as text that reads as the same list.</summary>
internal static class ListText
{
    public static string Of(PastedList list)
    {
        var text = new StringBuilder();
        foreach (var line in list.Header)
        {
            text.Append(line).Append('\n');
        }

        text.Append(list.Kind == PastedKind.Chain && list.Header.Count > 0 ? "\n" : "");
        var columns = list.Kind == PastedKind.Goods ? Columns(list) : [];
        text.Append(columns.Count > 0 ? string.Join('\t', columns.Select(Title)) + "\n" : "");
        foreach (var row in list.Kind == PastedKind.Goods ? list.Rows.SelectMany(Single) : list.Rows)
        {
            text.Append(list.Kind == PastedKind.Goods ? Cells(row, columns) : Number(row) + Line(row)).Append('\n');
        }

        return text.AppendJoin('\n', list.Footer).ToString().TrimEnd('\n');
    }

    // A table says one thing a line.
    private static IEnumerable<PastedRow> Single(PastedRow row) =>
        row.Items.Count < 2 ? [row] : row.Items.Select(item => row with { Items = [item] });

    private static string Number(PastedRow row) =>
        row.Number is not { } number ? ""
        : char.IsDigit(number[^1]) && number.All(char.IsDigit) ? number + ". "
        : Texts.IsHan(number[0]) ? number + "、"
        : number + " ";

    // What could not be read is handed on as it was typed.
    private static string Line(PastedRow row) =>
        row is { Name: "", Note: "", Items.Count: 0, Number: not null } ? ""
        : IsLatin(row) ? Latin(row)
        : IsTakenBack(row) ? row.Line + "（取消）"
        : row.Counts && row.Items.Count > 0
            ? (Corrections.Label(Folding.Align(row.Line)) > 0 ? "更正：" : "") + string.Join(' ', Parts(row).Where(part => part.Length > 0))
        : row.Line;

    // What a later row replaced must not count when the text is read again.
    private static bool IsTakenBack(PastedRow row) =>
        row.Items.Count > 0 && row.Doubts.Contains(RowDoubt.Withdrawn) && !row.Line.Contains("取消", StringComparison.Ordinal);

    private static bool IsLatin(PastedRow row) =>
        row is { Counts: true, Proxy: null, Items.Count: > 0 }
        && row.Name.Length > 0
        && row.Items.All(item => item.Name.Length > 0)
        && !(row.Name + row.Note + string.Concat(row.Items.Select(item => item.Name + item.Unit))).Any(Texts.IsHan);

    // Tom (3B): cat food 3 cans, leash x2
    private static string Latin(PastedRow row) =>
        row.Name
        + (row.Note.Length > 0 ? $" ({row.Note.Trim('(', ')')})" : "")
        + ": "
        + string.Join(
            ", ",
            row.Items.Select(item => item.Unit is { } unit ? $"{item.Name} {Amount(item)} {unit}" : $"{item.Name} x{Amount(item)}")
        );

    private static IEnumerable<string> Parts(PastedRow row)
    {
        yield return row.Community is { } place && place != row.Name ? place : "";
        yield return row.Name + (row.Proxy is { } proxy ? $"（{proxy}代）" : "");
        foreach (var item in row.Items)
        {
            yield return Item(item);
        }

        yield return row.Note;
    }

    private static string Item(Item item)
    {
        var latin = item.Unit is { } unit && char.IsAsciiLetter(unit[0]);
        var amount =
            Amount(item)
            + (latin ? " " : "")
            + item.Unit
            + (
                item.Hedge == Hedge.About ? "左右"
                : item.Hedge == Hedge.AtLeast ? "以上"
                : ""
            );
        return item.Name.Length == 0 ? amount
            : item.Unit is null ? $"{item.Name}×{amount}"
            : char.IsAsciiLetterOrDigit(item.Name[^1]) ? $"{item.Name} {amount}"
            : item.Name + amount;
    }

    private static string Amount(Item item) => item.Quantity?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";

    private static string Hedged(Item item) =>
        (
            item.Hedge == Hedge.About ? "约"
            : item.Hedge == Hedge.AtLeast ? "至少"
            : ""
        ) + Amount(item);

    private static List<Column> Columns(PastedList list) =>
        [
            .. ((Column, bool)[])
                [
                    (Column.Number, list.Rows.Any(row => row.Number is not null)),
                    (Column.Item, true),
                    (Column.Quantity, true),
                    (Column.Unit, true),
                    (Column.Community, list.Rows.Any(row => row.Community is not null)),
                    (Column.Name, list.Rows.Any(row => row.Name.Length > 0)),
                    (Column.Note, list.Rows.Any(row => row.Note.Length > 0)),
                ]
                is var all
                ? all.Where(column => column.Item2).Select(column => column.Item1)
                : [],
        ];

    private static string Title(Column column) =>
        column switch
        {
            Column.Number => "序号",
            Column.Item => "品名",
            Column.Quantity => "数量",
            Column.Unit => "单位",
            Column.Community => "社区",
            Column.Name => "联系人",
            _ => "备注",
        };

    private static string Cells(PastedRow row, List<Column> columns) => string.Join('\t', columns.Select(column => Cell(row, column)));

    private static string? Cell(PastedRow row, Column column) =>
        column switch
        {
            Column.Number => row.Number,
            Column.Item => row.Items.Count > 0 ? row.Items[0].Name : "",
            Column.Quantity => row.Items.Count > 0 && row.Doubts.Count == 0 ? Hedged(row.Items[0])
            : row.Doubts.Contains(RowDoubt.VagueQuantity) ? "若干"
            : "",
            Column.Unit => row.Items.Count > 0 ? row.Items[0].Unit : "",
            Column.Community => row.Community,
            Column.Name => row.Name,
            _ => row.Note,
        };
}
