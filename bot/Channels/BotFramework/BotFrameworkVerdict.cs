using MutualAid.Bot.Channels.BotFramework.Api;
using MutualAid.Bot.Engine;

namespace MutualAid.Bot.Channels.BotFramework;

/// <summary>
/// What an answer means for the message. The connector has no idempotency key, so a message that may have arrived is Unknown and never
/// repeated by itself; an edit or a deletion may be.
/// </summary>
internal static class BotFrameworkVerdict
{
    private static readonly string[] Closed =
    [
        "MessageWritesBlocked",
        "BotNotInConversationRoster",
        "BotDisabledByAdmin",
        "ConversationBlockedByUser",
        "ForbiddenOperationException",
        "ConversationNotFound",
    ];

    /// <param name="repeatable">The call may be made twice without a second effect.</param>
    public static Delivery Of(ConnectorError error, bool repeatable) =>
        error switch
        {
            { Trouble: Trouble.NotSent } => new(Outcome.Retry, Reason: $"{error}"),
            { Trouble: Trouble.Lost } => Doubtful(error, repeatable),
            { Status: 429 } => Later(error, TimeSpan.FromSeconds(1)),
            // Nothing was taken: a token that is refused and a page of something in between say nothing about the chat.
            { Status: 401 or 412 or 503 } or { Status: 403 or 404, Code: null } => Later(error, null),
            { Status: 403 or 404, Code: { } code } when Closed.Contains(code, StringComparer.OrdinalIgnoreCase) => new(
                Outcome.ChatGone,
                Reason: $"{error}"
            ),
            // Who speaks of an activity knows the conversation.
            { Status: 404, Code: not null } => new(repeatable ? Outcome.MessageGone : Outcome.ChatGone, Reason: $"{error}"),
            { Status: >= 500 and not 501 } => Doubtful(error, repeatable),
            _ => new(Outcome.Failed, Reason: $"{error}"),
        };

    private static Delivery Later(ConnectorError error, TimeSpan? usual) =>
        new(Outcome.Retry, Reason: $"{error}", After: error.RetryAfter is { } after && after > TimeSpan.Zero ? after : usual);

    private static Delivery Doubtful(ConnectorError error, bool repeatable) =>
        new(repeatable ? Outcome.Retry : Outcome.Unknown, Reason: $"{error}");
}
