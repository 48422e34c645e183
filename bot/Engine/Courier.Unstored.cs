using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Engine;

public sealed partial class Courier
{
    /// <summary>The one thing that is said without a row, since rows cannot be written at the moment. Nobody waits for it.</summary>
    internal void SayUnstored(Incoming message, string text)
    {
        if (channels.TryGetValue(message.Place.Channel, out var channel))
            _ = SayAsync(channel, Unstored(message, text));
    }

    private async Task SayAsync(IChannel channel, Outgoing call)
    {
        try
        {
            var delivery = await channel.CarryAsync(call, CancellationToken.None);
            if (delivery.Outcome != Outcome.Sent)
                log.LogWarning("A chat could not be told that nothing can be saved: {Reason}", delivery.Reason);
        }
        catch (Exception error)
        {
            log.LogWarning("A chat could not be told that nothing can be saved: {Error}", error.GetType().Name);
        }
    }

    private static Outgoing Unstored(Incoming message, string text) =>
        new()
        {
            Kind = message.Kind == IncomingKind.Press ? OutboxKind.Answer : OutboxKind.Send,
            ChatId = message.Place.ChatId,
            Topic = message.Place.Topic,
            Text = text,
            ReplyTo = message.Kind == IncomingKind.Press ? null : message.MessageId,
            CallbackId = message.CallbackId,
            Reference = message.Reference,
        };
}
