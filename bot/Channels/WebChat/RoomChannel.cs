using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Channels.WebChat;

/// <summary>The built-in chat room as a channel: what the bot says goes into the <see cref="Hall"/>, where the pages read it.</summary>
public sealed class RoomChannel(Hall hall, RoomHistory history, RoomStyles styles, IRoomPeople people, IShares shares) : IChannel
{
    public const string ChannelName = "room";
    private const Abilities MissingInPlain =
        Abilities.Edit | Abilities.Buttons | Abilities.OwnButtons | Abilities.Pin | Abilities.React | Abilities.Toast | Abilities.Delete;

    public string Name => ChannelName;

    public Abilities Can => Abilities.All | Abilities.OwnButtons;

    public Pace Pace => Pace.Free;

    public Abilities CanIn(string chatId) => styles.IsPlain(chatId) ? Can & ~MissingInPlain : Can;

    public async Task<Delivery> CarryAsync(Outgoing message, CancellationToken stop)
    {
        if (message.Kind == OutboxKind.Answer)
            return Answer(message);
        if (!await people.ExistsAsync(message.ChatId, stop))
            return new Delivery(Outcome.ChatGone);
        await history.EnsureAsync(message.ChatId, stop);
        return message.Kind switch
        {
            OutboxKind.Send => await SendAsync(message, stop),
            OutboxKind.Edit => Change(
                message,
                line => line with { Html = message.Text, Buttons = message.Buttons, Edited = true, Picture = NameOf(message.Picture) }
            ),
            OutboxKind.Delete => TakeBack(message),
            OutboxKind.React => Change(message, line => line with { Reaction = message.Text }),
            OutboxKind.Pin => Pin(message),
            _ => new Delivery(Outcome.Failed, Reason: $"{message.Kind} is unknown"),
        };
    }

    private async Task<Delivery> SendAsync(Outgoing message, CancellationToken stop)
    {
        var line = await LineAsync(message, stop);
        hall.Add(message.ChatId, line);
        return new Delivery(Outcome.Sent, line.Id);
    }

    // A line that is no longer kept here is still right in the outbox, from where a page reads it after a restart.
    private Delivery Change(Outgoing message, Func<Line, Line> change)
    {
        if (message.MessageId is not { } id)
            return new Delivery(Outcome.MessageGone);
        hall.Change(message.ChatId, id, change);
        return new Delivery(Outcome.Sent, id);
    }

    // Others would read what was refused as if it held.
    private Delivery TakeBack(Outgoing message)
    {
        var gone = message.MessageId is { } id ? hall.Find(message.ChatId, id) : null;
        if (gone is { Refuses: { } words, ReplyTo: { } said } && hall.Find(message.ChatId, said)?.Text == words)
            hall.Change(message.ChatId, said, line => line with { Refused = true });
        return Change(message, line => line.Emptied());
    }

    private Delivery Pin(Outgoing message)
    {
        if (message.MessageId is not { } id || hall.Find(message.ChatId, id) is null or { Gone: true })
            return new Delivery(Outcome.MessageGone);
        hall.Pin(message.ChatId, id);
        return new Delivery(Outcome.Sent, id);
    }

    private static string? NameOf(Uri? picture) => picture?.Segments[^1];

    private Delivery Answer(Outgoing message)
    {
        var (seat, clientId) = Press.Read(message.CallbackId);
        if (seat is null || clientId is null)
            return new Delivery(Outcome.Failed, Reason: "not a press of the room");
        hall.Tell(seat, new Toast(clientId, message.Text));
        return new Delivery(Outcome.Sent);
    }

    private async Task<Line> LineAsync(Outgoing message, CancellationToken stop) =>
        new("b" + message.RowId, history.Now)
        {
            Html = message.Text,
            Buttons = message.Buttons,
            ReplyTo = message.ReplyTo,
            Photo = message.Photo,
            Picture = NameOf(message.Picture),
            Asks = message.ForceReply,
            Refuses = message.Refuses && message.ReplyTo is { } said ? hall.Find(message.ChatId, said)?.Text : null,
            Card = message.IsCard,
            Share = message.ChatId.StartsWith('@') ? null : await shares.KeyAsync(message.RowId, stop),
        };
}

/// <summary>The id of a press and of everything a person does: who, and the page's own number for it.</summary>
internal static class Press
{
    public static string Id(Seat seat, string clientId) => $"{seat.Id}:{clientId}";

    public static (string? SeatId, string? ClientId) Read(string? id) =>
        id?.Split(':', 2) is [{ } seat, { } client] ? (seat, client) : (null, null);
}
