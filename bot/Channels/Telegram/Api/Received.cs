using System.Text.Json;

namespace MutualAid.Bot.Channels.Telegram.Api;

// What Telegram sends, as far as the house reads it: https://core.telegram.org/bots/api#available-types

internal sealed record Answer(bool Ok, JsonElement? Result, int ErrorCode, string? Description, AnswerParameters? Parameters);

internal sealed record AnswerParameters(int? RetryAfter, long? MigrateToChatId);

internal sealed record Update(
    long UpdateId,
    Message? Message,
    Message? EditedMessage,
    CallbackQuery? CallbackQuery,
    MemberChange? MyChatMember,
    MemberChange? ChatMember
);

internal sealed record User(
    long Id,
    bool IsBot = false,
    string FirstName = "",
    string? LastName = null,
    string? Username = null,
    string? LanguageCode = null,
    bool? CanReadAllGroupMessages = null
);

internal sealed record Chat(long Id, string Type = "private", string? Title = null, string? Username = null, bool IsForum = false)
{
    public bool IsPrivate => Type == "private";
    public bool IsGroup => Type is "group" or "supergroup";
}

/// <summary>A message, or the stub of one that is no longer accessible (date 0).</summary>
internal sealed record Message(
    long MessageId,
    Chat Chat,
    long Date = 0,
    User? From = null,
    Chat? SenderChat = null,
    long? EditDate = null,
    string? Text = null,
    string? Caption = null,
    IReadOnlyList<MessageEntity>? Entities = null,
    IReadOnlyList<MessageEntity>? CaptionEntities = null,
    Message? ReplyToMessage = null,
    long? MessageThreadId = null,
    bool IsTopicMessage = false,
    bool IsAutomaticForward = false,
    IReadOnlyList<StoredFile>? Photo = null,
    StoredFile? Voice = null,
    JsonElement? ForumTopicCreated = null,
    long? MigrateToChatId = null,
    long? MigrateFromChatId = null
);

/// <summary>Offsets are UTF-16 units: indices of a .NET string.</summary>
internal sealed record MessageEntity(string Type, int Offset, int Length, User? User = null);

internal sealed record StoredFile(string FileId, string? FilePath = null, int Width = 0, int Height = 0, long? FileSize = null);

internal sealed record CallbackQuery(string Id, User From, Message? Message = null, string? Data = null);

internal sealed record MemberChange(Chat Chat, User From, long Date, Member OldChatMember, Member NewChatMember);

internal sealed record Member(string Status, User User, bool? IsMember = null, bool? CanDeleteMessages = null, bool? CanPinMessages = null)
{
    public bool IsAdmin => Status is "creator" or "administrator";
    public bool IsIn => IsAdmin || Status == "member" || (Status == "restricted" && IsMember == true);
}

internal sealed record WebhookInfo(
    string Url,
    int PendingUpdateCount = 0,
    long? LastErrorDate = null,
    string? LastErrorMessage = null,
    IReadOnlyList<string>? AllowedUpdates = null
);
