using System.Text.RegularExpressions;

namespace MutualAid.Core.Language.Lists;

/// <summary>Reads a row in English: Marta - 4 blankets; Grace, 4B: pads 3 packs, shampoo x2; Keiko (unit 5) wipes – 2 tins.</summary>
internal static partial class LatinRow
{
    private const int Longest = 200;

    private static readonly Lexicon Gone = Lexicon.Listed("LatinRowGone");

    /// <summary>Null when the row is not English or does not tell its name from the things.</summary>
    public static PastedRow? Read(string typed, string folded)
    {
        if (folded.Length > Longest || folded.Any(Texts.IsHan))
        {
            return null;
        }

        var row =
            Beside().Match(folded) is { Success: true } beside ? beside
            : Roomed().Match(typed) is { Success: true } roomed ? roomed
            : Apart().Match(folded) is { Success: true } apart ? apart
            : Capitals().Match(typed) is { Success: true } capitals ? capitals
            : null;
        return row is null ? null : Read(typed, folded, row);
    }

    private static PastedRow Read(string typed, string folded, Match row)
    {
        var (name, rest) = (row.Groups["name"], row.Groups["rest"]);
        var said = typed.Substring(name.Index, name.Length).Split([',', '，'], 2, StringSplitOptions.TrimEntries);
        var items = LatinItems.Read(typed, folded, rest.Index, rest.Index + rest.Length, out var isVague);
        return new PastedRow(typed.Trim())
        {
            Name = said[0].Trim(' ', '.'),
            Items = items,
            Note = string.Join(' ', said.Skip(1).Append(Note(typed, row)).Where(note => note.Length > 0)),
            Doubts =
                Gone.In(folded) ? [RowDoubt.Withdrawn]
                : isVague ? [RowDoubt.VagueQuantity]
                : [],
        };
    }

    private static string Note(string typed, Match row) =>
        row.Groups["aside"] is { Success: true } aside ? typed.Substring(aside.Index, aside.Length) : "";

    // Keiko (unit 5) formula
    [GeneratedRegex(@"^\s*(?<name>[a-z@][^():\d–—]{0,40}?)\s*(?<aside>\([^)]*\))\s*(?:[-–—:,]\s*)?(?<rest>\S.*)$")]
    private static partial Regex Beside();

    // Anna 5-301 toast 2 bags
    [GeneratedRegex(
        @"^\s*(?<name>\p{Lu}[\w.'’]*(?:\s(?:&\s)?\p{Lu}[\w.'’]*){0,3})\s+(?<aside>\d{1,3}-\d{1,4}(?:-\d{1,4})?|\d{3,4}(?=\s+\p{L}[^,\d]*\d))\s+(?<rest>\p{L}.*)$"
    )]
    private static partial Regex Roomed();

    [GeneratedRegex(@"^\s*(?<name>[a-z@][^:–—]{0,40}?)(?:\s+[-–—]+\s*|\s*[–—]\s*|\s*:\s+)(?<rest>\S.*)$")]
    private static partial Regex Apart();

    [GeneratedRegex(@"^\s*(?<name>\p{Lu}[\w.'’]*(?:\s(?:&\s)?\p{Lu}[\w.'’]*){0,3})\s+(?<rest>\d.*)$")]
    private static partial Regex Capitals();
}
