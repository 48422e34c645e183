namespace MutualAid.Bot.Channels.Telegram.Api;

// What the house asks of Telegram: https://core.telegram.org/bots/api#available-methods

internal sealed record GetUpdates(long? Offset, int Limit, int Timeout, IReadOnlyList<string> AllowedUpdates);

internal sealed record SetWebhook(string Url, string SecretToken, IReadOnlyList<string> AllowedUpdates, int MaxConnections = 40);

internal sealed record SendMessage(
    long ChatId,
    string Text,
    string? ParseMode = null,
    long? MessageThreadId = null,
    ReplyParameters? ReplyParameters = null,
    LinkPreviewOptions? LinkPreviewOptions = null,
    bool? DisableNotification = null,
    ReplyMarkup? ReplyMarkup = null
);

internal sealed record SendPhoto(
    long ChatId,
    string Photo,
    string? Caption = null,
    string? ParseMode = null,
    long? MessageThreadId = null,
    ReplyParameters? ReplyParameters = null,
    bool? DisableNotification = null,
    ReplyMarkup? ReplyMarkup = null
);

internal sealed record SendDocument(long ChatId, string FileName, Stream Content, string? Caption = null, long? MessageThreadId = null);

internal sealed record EditMessageText(
    long ChatId,
    long MessageId,
    string Text,
    string? ParseMode = null,
    LinkPreviewOptions? LinkPreviewOptions = null,
    ReplyMarkup? ReplyMarkup = null
);

internal sealed record EditMessageReplyMarkup(long ChatId, long MessageId, ReplyMarkup? ReplyMarkup = null);

internal sealed record OneMessage(long ChatId, long MessageId);

internal sealed record PinChatMessage(long ChatId, long MessageId, bool DisableNotification = true);

internal sealed record AnswerCallbackQuery(string CallbackQueryId, string? Text = null, bool? ShowAlert = null, string? Url = null);

internal sealed record SetMessageReaction(long ChatId, long MessageId, IReadOnlyList<Reaction> Reaction);

internal sealed record Reaction(string Emoji, string Type = "emoji");

internal sealed record SetMyCommands(IReadOnlyList<MenuCommand> Commands, CommandScope Scope, string? LanguageCode = null);

internal sealed record MenuCommand(string Command, string Description);

internal sealed record CommandScope(string Type);

internal sealed record OneChat(long ChatId);

internal sealed record OneMember(long ChatId, long UserId);

internal sealed record SendChatAction(long ChatId, string Action, long? MessageThreadId = null);

internal sealed record GetFile(string FileId);

internal sealed record Nothing;

internal sealed record ReplyParameters(long MessageId, bool AllowSendingWithoutReply = true);

internal sealed record LinkPreviewOptions(bool IsDisabled, string? Url = null, bool? PreferLargeMedia = null, bool? ShowAboveText = null)
{
    private static readonly LinkPreviewOptions Off = new(true);

    /// <summary>The picture above the words; of links in the words none. What only this computer reaches Telegram cannot fetch.</summary>
    public static LinkPreviewOptions Of(Uri? picture) =>
        picture is { IsLoopback: false } ? new(false, picture.ToString(), PreferLargeMedia: true, ShowAboveText: true) : Off;
}

/// <summary>Rows of buttons, or an open reply for the person asked.</summary>
internal sealed record ReplyMarkup(
    IReadOnlyList<IReadOnlyList<InlineButton>>? InlineKeyboard = null,
    bool? ForceReply = null,
    bool? Selective = null
);

internal sealed record InlineButton(string Text, string? CallbackData = null, string? Url = null);
