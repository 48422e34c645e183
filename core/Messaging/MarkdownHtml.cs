using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace MutualAid.Core.Messaging;

/// <summary>Markdown as the small HTML that every platform takes: lists, quotes and headings become lines. Never raw HTML.</summary>
public static partial class MarkdownHtml
{
    /// <summary>UTF-16 units of Markdown that are read: a guide of several pages has five thousand.</summary>
    public const int Longest = 20_000;

    /// <summary>Quotes, lists and emphasis inside of each other.</summary>
    private const int Deepest = 12;

    // Beyond this many openings the library looks for the end of each of them again and again.
    private const int MostOpenings = 2_000;
    private const string Openings = "[*_`><~";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .Build();

    /// <summary>Null: too long, or nested deeper than any text for people is.</summary>
    public static string? Render(string markdown)
    {
        if (markdown.Length > Longest || markdown.Count(Openings.Contains) > MostOpenings || Markers().IsMatch(markdown))
            return null;
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            // The library's word for nesting without end.
            return null;
        }

        var written = new StringBuilder();
        return Blocks(written, document, 0) ? written.ToString().Trim('\n') : null;
    }

    private static bool Blocks(StringBuilder to, ContainerBlock blocks, int depth)
    {
        if (depth > Deepest)
            return false;
        foreach (var block in blocks)
        {
            if (to.Length > 0)
                to.Append(blocks is ListItemBlock or ListBlock { IsLoose: false } ? "\n" : "\n\n");
            if (!One(to, block, depth))
                return false;
        }

        return true;
    }

    private static bool One(StringBuilder to, Block block, int depth)
    {
        switch (block)
        {
            case HeadingBlock heading:
                to.Append("<b>");
                var isWritten = Inlines(to, heading.Inline, depth);
                to.Append("</b>");
                return isWritten;
            case ListBlock list:
                return List(to, list, depth);
            case QuoteBlock quote:
                return Quote(to, quote, depth);
            case CodeBlock code:
                to.Append("<pre>").Append(Html.Escape(code.Lines.ToString())).Append("</pre>");
                return true;
            case ThematicBreakBlock:
                to.Append("———");
                return true;
            case LeafBlock leaf:
                return Inlines(to, leaf.Inline, depth);
            case ContainerBlock other:
                return Blocks(to, other, depth + 1);
            default:
                return true;
        }
    }

    private static bool List(StringBuilder to, ListBlock list, int depth)
    {
        var number = int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        var isFirst = true;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            if (!isFirst)
                to.Append('\n');
            isFirst = false;
            to.Append(list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{number++}. ") : "• ");
            var inside = new StringBuilder();
            if (!Blocks(inside, item, depth + 1))
                return false;
            to.Append(inside.Replace("\n", "\n  "));
        }

        return true;
    }

    private static bool Quote(StringBuilder to, QuoteBlock quote, int depth)
    {
        var inside = new StringBuilder();
        if (!Blocks(inside, quote, depth + 1))
            return false;
        to.Append('｜').Append(inside.Replace("\n", "\n｜"));
        return true;
    }

    private static bool Inlines(StringBuilder to, ContainerInline? inlines, int depth)
    {
        if (depth > Deepest)
            return false;
        for (var inline = inlines?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (!One(to, inline, depth))
                return false;
        }

        return true;
    }

    private static bool One(StringBuilder to, Inline inline, int depth)
    {
        switch (inline)
        {
            case LiteralInline literal:
                to.Append(Html.Escape(literal.Content.ToString()));
                return true;
            case LineBreakInline:
                to.Append('\n');
                return true;
            case CodeInline code:
                to.Append("<code>").Append(Html.Escape(code.Content)).Append("</code>");
                return true;
            case HtmlEntityInline entity:
                to.Append(Html.Escape(entity.Transcoded.ToString()));
                return true;
            case EmphasisInline emphasis:
                return Tagged(to, Tag(emphasis), "", emphasis, depth);
            case LinkInline { IsImage: false } link when IsWeb(link.Url):
                return Tagged(to, "a", $" href=\"{Html.Escape(link.Url)}\"", link, depth);
            case AutolinkInline auto:
                to.Append(Html.Escape(auto.Url));
                return true;
            case ContainerInline other:
                return Inlines(to, other, depth + 1);
            default:
                return true;
        }
    }

    private static bool Tagged(StringBuilder to, string tag, string attributes, ContainerInline inside, int depth)
    {
        to.Append('<').Append(tag).Append(attributes).Append('>');
        var isWritten = Inlines(to, inside, depth + 1);
        to.Append("</").Append(tag).Append('>');
        return isWritten;
    }

    private static string Tag(EmphasisInline emphasis) =>
        emphasis.DelimiterChar == '~' ? "s"
        : emphasis.DelimiterCount >= 2 ? "b"
        : "i";

    // Anything but a page on the web (javascript:, file:, tg:) stays plain words.
    internal static bool IsWeb(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && url!.Length <= 500;

    // One line that opens forty lists inside of each other costs the library a second.
    [GeneratedRegex(@"^(?:[ \t]*(?:>|[-+*][ \t]|[0-9]{1,9}[.)][ \t])){40}", RegexOptions.Multiline)]
    private static partial Regex Markers();
}
