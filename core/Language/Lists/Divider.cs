using System.Text.RegularExpressions;

namespace MutualAid.Core.Language.Lists;

/// <summary>What divides the cells of a line: a tab, a bar, a comma, a slash, a colon or spaces.</summary>
internal sealed partial class Divider
{
    public static readonly Divider Colon = new(Colons(), 2);
    public static readonly Divider Space = new(OneSpace(), 2) { isLoose = true };
    public static readonly Divider Comma = new(Commas(), 2);

    /// <summary>The surest first: a comma may stand within a cell that tabs divide.</summary>
    public static readonly IReadOnlyList<Divider> All =
    [
        new(Tabs(), 2),
        new(Bars(), 2) { isFramed = true },
        new(Spaces(), 2),
        Comma,
        new(Slashes(), 3),
        Colon,
        Space,
    ];

    private readonly Regex sign;
    private readonly int least;
    private bool isFramed;
    private bool isLoose;

    private Divider(Regex sign, int least) => (this.sign, this.least) = (sign, least);

    /// <summary>Of spaces and commas prose is full too.</summary>
    public bool IsSure => this != Space && this != Comma && this != Colon;

    /// <summary>The cells of the line; none when it is not divided. A blank cell is kept, but for single spaces.</summary>
    public List<string> Cells(ListLine line)
    {
        var text = isFramed ? line.Typed.Trim(' ', '\u3000') : line.Typed.TrimEnd(' ', '\u3000', '\n');
        text = isFramed && text.Length > 1 && text[0] is '|' or '｜' && text[^1] is '|' or '｜' ? text[1..^1] : text;
        List<string> cells = [.. sign.Split(text).Select(cell => cell.Trim()).Where(cell => !isLoose || cell.Length > 0)];
        return cells.Count < least ? [] : cells;
    }

    [GeneratedRegex(@"\t")]
    private static partial Regex Tabs();

    [GeneratedRegex(@"[|｜]")]
    private static partial Regex Bars();

    [GeneratedRegex(@"[ \u3000]{2,}|\u3000")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?<!\d)[,，]|[,，](?!\d{3}(?!\d))")]
    private static partial Regex Commas();

    [GeneratedRegex(@"(?<!元)[/／]")]
    private static partial Regex Slashes();

    [GeneratedRegex(@"[:：]")]
    private static partial Regex Colons();

    [GeneratedRegex(@"[ \u3000\t]")]
    private static partial Regex OneSpace();
}
