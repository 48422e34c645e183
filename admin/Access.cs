namespace MutualAid.Admin;

/// <summary>Who may open what. A page that does not stand here asks for a session.</summary>
internal static class Access
{
    /// <summary>Route patterns that are open to everybody who reaches the console.</summary>
    private static readonly HashSet<string> Open = new(["setup", "sign-in", "console/{part}"], StringComparer.Ordinal);

    public static bool IsOpen(Endpoint endpoint) =>
        endpoint is RouteEndpoint route && Open.Contains((route.RoutePattern.RawText ?? "").Trim('/'));
}
