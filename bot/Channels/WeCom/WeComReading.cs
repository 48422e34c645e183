using System.Globalization;
using MutualAid.Bot.Channels.WeCom.Api;
using MutualAid.Bot.Engine;

namespace MutualAid.Bot.Channels.WeCom;

/// <summary>A callback in the engine's words, or null when it is nothing for the bot. Pure: https://developer.work.weixin.qq.com/document/path/101027</summary>
internal static class WeComReading
{
    /// <summary>In front of a user id: that person's own chat. Ids of groups never begin with it.</summary>
    public const char Private = '@';

    private const int LongestText = 20_000;
    private const string AfterName = " \t\r\n\u2005\u3000,，:：、";

    public static Incoming? Read(Callback said, WeComSettings settings, DateTime now) =>
        said is { Msgid: { Length: > 0 } id, From.Userid: { Length: > 0 } user } && PlaceOf(said, user) is { } place
            ? Read(said, settings, Base(said, id, place, user, settings, now))
            : null;

    /// <summary>A group that speaks to the bot for the first time has just taken it in: the platform does not tell.</summary>
    public static Incoming Added(Incoming said) =>
        said with
        {
            Kind = IncomingKind.Added,
            UpdateId = $"added:{said.Place.ChatId}",
            Text = "",
            MessageId = null,
            Quoted = null,
            File = null,
            CallbackId = null,
            Button = null,
        };

    private static Incoming? Read(Callback said, WeComSettings settings, Incoming it)
    {
        if (said is { Msgtype: "event", Event: { } happened })
            return Event(happened, it, said);
        var text = said.Msgtype switch
        {
            "text" => said.Text?.Content,
            "mixed" => TextOf(said.Mixed),
            "voice" => said.Voice?.Content,
            "image" => "",
            _ => null,
        };
        if (text is null || text.Length > LongestText)
            return null;
        var quoted = said.Quote is { } quote ? quote.Text?.Content ?? quote.Voice?.Content ?? TextOf(quote.Mixed) : null;
        return it with
        {
            Text = it.Place.IsPrivate ? text : WithoutName(text, settings.Nickname),
            Quoted = string.IsNullOrWhiteSpace(quoted) ? null : quoted,
            // Where it could not be kept, the message with it stays findable in the chat.
            File = said.Picture is null ? null : $"wecom:{said.Msgid}",
        };
    }

    private static Incoming? Event(CallbackEvent happened, Incoming it, Callback said) =>
        happened.Eventtype switch
        {
            "template_card_event" when (happened.TemplateCardEvent?.TaskId ?? happened.TaskId) is { } task => it with
            {
                Kind = IncomingKind.Press,
                MessageId = WeComForms.MessageOf(task),
                Button = happened.TemplateCardEvent?.EventKey ?? happened.EventKey ?? "",
                CallbackId = said.Msgid,
            },
            // Everyone is greeted, but not each morning.
            "enter_chat" => it with
            {
                Text = "/start",
                UpdateId = $"enter:{it.From.ExternalId}:{ISOWeek.GetYear(it.At)}-{ISOWeek.GetWeekOfYear(it.At)}",
            },
            _ => null,
        };

    /// <summary>The task of the pressed card.</summary>
    public static string? PressedTask(Callback said) => said.Event?.TemplateCardEvent?.TaskId ?? said.Event?.TaskId;

    private static Incoming Base(Callback said, string id, Place place, string user, WeComSettings settings, DateTime now) =>
        new()
        {
            Place = place,
            From = new Sender(user, "", settings.Organisers.Contains(user) ? true : null),
            UpdateId = $"{said.Aibotid}:{id}",
            Kind = IncomingKind.Text,
            At = said.CreateTime is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime : now,
            MessageId = id,
            // In a group only what is said to the assistant reaches it.
            ToBot = true,
        };

    private static Place? PlaceOf(Callback said, string user) =>
        said switch
        {
            { Chattype: "group", Chatid: { Length: > 0 } chat } => new(WeComChannel.ChannelName, chat, IsPrivate: false),
            { Chattype: "group" } => null,
            _ => new(WeComChannel.ChannelName, Private + user, IsPrivate: true),
        };

    private static string? TextOf(Mixed? mixed) =>
        mixed?.MsgItem is { } items ? string.Join('\n', items.Select(item => item.Text?.Content).OfType<string>()) : null;

    // The name stands in the text, nothing says where; by any other name in front somebody renamed the assistant.
    private static string WithoutName(string text, string nickname)
    {
        var at = nickname.Length == 0 ? -1 : text.IndexOf('@' + nickname, StringComparison.Ordinal);
        if (at >= 0)
            return (text[..at] + text[(at + 1 + nickname.Length)..].TrimStart(AfterName.ToCharArray())).Trim();
        var said = text.TrimStart();
        var end = said.StartsWith('@') ? said.IndexOfAny([' ', '\u2005', '\u3000', '\n']) : -1;
        return end > 0 ? said[end..].Trim() : text.Trim();
    }
}
