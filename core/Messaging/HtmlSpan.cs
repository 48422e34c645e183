namespace MutualAid.Core.Messaging;

/// <summary>How a piece of a message looks.</summary>
[Flags]
public enum HtmlMarks
{
    None = 0,
    Bold = 1,
    Italic = 2,
    Underline = 4,
    Strike = 8,
    Code = 16,
    Quote = 32,
}

/// <summary>Visible text that looks the same from end to end, for platforms that do not take HTML.</summary>
/// <param name="Link">Where a press on it leads; null: nowhere.</param>
public sealed record HtmlSpan(string Text, HtmlMarks Marks, string? Link)
{
    /// <summary>The message cut where its look changes; the texts joined are <see cref="Html.ToPlain"/>.</summary>
    public static IReadOnlyList<HtmlSpan> Read(string html)
    {
        var spans = new List<HtmlSpan>();
        var atoms = HtmlAtoms.Read(html);
        for (var at = 0; at < atoms.Count; )
        {
            var (start, inside) = (at, atoms[at].Inside);
            while (at < atoms.Count && ReferenceEquals(atoms[at].Inside, inside))
                at++;
            spans.Add(Of(string.Concat(atoms.GetRange(start, at - start).Select(atom => atom.Visible)), inside));
        }

        return spans;
    }

    private static HtmlSpan Of(string text, HtmlTag? inside)
    {
        var (marks, link) = (HtmlMarks.None, (string?)null);
        for (var tag = inside; tag is not null; tag = tag.Around)
        {
            marks |= MarkOf(tag.Name);
            link ??= tag.Name == "a" ? LinkOf(tag.Written) : null;
        }

        return new HtmlSpan(text, marks, link);
    }

    private static HtmlMarks MarkOf(string tag) =>
        tag switch
        {
            "b" or "strong" => HtmlMarks.Bold,
            "i" or "em" => HtmlMarks.Italic,
            "u" or "ins" => HtmlMarks.Underline,
            "s" or "strike" or "del" => HtmlMarks.Strike,
            "code" or "pre" => HtmlMarks.Code,
            "blockquote" => HtmlMarks.Quote,
            _ => HtmlMarks.None,
        };

    private static string? LinkOf(string tag)
    {
        const string Start = "href=\"";
        var at = tag.IndexOf(Start, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var end = tag.IndexOf('"', at + Start.Length);
        return end < 0 ? null : Html.ToPlain(tag[(at + Start.Length)..end]);
    }
}
