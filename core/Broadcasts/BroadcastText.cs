using MutualAid.Core.Messaging;

namespace MutualAid.Core.Broadcasts;

/// <summary>The one place where its words become a message: what is previewed, tried and sent is the same, byte for byte.</summary>
public static class BroadcastText
{
    /// <summary>Visible characters that one message of every platform holds; a longer one could not be edited afterwards.</summary>
    public const int Longest = Html.Limit;

    /// <summary>Under a picture.</summary>
    public const int LongestCaption = 1024;

    private static readonly string[] NameFields = ["{群名}", "｛群名｝", "{group}"];

    /// <param name="chat">The name of the chat it goes to.</param>
    public static string For(this Broadcast it, string chat)
    {
        var html = MarkdownHtml.Render(it.Body) ?? Html.Escape(it.Body);
        var name = Html.Escape(chat);
        foreach (var field in NameFields)
            html = html.Replace(field, name, StringComparison.Ordinal);
        return html;
    }

    /// <summary>None when it can be sent.</summary>
    internal static BroadcastRefusal Wrong(string body, bool hasPhoto)
    {
        if (string.IsNullOrWhiteSpace(body))
            return BroadcastRefusal.NoText;
        if (body.Length > MarkdownHtml.Longest)
            return BroadcastRefusal.TextTooLong;
        if (MarkdownHtml.Render(body) is not { } html)
            return BroadcastRefusal.TextTooHeavy;
        var length = Html.Length(html);
        return length == 0 ? BroadcastRefusal.NoText
            : length > (hasPhoto ? LongestCaption : Longest) ? BroadcastRefusal.TextTooLong
            : BroadcastRefusal.None;
    }
}
