using System.Net;
using System.Text;

namespace MutualAid.Bot.Channels.WeCom;

/// <summary>A message's small HTML as WeCom's Markdown. It knows no escapes: what people wrote and would be a mark is made wide.</summary>
internal static class WeComMarkdown
{
    /// <summary>The address behind somebody's name, see <see cref="WeComChannel.Mention"/>.</summary>
    public const string Person = "wecom:";

    /// <param name="calls">Names become calls (<c>&lt;@userid&gt;</c>), which group robots can and assistants are not known to.</param>
    public static string Of(string html, bool calls)
    {
        var (written, links, isCode, skips) = (new StringBuilder(html.Length + 16), new Stack<string>(), false, false);
        for (var at = 0; at < html.Length; )
        {
            var end = html[at] == '<' ? html.IndexOf('>', at) : -1;
            if (end > 0)
            {
                var tag = html[(at + 1)..end];
                at = end + 1;
                (isCode, skips) = (tag is "code" or "pre" || (isCode && tag is not ("/code" or "/pre")), skips && tag != "/a");
                if (tag.StartsWith("a ", StringComparison.Ordinal))
                    skips = Open(written, links, WebUtility.HtmlDecode(tag.Split('"')[1]), calls);
                else if (tag == "/a")
                    Close(written, links);
                else
                    written.Append(Mark(tag));
                continue;
            }

            var next = html.IndexOf('<', at + 1) is var found && found < 0 ? html.Length : found;
            if (!skips)
                written.Append(Safe(WebUtility.HtmlDecode(html[at..next]), isCode));
            at = next;
        }

        return written.ToString();
    }

    private static string Mark(string tag) =>
        tag switch
        {
            "b" or "/b" => "**",
            "code" or "/code" or "pre" or "/pre" => "`",
            "s" or "/s" => "~~",
            "blockquote" => "> ",
            _ => "",
        };

    /// <summary>Whether the words inside are left out: the call shows the name by itself.</summary>
    private static bool Open(StringBuilder written, Stack<string> links, string address, bool calls)
    {
        var isPerson = address.StartsWith(Person, StringComparison.Ordinal);
        links.Push(isPerson ? "" : address);
        if (!isPerson)
            written.Append('[');
        else if (calls)
            written.Append("<@").Append(address.AsSpan(Person.Length)).Append('>');
        return isPerson && calls;
    }

    private static void Close(StringBuilder written, Stack<string> links)
    {
        if (links.TryPop(out var address) && address.Length > 0)
            written.Append("](").Append(address).Append(')');
    }

    // <@all> in somebody's words must not wake a whole group, nor a link hide where it leads.
    private static string Safe(string text, bool isCode)
    {
        var safe = text.Replace('<', '＜').Replace('>', '＞').Replace('`', '＇');
        return isCode
            ? safe
            : safe.Replace('*', '＊').Replace("](", "] (", StringComparison.Ordinal).Replace("# ", "＃ ", StringComparison.Ordinal);
    }
}
