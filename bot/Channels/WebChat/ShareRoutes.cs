using System.Net;
using MutualAid.Bot.Engine;

namespace MutualAid.Bot.Channels.WebChat;

/// <summary><c>GET /s/KEY</c>: a card for whoever was sent the short link. No scripts, no sign-in, no contact data.</summary>
internal static partial class ShareRoutes
{
    public static void MapShares(this RouteGroupBuilder room) => room.MapGet("/s/{key}", OpenAsync);

    private static async Task<IResult> OpenAsync(string key, HttpContext context, IShares shares)
    {
        PageRoutes.Protect(context.Response);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        var share = key.Length <= 64 ? await shares.OpenAsync(key, context.RequestAborted) : null;
        var body = share is null
            ? "<p class=\"lost\"><span lang=\"zh-CN\">这张卡片已经收起，或链接不完整。</span><span lang=\"en\">This card was taken back, or the link is cut.</span></p>"
            : $"<article class=\"slip\"><h1 class=\"from\"><span lang=\"zh-CN\">小助手</span><span lang=\"en\">Helper</span></h1>{Picture(share)}<div class=\"words\">{Lines(share.Html)}</div></article>";
        return Results.Content(
            Page(body),
            "text/html; charset=utf-8",
            statusCode: share is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK
        );
    }

    private static string Picture(Share share) =>
        share.Picture is { } name ? $"<img class=\"cover\" src=\"/pictures/{WebUtility.HtmlEncode(name)}\" alt=\"\">" : "";

    // Of a card, community and state stand on a line of their own, and 待核实 is one word.
    private static string Lines(string html)
    {
        var clean = SmallHtml.Clean(html);
        var bar = clean.IndexOf('｜', StringComparison.Ordinal);
        var end = clean.IndexOf("<br>", StringComparison.Ordinal);
        if (clean.StartsWith('#') && bar > 0 && (end < 0 || bar < end))
            clean = $"{clean[..bar]}<br>{clean[(bar + 1)..]}";
        return Field().Replace(clean, "<span class=\"whole\">$0</span>");
    }

    [System.Text.RegularExpressions.GeneratedRegex("[^｜<&，>\\s]{0,10}｜[^｜<&，]{1,9}")]
    private static partial System.Text.RegularExpressions.Regex Field();

    private static string Page(string body) =>
        $"""
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>社区互助卡片 · Mutual aid card</title>
            <link rel="icon" href="/room/mark.svg">
            <link rel="stylesheet" href="/room/room.css">
            <script src="/room/boot.js"></script>
            </head>
            <body class="share">
            <main><p class="share-top"><button class="tool" id="big" type="button" hidden><span lang="zh-CN">大字</span><span lang="en">Large</span></button></p>
            {body}
            <p class="share-foot"><span lang="zh-CN">打开看到的是最新情况，电话和门牌不会出现在这里。</span><span lang="en">You see the latest state. Phones and addresses never stand here.</span></p>
            <p><a class="share-enter" href="/"><span lang="zh-CN">进聊天室</span><span lang="en">Open the chat room</span></a></p></main>
            <script src="/room/share.js"></script>
            </body>
            </html>
            """;
}

/// <summary>The small HTML set, made safe again at the door: only known tags without attributes, links only to http(s).</summary>
internal static partial class SmallHtml
{
    public static string Clean(string html) => Tag().Replace(html, Kept).Replace("\n", "<br>", StringComparison.Ordinal);

    private static string Kept(System.Text.RegularExpressions.Match match)
    {
        if (match.Groups["tag"].Success)
            return $"<{match.Groups["close"].Value}{match.Groups["tag"].Value.ToLowerInvariant()}>";
        if (match.Groups["href"] is { Success: true, Value: var href } && WebUtility.HtmlDecode(href) is { } url && IsWeb(url))
            return $"<a href=\"{WebUtility.HtmlEncode(url)}\" rel=\"noopener nofollow\">";
        if (match.Value is "</a>")
            return "</a>";
        return match.Value.StartsWith('<') ? "&lt;" + match.Value[1..].Replace("<", "&lt;", StringComparison.Ordinal) : match.Value;
    }

    private static bool IsWeb(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    [System.Text.RegularExpressions.GeneratedRegex(
        """<(?<close>/?)(?<tag>b|i|u|s|code|pre|blockquote)>|<a href="(?<href>[^"]*)">|</a>|<[^>]*>?"""
    )]
    private static partial System.Text.RegularExpressions.Regex Tag();
}
