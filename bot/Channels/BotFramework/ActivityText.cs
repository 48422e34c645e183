using System.Text.Json;
using System.Text.RegularExpressions;
using MutualAid.Bot.Channels.BotFramework.Api;

namespace MutualAid.Bot.Channels.BotFramework;

/// <param name="Words">Without the bot's own name and what is quoted.</param>
/// <param name="CallsBot">It mentions the bot.</param>
internal sealed partial record ActivityText(string Words, bool CallsBot)
{
    private const string AfterName = " \t\r\n\u00A0\u3000,，:：、";

    public static ActivityText Read(Activity activity, string nickname)
    {
        var text = Quoted().Replace(activity.Text ?? "", "").Replace('\u00A0', ' ');
        var calls = false;
        foreach (var mention in Mentions(activity).Where(it => it.Id == activity.Recipient?.Id && it.Text.Length > 0))
            (text, calls) = (Without(text, mention.Text), true);
        // The mark of a mention of others goes, their name stays.
        text = At().Replace(text, "${name}").Trim();
        foreach (var name in new[] { nickname, activity.Recipient?.Name ?? "" })
        {
            if (WithoutName(text, name) is { } rest)
                (text, calls) = (rest, true);
        }

        return new ActivityText(text, calls);
    }

    private static IEnumerable<(string? Id, string Text)> Mentions(Activity activity) =>
        (activity.Entities ?? [])
            .Where(entity => Fields.Text(entity, "type") == "mention")
            .Select(entity => (Fields.Text(Fields.Of(entity, "mentioned"), "id"), Fields.Text(entity, "text") ?? ""));

    private static string Without(string text, string mention)
    {
        var at = text.IndexOf(mention, StringComparison.Ordinal);
        if (at < 0)
            return text;
        var (before, after) = (text[..at], text[(at + mention.Length)..]);
        return before.Length == 0 || char.IsWhiteSpace(before[^1]) ? before + after.TrimStart(AfterName.ToCharArray()) : before + after;
    }

    private static string? WithoutName(string text, string name) =>
        name.Length > 0 && text is ['@' or '＠', .. var rest] && rest.StartsWith(name, StringComparison.Ordinal)
            ? rest[name.Length..].TrimStart(AfterName.ToCharArray())
            : null;

    [GeneratedRegex("<quoted [^>]*/>")]
    private static partial Regex Quoted();

    [GeneratedRegex("<at[^>]*>(?<name>[^<]*)</at>", RegexOptions.ExplicitCapture)]
    private static partial Regex At();
}

/// <summary>The message that is answered, and who wrote it, if the platform tells.</summary>
internal sealed partial record Answered(string MessageId, string? Author)
{
    /// <summary>Teams quotes in chats, in an entity or as HTML; in its channels the thread is the answer.</summary>
    public static Answered? Read(Activity activity) =>
        (activity.Entities ?? []).Select(OfEntity).FirstOrDefault(it => it is not null)
        ?? (activity.Attachments ?? []).Select(OfHtml).FirstOrDefault(it => it is not null)
        ?? (activity.ReplyToId is { Length: > 0 } id ? new Answered(id, null) : OfThread(activity));

    private static Answered? OfEntity(JsonElement entity)
    {
        var quote = Fields.Text(entity, "type") == "quotedReply" ? Fields.Of(entity, "quotedReply") : null;
        return Fields.Text(quote, "messageId") is { Length: > 0 } id ? new Answered(id, Fields.Text(quote, "senderId")) : null;
    }

    private static Answered? OfHtml(JsonElement attachment)
    {
        if (Fields.Text(attachment, "contentType") != "text/html" || Fields.Text(attachment, "content") is not { } html)
            return null;
        var quote = Quote().Match(html);
        return quote.Success
            ? new Answered(quote.Groups["id"].Value, Author_().Match(html) is { Success: true } by ? by.Groups["id"].Value : null)
            : null;
    }

    private static Answered? OfThread(Activity activity) =>
        ChatIds.Cut(activity.Conversation?.Id ?? "").Thread is { } root && root != activity.Id ? new Answered(root, null) : null;

    [GeneratedRegex("""<blockquote[^>]*schema\.skype\.com/Reply"[^>]*itemid="(?<id>[^"]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Quote();

    [GeneratedRegex("""itemprop="mri"[^>]*itemid="(?<id>[^"]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Author_();
}

/// <summary>Reads what may be there, of whatever kind, in a part of an activity that no rule binds.</summary>
internal static class Fields
{
    public static JsonElement? Of(JsonElement? from, string name) =>
        from is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty(name, out var field) ? field : null;

    public static string? Text(JsonElement? from, string name) =>
        Of(from, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
