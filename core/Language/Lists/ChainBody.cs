namespace MutualAid.Core.Language.Lists;

/// <summary>Reads the lines of a chain one after the other: a line may belong to the row or to the heading above it.</summary>
internal sealed class ChainBody(bool isNumbered, ThingNames things, ChainShape shape)
{
    private static readonly Lexicon Feet = Lexicon.Listed("ChainBodyFeet");

    private readonly List<PastedRow> rows = [];
    private readonly List<string> feet = [];
    private int previous;
    private string? place;

    public (List<PastedRow> Rows, List<string> Feet) Read(List<ListLine> lines)
    {
        foreach (var line in lines)
        {
            Take(line);
        }

        return (rows, feet);
    }

    private void Take(ListLine line)
    {
        var number = isNumbered ? RowNumber.Read(line, previous) : null;
        if (number is null && TableLines.IsHeading(line))
        {
            feet.Add(line.Trimmed);
            (place, previous) = (Heading(line), 0);
        }
        else if (number is null && Feet.At(line.Folded.TrimStart(), 0) > 0)
        {
            feet.Add(line.Trimmed);
        }
        else if (number is null && Corrections.Label(line.Folded) is var label and > 0)
        {
            rows.Add(Correction(line, label));
        }
        else if (number is null && isNumbered && Below(line) is { } below)
        {
            rows.Add(below);
        }
        else
        {
            rows.Add(Row(line, number));
            previous = number?.Value ?? previous;
        }
    }

    private PastedRow Correction(ListLine line, int label) =>
        line.Typed.Length > ChainList.Longest
            ? TableLines.Unread(line)
            : ChainRow.Read(line.Typed[label..], line.Folded[label..], things) with
            {
                Line = line.Trimmed,
            };

    // 【瑞禾村】 above rows that are numbered anew.
    private static string? Heading(ListLine line) =>
        Places.IsName(line.Folded.Trim(' ', '【', '】', '[', ']'), null) ? line.Trimmed.Trim(' ', '【', '】', '[', ']') : null;

    private PastedRow Row(ListLine line, RowNumber? number)
    {
        if (line.Typed.Length > ChainList.Longest)
        {
            return TableLines.Unread(line);
        }

        var from = number?.End ?? 0;
        var row = ChainRow.Read(line.Typed[from..], line.Folded[from..], things, shape.NamesNobody);
        row = row with
        {
            Number = number?.Typed,
            Line = row.Line.Length == 0 ? $"{number?.Typed}." : row.Line,
            Community = row.Community ?? place,
        };
        var clean = row.Counts && row.Items.Count > 0;
        return !isNumbered || number?.Value == previous + 1 ? row
            : number is null && (!clean || row.Name.Length == 0) ? TableLines.Unread(line)
            : row with { Doubts = [.. row.Doubts, RowDoubt.OutOfOrder] };
    }

    // 1. 甄阿姨 10-1502, and on the next line 卫生纸一提，酱油1瓶.
    private PastedRow? Below(ListLine line)
    {
        if (rows.Count == 0 || rows[^1] is not { Name.Length: > 0 } above || line.Typed.Length > ChainList.Longest)
        {
            return null;
        }

        var row = ChainRow.Things(line.Typed);
        if (row.Doubts.Count > 0 || row.Items.Count == 0 || !row.Items.All(item => things.Knows(Folding.Align(item.Name))))
        {
            return null;
        }

        var opened = above is { Items.Count: 0, Counts: true };
        if (opened)
        {
            rows.RemoveAt(rows.Count - 1);
        }

        return row with
        {
            Number = opened ? above.Number : null,
            Name = above.Name,
            Community = above.Community,
            Note = opened ? above.Note : "",
        };
    }
}
