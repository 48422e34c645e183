using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using MutualAid.Bot.Channels.BotFramework.Api;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Channels.BotFramework;

/// <summary>Sends one message: in parts when it is long, the first as the reply, the last with the buttons.</summary>
internal sealed class BotFrameworkPost(ConnectorClient client, BotFrameworkPhotos photos, BotFrameworkSettings settings)
{
    /// <summary>Teams takes about 28 KB in all; Chinese has three bytes a character, and a card doubles them.</summary>
    private const int Longest = 3500;
    private const int LongestSummary = 100;

    /// <summary>How many parts of a row went out before it had to wait, so that a later try does not say them again.</summary>
    private readonly ConcurrentDictionary<long, int> said = new();

    public async Task<ConnectorReply> SendAsync(Reference to, Outgoing message, CancellationToken stop)
    {
        var parts = Html.Split(message.Text, Longest);
        ConnectorReply reply = new(default, new(Trouble.Refused, 0, null, "an empty message"));
        for (var part = said.GetValueOrDefault(message.RowId); part < parts.Count; part++)
        {
            var piece = message with
            {
                Text = parts[part],
                ReplyTo = part == 0 ? message.ReplyTo : null,
                Buttons = part == parts.Count - 1 ? message.Buttons : [],
                Picture = part == parts.Count - 1 ? message.Picture : null,
                Photo = part == 0 ? message.Photo : null,
            };
            reply = await SendPartAsync(to, piece, stop);
            if (reply.Error is not null)
                break;
            if (message.RowId != 0 && parts.Count > 1)
                said[message.RowId] = part + 1;
        }

        if (reply.Error is not { } error || BotFrameworkVerdict.Of(error, repeatable: false).Outcome != Outcome.Retry)
            said.TryRemove(message.RowId, out _);
        return reply;
    }

    /// <summary>The activity that says it.</summary>
    public Activity Draw(Reference to, Outgoing message, string conversation)
    {
        var platform = ChatIds.PlatformOf(message.ChatId);
        // A message cannot become two: what does not fit into an edit is cut.
        var html = Html.Split(message.Text, Longest)[0];
        var buttons = Linked(platform, message.Buttons);
        var activity = new Activity
        {
            Type = "message",
            From = new ChannelAccount(to.Bot, to.BotName),
            Conversation = new ConversationAccount(conversation),
            Recipient = to.User is null ? null : new ChannelAccount(to.User),
            ReplyToId = message.Kind == OutboxKind.Send ? message.ReplyTo : null,
        };
        var suggested = message.Asks ? MessageCard.Suggested(platform, buttons) : null;
        var photo = photos.Attachment(platform, message.Photo) is { } shown ? new[] { shown } : null;
        var isCard = buttons.Count > 0 || (message.Picture is not null && !ChatIds.IsText(platform));
        if (isCard && suggested is null)
            return activity with
            {
                Attachments = [MessageCard.Of(platform, html, buttons, message.Picture), .. photo ?? []],
                Summary = Summary(html),
            };
        var text = MessageMarkdown.Of(html);
        var entities = Mentions.Of(text.Called).Select(it => JsonSerializer.SerializeToElement(it)).ToList();
        return activity with
        {
            Text = text.Text,
            TextFormat = text.Format,
            Entities = entities.Count == 0 ? null : entities,
            SuggestedActions = suggested,
            Attachments = photo,
        };
    }

    private Task<ConnectorReply> SendPartAsync(Reference to, Outgoing message, CancellationToken stop)
    {
        var chat = ChatIds.Bare(message.ChatId);
        if (!to.IsChannel || message.Topic is not null)
        {
            var conversation = ChatIds.Join(chat, message.Topic);
            return client.SendAsync(to, conversation, Draw(to, message, conversation), stop);
        }

        // What nobody asked for opens a thread of its own in a channel.
        var data = new JsonObject { ["channel"] = new JsonObject { ["id"] = chat } };
        if (to.Tenant is { } tenant)
            data["tenant"] = new JsonObject { ["id"] = tenant };
        var opening = new NewConversation(
            IsGroup: true,
            new ChannelAccount(to.Bot, to.BotName),
            to.Tenant,
            JsonSerializer.SerializeToElement(data),
            Draw(to, message with { ReplyTo = null }, chat) with
            {
                Conversation = null,
            }
        );
        return client.CreateAsync(to, opening, stop);
    }

    // What a notification shows instead of the card.
    private static string Summary(string html)
    {
        var text = Html.ToPlain(html).Split('\n')[0];
        return text.Length > LongestSummary ? Html.ToPlain(Html.Split(Html.Escape(text), LongestSummary)[0]) : text;
    }

    /// <summary>The button that opens the private chat leads to the bot's own in Teams; elsewhere every chat is private.</summary>
    private List<IReadOnlyList<Button>> Linked(string platform, IReadOnlyList<IReadOnlyList<Button>> rows) =>
        [
            .. rows.Select(row =>
                    row.Where(button => button.Url != Turn.OpenPrivate || platform == ChatIds.Teams)
                        .Select(button => button.Url == Turn.OpenPrivate ? button with { Url = PrivateChat } : button)
                        .ToList()
                )
                .Where(row => row.Count > 0),
        ];

    private string PrivateChat => $"https://teams.microsoft.com/l/chat/0/0?users=28:{settings.AppId}";
}
