using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Engine;

/// <summary>A bot message as it reads now, edits included.</summary>
/// <param name="MessageId">The id the channel gave it when it was sent.</param>
/// <param name="Html">HTML of the small set of <see cref="OutboxRow.Text"/>.</param>
/// <param name="Pinned">It is the pinned board of its chat.</param>
public sealed record Post(
    string MessageId,
    string Html,
    IReadOnlyList<IReadOnlyList<Button>> Buttons,
    string? ReplyTo,
    DateTime At,
    bool Edited,
    bool Pinned = false,
    string? Picture = null,
    bool IsCard = false
);

/// <summary>What the bot said in a chat, for a channel of our own that must show it again after a restart.</summary>
public interface IPostHistory
{
    /// <summary>The latest posts that were sent and not taken back, oldest first; the pinned one is among them whatever its age.</summary>
    Task<IReadOnlyList<Post>> LatestAsync(string channel, string chatId, int count, CancellationToken stop = default);
}
