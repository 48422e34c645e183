using System.Net;
using Microsoft.Extensions.Primitives;

namespace MutualAid.Bot.Channels.WebChat;

/// <summary>Who may come in how: names are free on this machine, everyone else needs a link.</summary>
public sealed class Door(IConfiguration configuration)
{
    public const string TokenHeader = "X-Room-Token";
    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"];

    /// <summary>What links say; empty: the address the page was opened at.</summary>
    public string PublicUrl { get; } = (configuration["Public:Url"] ?? "").TrimEnd('/');

    /// <summary>
    /// True on this machine only. A reverse proxy beside us connects from loopback too, so a public address in the
    /// settings or any trace of a proxy closes the free door; so does a foreign host name (DNS rebinding).
    /// </summary>
    public bool IsFree(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } from
        && IPAddress.IsLoopback(from)
        && IsLocalName(context.Request.Host.Host)
        && (PublicUrl.Length == 0 || (Uri.TryCreate(PublicUrl, UriKind.Absolute, out var url) && IsLocalName(url.Host)))
        && !ProxyHeaders.Any(context.Request.Headers.ContainsKey);

    public static string? TokenOf(HttpContext context) =>
        context.Request.Headers.TryGetValue(TokenHeader, out var token) && !StringValues.IsNullOrEmpty(token) ? token.ToString() : null;

    public string Address(HttpContext context) => PublicUrl.Length > 0 ? PublicUrl : $"{context.Request.Scheme}://{context.Request.Host}";

    private static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
