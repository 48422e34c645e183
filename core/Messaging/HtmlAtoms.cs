using System.Globalization;
using System.Text;

namespace MutualAid.Core.Messaging;

/// <summary>An open tag as written, and the one around it.</summary>
internal sealed record HtmlTag(string Name, string Written, HtmlTag? Around)
{
    public int Depth { get; } = Around is null ? 1 : Around.Depth + 1;
}

/// <summary>One visible character: as written, as seen, and the innermost tag it stands in.</summary>
internal readonly record struct HtmlAtom(string Written, string Visible, HtmlTag? Inside);

/// <summary>Reads a message into its visible characters and writes a range of them back. Lenient: what is no tag is text.</summary>
internal static class HtmlAtoms
{
    private const int LongestTag = 2100;

    public static List<HtmlAtom> Read(string html)
    {
        var atoms = new List<HtmlAtom>(html.Length);
        HtmlTag? inside = null;
        for (var at = 0; at < html.Length; )
        {
            if (html[at] == '<' && TagAt(html, at) is { } tag)
            {
                inside = tag[1] == '/' ? Close(inside, tag[2..^1].Trim()) : new HtmlTag(NameOf(tag), tag, inside);
                at += tag.Length;
                continue;
            }
            var atom = AtomAt(html, at, inside, out var length);
            atoms.Add(atom);
            at += length;
        }
        return atoms;
    }

    public static string Write(List<HtmlAtom> atoms, int start, int end)
    {
        var written = new StringBuilder();
        HtmlTag? open = null;
        foreach (var atom in atoms.GetRange(start, end - start))
        {
            Move(written, open, atom.Inside);
            open = atom.Inside;
            written.Append(atom.Written);
        }
        Move(written, open, null);
        return written.ToString();
    }

    private static void Move(StringBuilder written, HtmlTag? from, HtmlTag? to)
    {
        if (ReferenceEquals(from, to))
            return;
        var opened = new Stack<HtmlTag>();
        while (!ReferenceEquals(from, to))
        {
            if (from is not null && (to is null || from.Depth >= to.Depth))
            {
                written.Append("</").Append(from.Name).Append('>');
                from = from.Around;
            }
            else
            {
                opened.Push(to!);
                to = to!.Around;
            }
        }
        foreach (var tag in opened)
            written.Append(tag.Written);
    }

    private static string? TagAt(string html, int at)
    {
        var end = html.IndexOf('>', at, Math.Min(LongestTag, html.Length - at));
        if (end < 0)
            return null;
        var tag = html[at..(end + 1)];
        var name = NameOf(tag);
        return name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? tag : null;
    }

    private static string NameOf(string tag)
    {
        var body = tag.AsSpan(1, tag.Length - 2).TrimStart('/').TrimEnd();
        var space = body.IndexOfAny(" \n\t");
        return (space < 0 ? body : body[..space]).ToString().ToLowerInvariant();
    }

    private static HtmlTag? Close(HtmlTag? inside, string name)
    {
        for (var tag = inside; tag is not null; tag = tag.Around)
        {
            if (tag.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return tag.Around;
        }
        return inside;
    }

    private static HtmlAtom AtomAt(string html, int at, HtmlTag? inside, out int length)
    {
        if (html[at] == '&' && EscapeAt(html, at, out length) is { } visible)
            return new(html.Substring(at, length), visible, inside);
        length = char.IsHighSurrogate(html[at]) && at + 1 < html.Length && char.IsLowSurrogate(html[at + 1]) ? 2 : 1;
        var seen = html.Substring(at, length);
        return new(seen is "<" or ">" or "&" ? Html.Escape(seen) : seen, seen, inside);
    }

    private static string? EscapeAt(string html, int at, out int length)
    {
        var end = html.IndexOf(';', at, Math.Min(12, html.Length - at));
        length = end - at + 1;
        return end < 0
            ? null
            : html[(at + 1)..end] switch
            {
                "lt" => "<",
                "gt" => ">",
                "amp" => "&",
                "quot" => "\"",
                ['#', 'x' or 'X', .. var hex]
                    when int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) => Character(code),
                ['#', .. var digits] when int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var code) => Character(
                    code
                ),
                _ => null,
            };
    }

    private static string? Character(int code) => code > 0 && Rune.IsValid(code) ? char.ConvertFromUtf32(code) : null;
}
