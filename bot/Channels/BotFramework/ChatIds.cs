namespace MutualAid.Bot.Channels.BotFramework;

/// <summary>
/// Ids of many platforms come through this one channel, so each is kept with its platform before it: <c>msteams|19:…@thread.tacv2</c>.
/// The thread of a Teams channel is its topic, not a chat of its own.
/// </summary>
internal static class ChatIds
{
    public const string Teams = "msteams";
    private const string ThreadMark = ";messageid=";

    /// <summary>Lines of text come there and nothing else.</summary>
    public static bool IsText(string platform) => platform is "sms" or "email";

    public static string Of(string platform, string id) => $"{platform}|{id}";

    public static string PlatformOf(string id) => id[..Math.Max(0, id.IndexOf('|', StringComparison.Ordinal))];

    /// <summary>The platform's own part.</summary>
    public static string Bare(string id) => id[(id.IndexOf('|', StringComparison.Ordinal) + 1)..];

    public static (string Chat, string? Thread) Cut(string conversation)
    {
        var at = conversation.IndexOf(ThreadMark, StringComparison.Ordinal);
        return at < 0 ? (conversation, null) : (conversation[..at], conversation[(at + ThreadMark.Length)..]);
    }

    public static string Join(string conversation, string? thread) => thread is null ? conversation : conversation + ThreadMark + thread;

    /// <summary>As one part of an address. Steps back would leave the conversation; no platform has such an id.</summary>
    public static string? Segment(string? id) => id is null or "" or "." or ".." ? null : Uri.EscapeDataString(id);
}
