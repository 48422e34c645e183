using System.Buffers;
using System.Text;

namespace MutualAid.Core.Messaging;

/// <summary>The small HTML that messages are written in: b, i, u, s, code, pre, a, blockquote and the four named escapes.</summary>
public static class Html
{
    /// <summary>UTF-16 units of visible text that one message may hold.</summary>
    public const int Limit = 4096;

    /// <summary>People's text, safe inside a message or an attribute. Half characters and control codes, which platforms refuse or drop, become U+FFFD.</summary>
    public static string Escape(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
            Append(escaped, rune);
        return escaped.ToString();
    }

    /// <summary>What a person sees: without tags, escapes undone.</summary>
    public static string ToPlain(string html) => string.Concat(HtmlAtoms.Read(html).Select(atom => atom.Visible));

    /// <summary>The visible length in UTF-16 units.</summary>
    public static int Length(string html) => HtmlAtoms.Read(html).Sum(atom => atom.Visible.Length);

    /// <summary>
    /// Parts of at most <paramref name="limit"/> visible UTF-16 units, cut at line ends where there are any and never inside a tag or a
    /// character; tags that are open at a cut are closed and opened again. The visible texts of the parts joined are that of the whole.
    /// </summary>
    public static IReadOnlyList<string> Split(string html, int limit = Limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 2);
        var atoms = HtmlAtoms.Read(html);
        if (atoms.Sum(atom => atom.Visible.Length) <= limit)
            return [html];
        var parts = new List<string>();
        for (var start = 0; start < atoms.Count; )
        {
            var end = HtmlCut.End(atoms, start, limit);
            parts.Add(HtmlAtoms.Write(atoms, start, end));
            start = end;
        }
        return parts;
    }

    private static void Append(StringBuilder escaped, Rune rune)
    {
        _ = rune.Value switch
        {
            '&' => escaped.Append("&amp;"),
            '<' => escaped.Append("&lt;"),
            '>' => escaped.Append("&gt;"),
            '"' => escaped.Append("&quot;"),
            '\n' or '\t' => escaped.Append((char)rune.Value),
            '\r' => escaped,
            < 32 or 127 => escaped.Append('\uFFFD'),
            _ => escaped.Append(rune.ToString()),
        };
    }

    /// <summary>The text without what cannot be stored everywhere: NUL and surrogates that have lost their other half.</summary>
    public static string Storable(string text)
    {
        if (!text.AsSpan().ContainsAny(Unstorable))
            return text;
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is not (0 or 0xFFFD) || (rune.Value == 0xFFFD && text.Contains('\uFFFD', StringComparison.Ordinal)))
                kept.Append(rune);
        }

        return kept.ToString();
    }

    private static readonly SearchValues<char> Unstorable = SearchValues.Create([
        .. Enumerable.Range(0xD800, 0x800).Select(code => (char)code),
        '\0',
    ]);
}
