using System.Collections.Concurrent;
using MutualAid.Bot.Channels.Telegram.Api;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Channels.Telegram;

/// <summary>Sends one message: in parts when it is long, the first as the reply, the last with the buttons.</summary>
internal sealed class TelegramPost(TelegramClient client)
{
    private const int LongestCaption = 1024;

    /// <summary>How many parts of a row went out before it had to wait, so that a later try does not say them again.</summary>
    private readonly ConcurrentDictionary<long, int> said = new();

    public async Task<TelegramReply<Message>> SendAsync(Outgoing message, CancellationToken stop)
    {
        var parts = PartsOf(message);
        TelegramReply<Message> reply = new(null, new(Trouble.Refused, 400, "message text is empty"));
        for (var part = said.GetValueOrDefault(message.RowId); part < parts.Count; part++)
        {
            reply = await SendPartAsync(message, parts[part], part == 0, part == parts.Count - 1, stop);
            if (reply.Error is not null)
                break;
            if (message.RowId != 0)
                said[message.RowId] = part + 1;
        }
        if (reply.Error is null || !MayComeBack(reply.Error))
            said.TryRemove(message.RowId, out _);
        return reply;
    }

    private static bool MayComeBack(TelegramError error) =>
        TelegramVerdict.Of(error, repeatable: false).Outcome is Outcome.Retry or Outcome.Migrated;

    private static List<Part> PartsOf(Outgoing message)
    {
        var captioned = message.Photo is not null && Html.Length(message.Text) <= LongestCaption;
        var texts = captioned ? [] : Html.Split(message.Text).Where(text => !string.IsNullOrWhiteSpace(Html.ToPlain(text)));
        var parts = texts.Select((text, index) => new Part(text, null, index == 0 ? message.Picture : null)).ToList();
        if (message.Photo is { } photo)
            parts.Insert(0, new(captioned ? message.Text : "", photo, null));
        return parts;
    }

    private async Task<TelegramReply<Message>> SendPartAsync(Outgoing message, Part part, bool isFirst, bool isLast, CancellationToken stop)
    {
        var form = new Form(
            Ids.Of(message.ChatId),
            Ids.OrNull(message.Topic),
            isFirst && Ids.OrNull(message.ReplyTo) is { } answered ? new ReplyParameters(answered) : null,
            isLast ? TelegramKeys.Of(message) : null,
            message.Silent ? true : null
        );
        var reply = await SendPartAsync(form, part, asHtml: true, stop);
        if (reply.Error is { Code: 400 } thread && thread.Says("message thread not found"))
            reply = await SendPartAsync(form = form with { Thread = null }, part, asHtml: true, stop);
        if (reply.Error is { Code: 400 } error && error.Says("can't parse entities"))
            reply = await SendPartAsync(form, part, asHtml: false, stop);
        return reply;
    }

    private Task<TelegramReply<Message>> SendPartAsync(Form form, Part part, bool asHtml, CancellationToken stop)
    {
        var text = asHtml ? part.Text : Html.ToPlain(part.Text);
        var mode = asHtml ? TelegramChannel.HtmlMode : null;
        return part.Photo is { } photo
            ? client.SendPhotoAsync(
                new(form.Chat, photo, text.Length == 0 ? null : text, mode, form.Thread, form.Reply, form.Silent, form.Keys),
                stop
            )
            : client.SendMessageAsync(
                new(form.Chat, text, mode, form.Thread, form.Reply, LinkPreviewOptions.Of(part.Picture), form.Silent, form.Keys),
                stop
            );
    }

    private sealed record Part(string Text, string? Photo, Uri? Picture);

    private sealed record Form(long Chat, long? Thread, ReplyParameters? Reply, ReplyMarkup? Keys, bool? Silent);
}
