using System.Text.Json;
using MutualAid.Bot.Channels.Telegram.Api;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Channels.Telegram;

/// <summary>Carries what the house says to Telegram. It does not pace: the courier does, by <see cref="Pace"/> and by what comes back.</summary>
internal sealed class TelegramChannel(
    TelegramClient client,
    TelegramGreeting greeting,
    TelegramSelf self,
    TelegramAdmins admins,
    TimeProvider time,
    ILogger<TelegramChannel> log
) : IChannel
{
    public const string ChannelName = "telegram";
    public const string HtmlMode = "HTML";
    private const int LongestToast = 200;

    private readonly TelegramPost post = new(client);
    private readonly TelegramFloods floods = new(time);

    public string Name => ChannelName;

    public Abilities Can => Abilities.All;

    public Pace Pace { get; } = new(PerSecond: 30, PerChatPerSecond: 1, PerGroupPerMinute: 20);

    // https://core.telegram.org/bots/api#html-style: works for who has spoken in the group.
    public string Mention(string externalId, string name) => $"<a href=\"tg://user?id={externalId}\">{Html.Escape(name)}</a>";

    public ChannelRights? RightsIn(string chatId) => Ids.OrNull(chatId) is { } chat ? admins.OwnRights(chat) : null;

    public async Task<Delivery> CarryAsync(Outgoing message, CancellationToken stop)
    {
        message = message with { Buttons = TelegramKeys.Linked(message.Buttons, self.Me?.Username) };
        if (Misfit(message) is { } fault)
        {
            log.LogError("Row {Row} does not fit Telegram: {Fault}", message.RowId, fault);
            return new(Outcome.Failed, Reason: fault);
        }
        if (message.Kind != OutboxKind.Send)
            return Judge(message, (await CallAsync(message, stop)).Error);
        var sent = await post.SendAsync(message, stop);
        return sent.Result is { } result ? new(Outcome.Sent, $"{result.MessageId}") : Judge(message, sent.Error);
    }

    private static string? Misfit(Outgoing message) =>
        message.Kind switch
        {
            OutboxKind.Answer => message.CallbackId is null ? "no press to answer" : null,
            _ when Ids.OrNull(message.ChatId) is null => "the chat id is not a number",
            OutboxKind.Send => TelegramKeys.Misfit(message),
            _ when Ids.OrNull(message.MessageId) is null => "no message to change",
            _ => TelegramKeys.Misfit(message),
        };

    private Task<TelegramReply<JsonElement>> CallAsync(Outgoing message, CancellationToken stop)
    {
        if (message.Kind == OutboxKind.Answer)
            return client.AnswerCallbackQueryAsync(new(message.CallbackId!, Toast(message.Text)), stop);
        var (chat, id) = (Ids.Of(message.ChatId), Ids.Of(message.MessageId!));
        return message.Kind switch
        {
            OutboxKind.Edit => EditAsync(chat, id, message, stop),
            OutboxKind.Delete => client.DeleteMessageAsync(new(chat, id), stop),
            OutboxKind.Pin => client.PinChatMessageAsync(new(chat, id), stop),
            OutboxKind.React => client.SetMessageReactionAsync(new(chat, id, message.Text.Length == 0 ? [] : [new(message.Text)]), stop),
            _ => throw new ArgumentOutOfRangeException(nameof(message), message.Kind, "not a kind of Telegram"),
        };
    }

    /// <summary>A message cannot become two: what does not fit is cut. Without text only the buttons change.</summary>
    private async Task<TelegramReply<JsonElement>> EditAsync(long chat, long id, Outgoing message, CancellationToken stop)
    {
        var keys = TelegramKeys.Of(message);
        if (message.Text.Length == 0)
            return await client.EditMessageReplyMarkupAsync(new(chat, id, keys), stop);
        var text = Html.Split(message.Text)[0];
        var reply = await client.EditMessageTextAsync(new(chat, id, text, HtmlMode, LinkPreviewOptions.Of(message.Picture), keys), stop);
        return reply.Error is { Code: 400 } error && error.Says("can't parse entities")
            ? await client.EditMessageTextAsync(new(chat, id, Html.ToPlain(text), null, LinkPreviewOptions.Of(message.Picture), keys), stop)
            : reply;
    }

    private Delivery Judge(Outgoing message, TelegramError? error)
    {
        if (error is null)
            return new(Outcome.Sent, message.MessageId);
        if (error.Code == 401)
            greeting.TokenIsRefused(error);
        var delivery = TelegramVerdict.Of(error, repeatable: message.Kind != OutboxKind.Send);
        return error.Code == 429 && message.Kind != OutboxKind.Answer
            ? delivery with
            {
                WholeChannel = floods.IsOverall(message.ChatId),
            }
            : delivery;
    }

    private static string? Toast(string html)
    {
        var text = Html.ToPlain(html);
        return text.Length == 0 ? null : Html.ToPlain(Html.Split(Html.Escape(text), LongestToast)[0]);
    }
}
