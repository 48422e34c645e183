using System.Text.RegularExpressions;

namespace MutualAid.Core.Language.Lists;

/// <summary>A typed line with its folded form, place for place.</summary>
internal sealed partial record ListLine(string Typed, string Folded)
{
    /// <summary>The lines that are not blank; a chain that was pasted as one line is divided at its numbers.</summary>
    public static List<ListLine> Of(string text)
    {
        var lines = text.Split(['\n', '\r', '\v', '\f', '\u2028'], StringSplitOptions.None).Where(line => line.Trim().Length > 0).ToList();
        var numbered = lines.Count(line => RowNumber.Read(new ListLine(line, Folding.Align(line)), 0) is not null);
        return [.. (numbered <= 1 ? lines.SelectMany(Unfold) : lines).Select(line => new ListLine(line, Folding.Align(line)))];
    }

    public string Trimmed => Typed.Trim();

    // #接龙 挂面 1. 阎姐 2把 2. 覃叔 10把
    private static IEnumerable<string> Unfold(string line)
    {
        var starts = new List<int>();
        foreach (var mark in Marks().EnumerateMatches(Folding.Align(line)))
        {
            var at = mark.Index + (line[mark.Index] is >= '0' and <= '9' or >= '０' and <= '９' ? 0 : 1);
            if (int.TryParse(Digits().Match(Folding.Align(line), at).ValueSpan, out var number) && number == starts.Count + 1)
            {
                starts.Add(at);
            }
        }

        if (starts.Count < 2)
        {
            return [line];
        }

        var rows = starts.Select((from, n) => line[from..(n + 1 < starts.Count ? starts[n + 1] : line.Length)]);
        return line[..starts[0]].Trim() is { Length: > 0 } title ? rows.Prepend(title) : rows;
    }

    [GeneratedRegex(@"(?:^|[ ,;。])\d{1,3}[.、)]")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
