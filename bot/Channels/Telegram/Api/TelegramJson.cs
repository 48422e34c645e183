using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MutualAid.Bot.Channels.Telegram.Api;

[JsonSerializable(typeof(Answer))]
[JsonSerializable(typeof(Update))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(Chat))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(Member))]
[JsonSerializable(typeof(IReadOnlyList<Member>))]
[JsonSerializable(typeof(IReadOnlyList<JsonElement>))]
[JsonSerializable(typeof(StoredFile))]
[JsonSerializable(typeof(WebhookInfo))]
[JsonSerializable(typeof(GetUpdates))]
[JsonSerializable(typeof(SetWebhook))]
[JsonSerializable(typeof(SendMessage))]
[JsonSerializable(typeof(SendPhoto))]
[JsonSerializable(typeof(EditMessageText))]
[JsonSerializable(typeof(EditMessageReplyMarkup))]
[JsonSerializable(typeof(OneMessage))]
[JsonSerializable(typeof(PinChatMessage))]
[JsonSerializable(typeof(AnswerCallbackQuery))]
[JsonSerializable(typeof(SetMessageReaction))]
[JsonSerializable(typeof(SetMyCommands))]
[JsonSerializable(typeof(OneChat))]
[JsonSerializable(typeof(OneMember))]
[JsonSerializable(typeof(SendChatAction))]
[JsonSerializable(typeof(GetFile))]
[JsonSerializable(typeof(Nothing))]
internal sealed partial class TelegramJson : JsonSerializerContext
{
    /// <summary>Telegram's names, and Chinese as it is instead of \u escapes.</summary>
    public static readonly TelegramJson Wire = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );
}
