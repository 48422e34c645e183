using System.Globalization;

namespace MutualAid.Core.Messaging;

/// <summary>Where a part of a long message ends.</summary>
internal static class HtmlCut
{
    /// <summary>The longest composed character (a family of emoji, a letter with many marks) that is kept whole.</summary>
    private const int Composed = 64;

    /// <summary>The index after the last character of the part that begins at <paramref name="start"/>.</summary>
    public static int End(List<HtmlAtom> atoms, int start, int limit)
    {
        var end = Fitting(atoms, start, limit);
        if (end == atoms.Count)
            return end;
        var line = atoms.FindLastIndex(end - 1, end - start, atom => atom.Visible == "\n");
        return line >= start ? line + 1 : WholeCharacter(atoms, start, end);
    }

    private static int Fitting(List<HtmlAtom> atoms, int start, int limit)
    {
        var end = start;
        for (var length = 0; end < atoms.Count; end++)
        {
            length += atoms[end].Visible.Length;
            if (length > limit)
                break;
        }
        return end;
    }

    private static int WholeCharacter(List<HtmlAtom> atoms, int start, int end)
    {
        var from = Math.Max(start, end - Composed);
        var to = Math.Min(atoms.Count, end + Composed);
        var near = string.Concat(atoms.GetRange(from, to - from).Select(atom => atom.Visible));
        var units = atoms.GetRange(from, end - from).Sum(atom => atom.Visible.Length);
        var boundary = StringInfo.ParseCombiningCharacters(near).Where(index => index > 0 && index <= units).DefaultIfEmpty(units).Max();
        for (var cut = end; cut > from; cut--)
        {
            if (units <= boundary)
                return cut;
            units -= atoms[cut - 1].Visible.Length;
        }
        return end;
    }
}
