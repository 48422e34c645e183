namespace MutualAid.Admin;

/// <summary>A browser in two words, so that people recognise their own among their sessions.</summary>
internal static class Browser
{
    private static readonly (string Sign, string Name)[] Kinds =
    [
        ("MicroMessenger", "微信 WeChat"),
        ("Edg", "Edge"),
        ("Firefox", "Firefox"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Macintosh", "Mac"),
        ("Linux", "Linux"),
    ];

    public static string? Of(string agent)
    {
        var words = new[] { First(Kinds, agent), First(Systems, agent) }.OfType<string>().ToList();
        return words.Count == 0 ? null : string.Join(", ", words);
    }

    private static string? First((string Sign, string Name)[] signs, string agent) =>
        Array.Find(signs, it => agent.Contains(it.Sign, StringComparison.Ordinal)).Name;
}
