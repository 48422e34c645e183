using System.Globalization;
using System.Text;

namespace MutualAid.Tests.Channels.FakeTelegram;

internal sealed record FakeEntity(string Type, int Offset, int Length, string? Url = null);

/// <summary>The HTML of messages as Telegram reads it (https://core.telegram.org/bots/api#html-style), with its refusals word for word.</summary>
internal sealed class FakeEntities
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["b"] = "bold",
        ["strong"] = "bold",
        ["i"] = "italic",
        ["em"] = "italic",
        ["u"] = "underline",
        ["ins"] = "underline",
        ["s"] = "strikethrough",
        ["strike"] = "strikethrough",
        ["del"] = "strikethrough",
        ["tg-spoiler"] = "spoiler",
        ["span"] = "spoiler",
        ["a"] = "text_link",
        ["tg-emoji"] = "custom_emoji",
        ["code"] = "code",
        ["pre"] = "pre",
        ["blockquote"] = "blockquote",
    };

    private readonly string html;
    private readonly StringBuilder text = new();
    private readonly List<FakeEntity> entities = [];
    private readonly Stack<(string Tag, int Offset, string? Url)> open = new();
    private int at;

    private FakeEntities(string html) => this.html = html;

    public static (string Text, IReadOnlyList<FakeEntity> Entities) Parse(string html)
    {
        var parser = new FakeEntities(Clean(html));
        parser.Read();
        return (parser.text.ToString(), parser.entities);
    }

    /// <summary>What Telegram does to any text: control codes become spaces, direction marks and some combining marks go.</summary>
    public static string Clean(string text)
    {
        var kept = text.Where(c => c is not ('\r' or (>= '\u2028' and <= '\u202E') or '\u0333' or '\u033F' or '\u030A'));
        return new([.. kept.Select(c => c < ' ' && c != '\n' ? ' ' : c)]);
    }

    private void Read()
    {
        while (at < html.Length)
        {
            if (html[at] == '&' && Escape() is { } character)
                text.Append(character);
            else if (html[at] != '<')
                text.Append(html[at++]);
            else if (at + 1 < html.Length && html[at + 1] == '/')
                EndTag();
            else
                StartTag();
        }
        if (open.Count > 0)
            throw Error($"Can't find end tag corresponding to start tag \"{open.Peek().Tag}\"");
    }

    private string? Escape()
    {
        var end = html.IndexOf(';', at);
        if (end < 0 || end - at > 10)
            return null;
        var name = html[(at + 1)..end];
        var code = name switch
        {
            "lt" => '<',
            "gt" => '>',
            "amp" => '&',
            "quot" => '"',
            ['#', 'x', .. var hex] => int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var x) ? x : 0,
            ['#', .. var digits] => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var d) ? d : 0,
            _ => 0,
        };
        if (code == 0 || !Rune.IsValid(code))
            return null;
        at = end + 1;
        return char.ConvertFromUtf32(code);
    }

    private void StartTag()
    {
        var begin = at++;
        var name = Until(c => char.IsWhiteSpace(c) || c == '>').ToLowerInvariant();
        if (at >= html.Length)
            throw Error($"Unclosed start tag at byte offset {Bytes(begin)}");
        if (!Types.ContainsKey(name))
            throw Error($"Unsupported start tag \"{name}\" at byte offset {Bytes(begin)}");
        var attributes = Attributes(name, begin);
        if (name == "span" && attributes.GetValueOrDefault("class") != "tg-spoiler")
            throw Error($"Tag \"span\" must have class \"tg-spoiler\" at byte offset {Bytes(begin)}");
        open.Push((name, text.Length, attributes.GetValueOrDefault("href")));
    }

    private Dictionary<string, string> Attributes(string tag, int begin)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        while (true)
        {
            Until(c => !char.IsWhiteSpace(c));
            if (at >= html.Length)
                throw Error($"Unclosed start tag \"{tag}\" at byte offset {Bytes(begin)}");
            if (html[at] == '>')
                break;
            var name = Until(c => char.IsWhiteSpace(c) || c is '=' or '>');
            if (name.Length == 0)
                throw Error($"Empty attribute name in the tag \"{tag}\" at byte offset {Bytes(begin)}");
            attributes[name.ToLowerInvariant()] = at < html.Length && html[at] == '=' ? Value(tag, begin) : "";
        }
        at++;
        return attributes;
    }

    private string Value(string tag, int begin)
    {
        at++;
        if (at >= html.Length || html[at] is not ('"' or '\''))
            return Until(c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-'));
        var quote = html[at++];
        var value = new StringBuilder();
        while (at < html.Length && html[at] != quote)
            value.Append(html[at] == '&' && Escape() is { } character ? character : html[at++].ToString());
        if (at++ >= html.Length)
            throw Error($"Unclosed start tag at byte offset {Bytes(begin)} of \"{tag}\"");
        return value.ToString();
    }

    private void EndTag()
    {
        var begin = at;
        at += 2;
        var name = Until(c => char.IsWhiteSpace(c) || c == '>').ToLowerInvariant();
        Until(c => !char.IsWhiteSpace(c));
        if (at >= html.Length || html[at] != '>')
            throw Error($"Unclosed end tag at byte offset {Bytes(begin)}");
        at++;
        if (open.Count == 0)
            throw Error($"Unexpected end tag at byte offset {Bytes(begin)}");
        var (tag, offset, url) = open.Pop();
        if (name.Length > 0 && name != tag)
            throw Error($"Unmatched end tag at byte offset {Bytes(begin)}, expected \"</{tag}>\", found \"</{name}>\"");
        if (text.Length > offset)
            entities.Add(new(Types[tag], offset, text.Length - offset, url));
    }

    private string Until(Func<char, bool> ends)
    {
        var from = at;
        while (at < html.Length && !ends(html[at]))
            at++;
        return html[from..at];
    }

    private int Bytes(int position) => Encoding.UTF8.GetByteCount(html.AsSpan(0, position));

    private static FakeRefusal Error(string what) => FakeRefusal.Bad($"can't parse entities: {what}");
}
