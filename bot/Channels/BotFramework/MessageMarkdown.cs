using System.Text;
using System.Text.RegularExpressions;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Channels.BotFramework;

/// <param name="Format"><c>plain</c> wherever that is enough: nothing in it can be mistaken for a mark.</param>
internal sealed record MessageText(string Text, string Format, IReadOnlyList<CalledPerson> Called);

/// <summary>Somebody a message calls by name, as Teams wants it in <c>entities</c>.</summary>
internal sealed record CalledPerson(string Id, string Name)
{
    public const string Link = "im:";

    public string Mark => $"<at>{Name}</at>";
}

/// <summary>The house's small HTML as the Markdown that the platforms share. Underlining has none and is left out.</summary>
internal static partial class MessageMarkdown
{
    public static MessageText Of(string html)
    {
        var spans = HtmlSpan.Read(html);
        return spans.All(span => span.Marks == HtmlMarks.None && span.Link is null)
            ? new MessageText(Html.ToPlain(html), "plain", [])
            : new MessageText(Write(spans), "markdown", CalledIn(spans));
    }

    public static List<CalledPerson> CalledIn(IEnumerable<HtmlSpan> spans) =>
        [.. spans.Select(Called).OfType<CalledPerson>().DistinctBy(person => person.Id)];

    public static CalledPerson? Called(HtmlSpan span) =>
        span.Link?.StartsWith(CalledPerson.Link, StringComparison.Ordinal) == true
            ? new CalledPerson(ChatIds.Bare(span.Link[CalledPerson.Link.Length..]), Unmarked().Replace(span.Text, ""))
            : null;

    public static string Write(IEnumerable<HtmlSpan> spans)
    {
        var text = new StringBuilder();
        foreach (var span in spans)
        {
            var lines = span.Text.Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                // A single line end is no line end in Markdown.
                text.Append(i == 0 ? "" : "\n\n");
                text.Append(Write(span, lines[i], text.Length == 0 || text[^1] == '\n'));
            }
        }

        return text.ToString();
    }

    private static string Write(HtmlSpan span, string line, bool isStart)
    {
        if (line.Trim().Length == 0)
            return isStart ? "" : line;
        if (Called(span) is { } called)
            return called.Mark;
        var core = line.Trim();
        // Four blanks at the start would make a block of code of it.
        var (start, end) = (isStart ? "" : line[..^line.TrimStart().Length], line[line.TrimEnd().Length..]);
        var written = span.Marks.HasFlag(HtmlMarks.Code) ? Code(core) : Marked(span.Marks, core, Escape(core, isStart));
        if (span.Link is { } link)
            written = $"[{written}]({link.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)})";
        return start + (isStart && span.Marks.HasFlag(HtmlMarks.Quote) ? "> " : "") + written + end;
    }

    // Beside Chinese a mark that touches punctuation is not one, but would be read as stars.
    private static string Marked(HtmlMarks marks, string core, string written)
    {
        if (!char.IsLetterOrDigit(core[0]) || !char.IsLetterOrDigit(core[^1]))
            return written;
        if (marks.HasFlag(HtmlMarks.Strike))
            written = $"~~{written}~~";
        if (marks.HasFlag(HtmlMarks.Italic))
            written = $"*{written}*";
        return marks.HasFlag(HtmlMarks.Bold) ? $"**{written}**" : written;
    }

    private static string Code(string text)
    {
        var fence = "`";
        while (text.Contains(fence, StringComparison.Ordinal))
            fence += "`";
        return fence.Length == 1 ? $"`{text}`" : $"{fence} {text} {fence}";
    }

    private static string Escape(string text, bool isStart)
    {
        var escaped = Special().Replace(text, @"\$&");
        return isStart ? LineStart().Replace(escaped, @"${lead}\${mark}") : escaped;
    }

    [GeneratedRegex(@"[\\`*_\[\]<>~|&]")]
    private static partial Regex Special();

    [GeneratedRegex(@"^((?<lead>\d+)(?<mark>[.)])|(?<lead>)(?<mark>[#+=-]))", RegexOptions.ExplicitCapture)]
    private static partial Regex LineStart();

    [GeneratedRegex("[<>&]")]
    private static partial Regex Unmarked();
}
