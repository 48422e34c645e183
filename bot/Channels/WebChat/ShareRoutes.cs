using System.Net;
using MutualAid.Bot.Engine;

namespace MutualAid.Bot.Channels.WebChat;

/// <summary><c>GET /s/KEY</c>: a card for whoever was sent the short link. No scripts, no sign-in, no contact data.</summary>
internal static class ShareRoutes
{
    public static void MapShares(this RouteGroupBuilder room) => room.MapGet("/s/{key}", OpenAsync);

    private static async Task<IResult> OpenAsync(string key, HttpContext context, IShares shares)
    {
        PageRoutes.Protect(context.Response);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        var share = key.Length <= 64 ? await shares.OpenAsync(key, context.RequestAborted) : null;
        var body = share is null
            ? "<p class=\"lost\">这张卡片已经收起，或链接不完整。<br><span lang=\"en\">This card was taken back, or the link is cut.</span></p>"
            : $"<article class=\"slip\"><h1 class=\"from\">小助手 <span lang=\"en\">Helper</span></h1>{Picture(share)}<div class=\"words\">{SmallHtml.Clean(share.Html)}</div></article>";
        return Results.Content(
            Page(body),
            "text/html; charset=utf-8",
            statusCode: share is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK
        );
    }

    private static string Picture(Share share) =>
        share.Picture is { } name ? $"<img class=\"cover\" src=\"/pictures/{WebUtility.HtmlEncode(name)}\" alt=\"\">" : "";

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
            <main>{body}
            <p class="share-foot">打开看到的是最新情况，电话和门牌不会出现在这里。<br><span lang="en">You see the latest state. Phones and addresses never stand here.</span></p>
            <p><a class="share-enter" href="/">进聊天室 <span lang="en">Open the chat room</span></a></p></main>
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
