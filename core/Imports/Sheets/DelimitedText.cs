using System.Text;

namespace MutualAid.Core.Imports;

/// <summary>Rows of a text: RFC 4180 with comma, semicolon or tab, whichever its first lines hold most of.</summary>
internal sealed class DelimitedText
{
    private const int LinesToGuess = 20;
    private static readonly char[] Separators = ['\t', ',', ';', '，'];

    private readonly string text;
    private readonly char separator;
    private readonly List<GridRow> rows = [];
    private readonly List<Cell> cells = [];
    private readonly StringBuilder cell = new();
    private int line = 1;
    private int column;
    private int taken;

    private DelimitedText(string text, char separator) => (this.text, this.separator) = (text, separator);

    public static Grid Split(string text)
    {
        var lines = text.TrimStart('\ufeff');
        if (
            lines.TrimStart().StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || lines.TrimStart().StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)
            || lines.TrimStart().StartsWith("<table", StringComparison.OrdinalIgnoreCase)
        )
            throw new UnreadableSheetException(SheetRefusal.OtherFormat);
        // A line that office programs put first to say which one it is.
        if (lines.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && lines.Length > 4)
            return new Grid("", new DelimitedText("\n" + lines[5..].TrimStart('\r', '\n'), lines[4]).Run());
        return new Grid("", new DelimitedText(lines, Guess(lines)).Run());
    }

    private static char Guess(string text)
    {
        var lines = new List<int[]> { new int[Separators.Length] };
        var quoted = false;
        foreach (var letter in text)
        {
            if (letter == '"')
                quoted = !quoted;
            else if (letter == '\n' && !quoted && lines.Count > LinesToGuess)
                break;
            else if (letter == '\n' && !quoted)
                lines.Add(new int[Separators.Length]);
            else if (!quoted && Array.IndexOf(Separators, letter) is var at and >= 0)
                lines[^1][at]++;
        }

        // What keeps columns apart stands as often in most lines; a comma of a sentence does not.
        return Separators[Enumerable.Range(0, Separators.Length).MaxBy(at => Evenness(lines.ConvertAll(it => it[at])))];
    }

    private static int Evenness(List<int> counts) =>
        counts.Where(it => it > 0).GroupBy(it => it).Select(it => (it.Count() * 10) + Math.Min(it.Key, 9)).DefaultIfEmpty(0).Max();

    private List<GridRow> Run()
    {
        var at = 0;
        while (at < text.Length)
            at = IsQuoteHere(at) ? Quoted(at + 1) : Plain(at);
        EndRow();
        return rows;
    }

    private bool IsQuoteHere(int at) => text[at] == '"' && cell.Length == 0;

    private int Quoted(int at)
    {
        for (; at < text.Length; at++)
        {
            if (text[at] != '"')
            {
                // Rows are counted as the spreadsheet does: a line break inside of a cell makes none.
                cell.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                cell.Append('"');
                at++;
            }
            else
            {
                return at + 1;
            }
        }

        return at;
    }

    private int Plain(int at)
    {
        var letter = text[at];
        if (letter == separator)
        {
            EndCell();
            column++;
        }
        else if (letter is '\n' or '\r')
        {
            EndRow();
            line++;
            return letter == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? at + 2 : at + 1;
        }
        else
        {
            cell.Append(letter);
        }

        return at + 1;
    }

    private void EndCell()
    {
        var said = cell.ToString();
        cell.Clear();
        if (said.Length > Ceilings.CellCharacters)
            throw new UnreadableSheetException(SheetRefusal.TooLarge);
        if (CellText.Make(column, said) is not { } made)
            return;
        if (column >= Ceilings.Columns)
            throw new UnreadableSheetException(SheetRefusal.TooManyColumns);
        if ((taken += said.Length) > Ceilings.Characters)
            throw new UnreadableSheetException(SheetRefusal.TooLarge);
        cells.Add(made);
    }

    private void EndRow()
    {
        EndCell();
        column = 0;
        if (cells.Count == 0)
            return;
        if (rows.Count >= Ceilings.Rows)
            throw new UnreadableSheetException(SheetRefusal.TooManyRows);
        rows.Add(new GridRow(line, [.. cells]));
        cells.Clear();
    }
}
