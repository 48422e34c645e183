using System.Text.RegularExpressions;

namespace MutualAid.Core.Language.Lists;

/// <summary>Which lines of a table are rows.</summary>
internal static partial class TableLines
{
    private static readonly Lexicon Feet = Lexicon.Listed("TableLinesFeet");

    public static PastedList List(List<ListLine> lines, int first, ListLine? heading, Func<ListLine, PastedRow> read)
    {
        var body = lines.Skip(first).ToList();
        return new PastedList(PastedKind.Goods)
        {
            Header = [.. lines.Take(heading is null ? first : first - 1).Select(line => line.Trimmed)],
            Heading = heading?.Trimmed,
            Rows = Repeats.Marked([.. body.Where(line => !IsFoot(line) && !IsHeading(line)).Select(read)]),
            Footer = [.. body.Where(line => IsFoot(line) || IsHeading(line)).Select(line => line.Trimmed)],
        };
    }

    public static bool IsFoot(ListLine line) =>
        (Feet.At(Joined().Replace(line.Folded.Trim().TrimStart('|', ',', '*', '-', ' '), "$1"), 0) > 0 || Rules().IsMatch(line.Folded))
        && GoodsColumns.Label(line.Folded, 0, out _) == Column.None;

    /// <summary>【A仓】 between the rows.</summary>
    public static bool IsHeading(ListLine line) => line.Trimmed is ['【' or '[', .., '】' or ']'];

    public static PastedRow Unread(ListLine line) => new(line.Trimmed) { Note = line.Trimmed, Doubts = [RowDoubt.Unreadable] };

    public static ListLine WithoutNumber(ListLine line, out string? typed)
    {
        var number = RowNumber.Read(line, 0);
        typed = number?.Typed;
        return number is null ? line : new ListLine(line.Typed[number.End..], line.Folded[number.End..]);
    }

    // 合  计
    [GeneratedRegex(@"^([\u4e00-\u9fff]) +(?=[计])")]
    private static partial Regex Joined();

    // :--|--:|---
    [GeneratedRegex(@"^[\s|:\-—=_*+]+$")]
    private static partial Regex Rules();
}
