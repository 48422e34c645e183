using System.Text.RegularExpressions;
using MutualAid.Core.Data;

namespace MutualAid.Core.Imports;

/// <summary>A value in the form in which it is stored, or why there is none.</summary>
/// <param name="Text">Empty: nothing was said.</param>
internal readonly record struct Value(string Text, FaultKind? Fault = null)
{
    public static readonly Value Nothing = new("");

    public static Value Wrong(FaultKind fault) => new("", fault);
}

/// <summary>Reads cells by the shape of their field.</summary>
internal static partial class Values
{
    private static readonly HashSet<string> Blanks = new(
        "- – — / \\ 无 (空) 没有 暂无 空 未填 未知 不详 不清楚 n/a na none nil null . 。 × x".Split(' '),
        StringComparer.Ordinal
    );

    /// <param name="year">Of days that are said without one.</param>
    public static Value Read(Field field, Cell cell, DateOnly today, int? year)
    {
        if (OfKind(cell.Kind) is { } fault)
            return Value.Wrong(fault);
        if (Blanks.Contains(Folded.Key(cell.Text)))
            return Value.Nothing;
        var value = field.Shape switch
        {
            FieldShape.Name => Name(cell.Text),
            FieldShape.Phone => PhoneCell.Read(cell.Text) is var phone ? new Value(phone.Number, phone.Fault) : default,
            FieldShape.Day => DayCell.Read(cell.Text, today, year, cell.Kind == CellKind.Number),
            FieldShape.Quantity => QuantityCell.Quantity(cell.Text),
            FieldShape.Money => QuantityCell.Money(cell.Text),
            FieldShape.List => new Value(string.Join('、', List(cell.Text))),
            FieldShape.Text => new Value(cell.Text.Trim()),
            FieldShape.Link => Link(cell.Text),
            FieldShape.Resource => KindCell.Resource(cell.Text),
            FieldShape.Giver => KindCell.Giver(cell.Text),
            _ => new Value(Line(cell.Text)),
        };
        return value.Text.Length > field.Longest ? Value.Wrong(FaultKind.TooLong) : value;
    }

    /// <summary>Words kept apart by whatever sign; each once.</summary>
    public static IReadOnlyList<string> List(string text) =>
        [
            .. Between()
                .Split(Stretched().Replace(text.Trim(), ""))
                .Select(Line)
                .Where(it => it.Length > 0)
                .DistinctBy(Folded.Key, StringComparer.Ordinal),
        ];

    /// <summary>One line, with single spaces, and none inside of a Chinese name.</summary>
    public static string Line(string text) => Stretched().Replace(Breaks().Replace(text, " ").Trim(), "");

    private static FaultKind? OfKind(CellKind kind) =>
        kind switch
        {
            CellKind.Error => FaultKind.ErrorCell,
            CellKind.NoResult => FaultKind.NoResult,
            CellKind.DigitsLost => FaultKind.DigitsLost,
            CellKind.Withheld => FaultKind.CardNumber,
            _ => null,
        };

    private static Value Name(string text)
    {
        var name = Line(text);
        return Digits().IsMatch(name) || !name.Any(char.IsLetter) ? Value.Wrong(FaultKind.NotName) : new Value(name);
    }

    private static Value Link(string text)
    {
        var link = text.Trim();
        if (link.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            link = "https://" + link;
        return Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? new Value(link)
            : Value.Wrong(FaultKind.NotLink);
    }

    [GeneratedRegex(@"[、,，;；|┋\n]|(?<![A-Za-z]) *[/／+＋] *|(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])")]
    private static partial Regex Between();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Breaks();

    // 张 三, spread to the width of three characters.
    [GeneratedRegex(
        @"(?<=^[\u4e00-\u9fff]) (?=[\u4e00-\u9fff]$)|(?<=^[\u4e00-\u9fff]) (?=[\u4e00-\u9fff] [\u4e00-\u9fff]$)|(?<=^[\u4e00-\u9fff] [\u4e00-\u9fff]) (?=[\u4e00-\u9fff]$)"
    )]
    private static partial Regex Stretched();

    [GeneratedRegex(@"\d{5,}")]
    private static partial Regex Digits();
}
