using MutualAid.Bot.Channels.BotFramework.Api;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Channels.BotFramework;

/// <summary>Carries what the house says to Teams and the other platforms of the Bot Framework.</summary>
internal sealed class BotFrameworkChannel(
    ConnectorClient client,
    Toasts toasts,
    BotFrameworkPhotos photos,
    BotFrameworkSettings settings,
    BotFrameworkSelf self
) : IChannel
{
    public const string ChannelName = "botframework";

    private readonly BotFrameworkPost post = new(client, photos, settings);

    public string Name => ChannelName;

    public Abilities Can => Abilities.Edit | Abilities.Delete | Abilities.Buttons | Abilities.Toast | Abilities.Photo | Abilities.Hear;

    // https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit: 7 a second in a chat, 50 a second for a bot and tenant.
    public Pace Pace { get; } = new(PerSecond: 30, PerChatPerSecond: 5);

    public Abilities CanIn(string chatId) =>
        ChatIds.PlatformOf(chatId) switch
        {
            ChatIds.Teams => Can,
            "emulator" => Can & ~Abilities.Toast,
            // A card would arrive without its buttons.
            var text when ChatIds.IsText(text) => Abilities.Hear,
            _ => Abilities.Buttons | Abilities.Photo | Abilities.Hear,
        };

    public string Mention(string externalId, string name) =>
        ChatIds.PlatformOf(externalId) == ChatIds.Teams
            ? $"<a href=\"{CalledPerson.Link}{Html.Escape(externalId)}\">{Html.Escape(name)}</a>"
            : Html.Escape(name);

    public async Task<Delivery> CarryAsync(Outgoing message, CancellationToken stop)
    {
        if (message.Kind == OutboxKind.Answer)
            return toasts.Tell(message.CallbackId ?? "", Html.ToPlain(message.Text))
                ? new(Outcome.Sent)
                : new(Outcome.Failed, Reason: "nobody waits for the answer any more");
        if (Reference.Read(message.Reference) is not { } to)
            return new(Outcome.Failed, Reason: "nobody spoke there yet, so its address is not known");
        if (message.Kind == OutboxKind.Send)
            return await SendAsync(to, message, stop);
        if (message.MessageId is not { Length: > 0 } id)
            return new(Outcome.MessageGone);
        // A message that opened a thread stands in it.
        var conversation = ChatIds.Join(ChatIds.Bare(message.ChatId), to.IsChannel ? message.Topic ?? id : message.Topic);
        var reply = message.Kind switch
        {
            OutboxKind.Edit => await client.UpdateAsync(to, conversation, id, post.Draw(to, message, conversation), stop),
            OutboxKind.Delete => await client.DeleteAsync(to, conversation, id, stop),
            _ => new(default, new(Trouble.Refused, 0, null, $"{message.Kind} is unknown here")),
        };
        return Judge(reply.Error, repeatable: true) ?? new(Outcome.Sent, id);
    }

    private async Task<Delivery> SendAsync(Reference to, Outgoing message, CancellationToken stop)
    {
        var reply = await post.SendAsync(to, message, stop);
        var resource = ConnectorClient.Resource(reply);
        return Judge(reply.Error, repeatable: false)
            ?? new(
                Outcome.Sent,
                resource?.ActivityId
                    ?? ChatIds.Cut(resource?.Id ?? "") switch
                    {
                        (_, { } opened) => opened,
                        ("", _) => null,
                        var (id, _) => id,
                    }
            );
    }

    /// <summary>Null: it went.</summary>
    private Delivery? Judge(ConnectorError? error, bool repeatable)
    {
        self.Trouble =
            error is { Trouble: Trouble.NotSent } or { Status: 401 } ? $"{error}"
            : error is null ? null
            : self.Trouble;
        return error is null ? null : BotFrameworkVerdict.Of(error, repeatable);
    }
}
