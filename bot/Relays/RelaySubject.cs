using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Relays;

/// <summary>Which post of the bot somebody means: the one they answer, else the latest here that is worth copying.</summary>
/// <param name="Key">As <see cref="Core.Relays.Relay.Subject"/>.</param>
/// <param name="Title">Its first line, to be recognised by.</param>
internal sealed record RelaySubject(string Key, string Title)
{
    private const int LongestTitle = 24;

    /// <summary>Null: there is none.</summary>
    public static async Task<RelaySubject?> OfAsync(Turn turn)
    {
        var (channel, chat) = (turn.Message.Place.Channel, turn.Message.Place.ChatId);
        var here = turn.Db.Outbox.Where(row =>
            row.Channel == channel
            && row.ChatId == chat
            && (row.Kind == OutboxKind.Send || row.Kind == OutboxKind.Edit)
            && row.State == OutboxState.Sent
        );
        here = turn.Message.ReplyTo is { } answered
            ? here.Where(row => row.MessageId == answered)
            : here.Where(row => row.BroadcastId != null || (row.Card != null && !row.Card.Key.StartsWith("board:")));
        var post = await here.OrderByDescending(row => row.Id)
            .Select(row => new
            {
                row.Id,
                row.Text,
                row.BroadcastId,
                Card = row.Card == null ? null : row.Card.Key,
            })
            .FirstOrDefaultAsync();
        return post is null
            ? null
            : new(
                post.Card
                    ?? (
                        post.BroadcastId is { } broadcast
                            ? string.Create(CultureInfo.InvariantCulture, $"broadcast:{broadcast}")
                            : string.Create(CultureInfo.InvariantCulture, $"row:{post.Id}")
                    ),
                Short(Html.ToPlain(post.Text).Split('\n')[0])
            );
    }

    private static string Short(string line) => line.Length <= LongestTitle ? line : line[..(LongestTitle - 1)] + "…";
}
