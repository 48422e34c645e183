using System.Net;

namespace MutualAid.Admin;

/// <summary>A page of one sentence, for what no page answers: refused, not there, gone wrong.</summary>
internal static class Slip
{
    /// <param name="key">Of its title and text.</param>
    public static async Task WriteAsync(HttpContext context, int status, string key)
    {
        var t = ConsoleWords.Of(context);
        string Say(string what) => WebUtility.HtmlEncode(t.Plain(what));
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        if (HttpMethods.IsHead(context.Request.Method))
            return;
        await context.Response.WriteAsync(
            $"""
            <!DOCTYPE html>
            <html lang="{t.Language}" data-look="{t.Look}" data-size="{t.Size}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Say(
                key + ".title"
            )} · {Say("title")}</title><link rel="icon" href="/console/mark.svg"><link rel="stylesheet" href="/console/console.css"></head>
            <body class="alone"><main id="main"><section class="slip"><p class="brand"><a href="/"><img src="/console/mark.svg" alt="" width="28" height="28"> {Say("title")}</a></p><h1>{Say(key + ".title")}</h1><p>{Say(
                key + ".text"
            )}</p><p><a class="button main" href="/">{Say("home")}</a></p></section></main></body>
            </html>
            """
        );
    }
}
