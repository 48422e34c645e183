using MutualAid.Bot.Channels.Telegram.Api;
using MutualAid.Bot.Engine;

namespace MutualAid.Bot.Channels.Telegram;

/// <summary>An update in the engine's words, or null when it is nothing for the bot. Pure: https://core.telegram.org/bots/api#update</summary>
internal static class TelegramUpdates
{
    public static Incoming? Read(Update update, User me, string nickname, DateTime now) =>
        update switch
        {
            { CallbackQuery: { Message: { } message } press } => Press(press, message, now),
            { MyChatMember: { } change } => OwnStanding(change),
            { ChatMember: { } change } => Standing(change),
            { Message: { MigrateToChatId: { } to } message } => Migrated(message, message.Chat.Id, to),
            { Message: { MigrateFromChatId: { } from } message } => Migrated(message, from, message.Chat.Id),
            { Message: { } message } => Said(message, message.Date, IncomingKind.Text, me, nickname),
            { EditedMessage: { } message } => Said(message, message.EditDate ?? message.Date, IncomingKind.Edited, me, nickname),
            _ => null,
        }
            is { } incoming
            // Several bots share one set of handled updates; each counts its own.
            ? incoming with
            {
                UpdateId = $"{me.Id}:{update.UpdateId}",
            }
            : null;

    private static Incoming? Said(Message message, long at, IncomingKind kind, User me, string nickname)
    {
        var text = TelegramText.Read(message, me, nickname);
        var file = message.Voice ?? message.Photo?.MaxBy(size => (long)size.Width * size.Height);
        if (TelegramSender.Of(message) is not { } sender || text.ForOtherBot || (file is null && text.Words is null))
            return null;
        if (!message.Chat.IsPrivate && !message.Chat.IsGroup)
            return null;
        var reply = message.ReplyToMessage is { ForumTopicCreated: null } answered ? answered : null;
        return New(kind == IncomingKind.Text && message.Voice is not null ? IncomingKind.Voice : kind, PlaceOf(message), sender, at) with
        {
            Text = text.Words ?? "",
            MessageId = $"{message.MessageId}",
            ReplyTo = reply is null ? null : $"{reply.MessageId}",
            ToBot = text.ToBot || reply?.From?.Id == me.Id || message.Chat.IsPrivate,
            File = file?.FileId,
        };
    }

    private static Incoming? Press(CallbackQuery press, Message message, DateTime now) =>
        New(IncomingKind.Press, PlaceOf(message), TelegramSender.Of(press.From), 0) with
        {
            At = now,
            MessageId = $"{message.MessageId}",
            ToBot = true,
            Button = press.Data ?? "",
            CallbackId = press.Id,
        };

    private static Incoming? OwnStanding(MemberChange change)
    {
        var place = PlaceOf(new Message(0, change.Chat));
        var sender = TelegramSender.Of(change.From);
        if (change.OldChatMember.IsIn && !change.NewChatMember.IsIn && (change.Chat.IsGroup || change.Chat.IsPrivate))
            return New(IncomingKind.Removed, place, sender, change.Date);
        var added = change.Chat.IsGroup && !change.OldChatMember.IsIn && change.NewChatMember.IsIn;
        return added ? New(IncomingKind.Added, place, sender, change.Date) : null;
    }

    private static Incoming? Standing(MemberChange change)
    {
        var member = change.NewChatMember;
        if (!change.Chat.IsGroup || member.User.IsBot)
            return null;
        var sender = TelegramSender.Of(member.User) with { IsAdmin = member.IsAdmin };
        return New(IncomingKind.Membership, PlaceOf(new Message(0, change.Chat)), sender, change.Date) with { Left = !member.IsIn };
    }

    private static Incoming Migrated(Message message, long from, long to) =>
        New(
            IncomingKind.Migrated,
            PlaceOf(message) with
            {
                ChatId = $"{from}",
                Topic = null,
            },
            new(message.From is null ? "" : $"{message.From.Id}", message.Chat.Title ?? "", CanHoldRole: false),
            message.Date
        ) with
        {
            MigratedTo = $"{to}",
        };

    private static Incoming New(IncomingKind kind, Place place, Sender from, long at) =>
        new()
        {
            Place = place,
            From = from,
            UpdateId = "",
            Kind = kind,
            At = DateTimeOffset.FromUnixTimeSeconds(at).UtcDateTime,
        };

    /// <summary>A thread id marks a topic only when is_topic_message; elsewhere it marks a chain of replies.</summary>
    private static Place PlaceOf(Message message) =>
        new(
            TelegramChannel.ChannelName,
            $"{message.Chat.Id}",
            message.Chat.IsPrivate,
            message is { IsTopicMessage: true, MessageThreadId: { } thread } ? $"{thread}" : null,
            message.Chat.Title
        );
}
