using System.Net.Http.Headers;
using System.Text.Json;
using static MutualAid.Bot.Channels.Telegram.Api.TelegramJson;

namespace MutualAid.Bot.Channels.Telegram.Api;

/// <summary>The methods of the Bot API that the house uses: https://core.telegram.org/bots/api</summary>
internal sealed class TelegramClient(TelegramCall call)
{
    /// <summary>How much longer than Telegram holds a long poll open we wait for its answer.</summary>
    private static readonly TimeSpan PollMargin = TimeSpan.FromSeconds(15);

    public Task<TelegramReply<User>> GetMeAsync(CancellationToken stop) =>
        call.AskAsync("getMe", new Nothing(), Wire.Nothing, Wire.User, stop);

    /// <summary>Updates come unread, so that one of an unknown shape does not hold up the others.</summary>
    public Task<TelegramReply<IReadOnlyList<JsonElement>>> GetUpdatesAsync(GetUpdates request, CancellationToken stop)
    {
        var patience = TimeSpan.FromSeconds(request.Timeout) + PollMargin;
        return call.AskAsync("getUpdates", request, Wire.GetUpdates, Wire.IReadOnlyListJsonElement, stop, patience);
    }

    public Task<TelegramReply<JsonElement>> SetWebhookAsync(SetWebhook request, CancellationToken stop) =>
        call.AskAsync("setWebhook", request, Wire.SetWebhook, Wire.JsonElement, stop);

    public Task<TelegramReply<JsonElement>> DeleteWebhookAsync(CancellationToken stop) =>
        call.AskAsync("deleteWebhook", new Nothing(), Wire.Nothing, Wire.JsonElement, stop);

    public Task<TelegramReply<WebhookInfo>> GetWebhookInfoAsync(CancellationToken stop) =>
        call.AskAsync("getWebhookInfo", new Nothing(), Wire.Nothing, Wire.WebhookInfo, stop);

    public Task<TelegramReply<JsonElement>> SetMyCommandsAsync(SetMyCommands request, CancellationToken stop) =>
        call.AskAsync("setMyCommands", request, Wire.SetMyCommands, Wire.JsonElement, stop);

    public Task<TelegramReply<Message>> SendMessageAsync(SendMessage request, CancellationToken stop) =>
        call.AskAsync("sendMessage", request, Wire.SendMessage, Wire.Message, stop);

    public Task<TelegramReply<Message>> SendPhotoAsync(SendPhoto request, CancellationToken stop) =>
        call.AskAsync("sendPhoto", request, Wire.SendPhoto, Wire.Message, stop);

    public Task<TelegramReply<Message>> SendDocumentAsync(SendDocument request, CancellationToken stop)
    {
        var form = new MultipartFormDataContent { { new StringContent($"{request.ChatId}"), "chat_id" } };
        if (request.Caption is { } caption)
            form.Add(new StringContent(caption), "caption");
        if (request.MessageThreadId is { } thread)
            form.Add(new StringContent($"{thread}"), "message_thread_id");
        var file = new StreamContent(request.Content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(file, "document", request.FileName);
        return call.PostAsync("sendDocument", form, Wire.Message, stop);
    }

    public Task<TelegramReply<JsonElement>> SendChatActionAsync(SendChatAction request, CancellationToken stop) =>
        call.AskAsync("sendChatAction", request, Wire.SendChatAction, Wire.JsonElement, stop);

    public Task<TelegramReply<JsonElement>> EditMessageTextAsync(EditMessageText request, CancellationToken stop) =>
        call.AskAsync("editMessageText", request, Wire.EditMessageText, Wire.JsonElement, stop);

    public Task<TelegramReply<JsonElement>> EditMessageReplyMarkupAsync(EditMessageReplyMarkup request, CancellationToken stop) =>
        call.AskAsync("editMessageReplyMarkup", request, Wire.EditMessageReplyMarkup, Wire.JsonElement, stop);

    public Task<TelegramReply<JsonElement>> DeleteMessageAsync(OneMessage request, CancellationToken stop) =>
        call.AskAsync("deleteMessage", request, Wire.OneMessage, Wire.JsonElement, stop);

    public Task<TelegramReply<JsonElement>> AnswerCallbackQueryAsync(AnswerCallbackQuery request, CancellationToken stop) =>
        call.AskAsync("answerCallbackQuery", request, Wire.AnswerCallbackQuery, Wire.JsonElement, stop);

    public Task<TelegramReply<JsonElement>> SetMessageReactionAsync(SetMessageReaction request, CancellationToken stop) =>
        call.AskAsync("setMessageReaction", request, Wire.SetMessageReaction, Wire.JsonElement, stop);

    public Task<TelegramReply<JsonElement>> PinChatMessageAsync(PinChatMessage request, CancellationToken stop) =>
        call.AskAsync("pinChatMessage", request, Wire.PinChatMessage, Wire.JsonElement, stop);

    public Task<TelegramReply<JsonElement>> UnpinChatMessageAsync(OneMessage request, CancellationToken stop) =>
        call.AskAsync("unpinChatMessage", request, Wire.OneMessage, Wire.JsonElement, stop);

    public Task<TelegramReply<Chat>> GetChatAsync(OneChat request, CancellationToken stop) =>
        call.AskAsync("getChat", request, Wire.OneChat, Wire.Chat, stop);

    public Task<TelegramReply<JsonElement>> LeaveChatAsync(OneChat request, CancellationToken stop) =>
        call.AskAsync("leaveChat", request, Wire.OneChat, Wire.JsonElement, stop);

    public Task<TelegramReply<Member>> GetChatMemberAsync(OneMember request, CancellationToken stop) =>
        call.AskAsync("getChatMember", request, Wire.OneMember, Wire.Member, stop);

    public Task<TelegramReply<IReadOnlyList<Member>>> GetChatAdministratorsAsync(
        OneChat request,
        TimeSpan patience,
        CancellationToken stop
    ) => call.AskAsync("getChatAdministrators", request, Wire.OneChat, Wire.IReadOnlyListMember, stop, patience);

    public Task<TelegramReply<StoredFile>> GetFileAsync(GetFile request, CancellationToken stop) =>
        call.AskAsync("getFile", request, Wire.GetFile, Wire.StoredFile, stop);

    public Task<TelegramReply<byte[]>> DownloadAsync(StoredFile file, CancellationToken stop) =>
        call.DownloadAsync(file.FilePath ?? "", stop);
}
