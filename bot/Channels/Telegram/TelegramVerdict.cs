using System.Globalization;
using MutualAid.Bot.Channels.Telegram.Api;
using MutualAid.Bot.Engine;

namespace MutualAid.Bot.Channels.Telegram;

/// <summary>
/// What an answer means for the message. Telegram has no idempotency key, so a send that may have arrived is Unknown and never repeated by
/// itself; an edit, deletion or answer may be. A 500 in Telegram's own words is a plain no; 502, 504 and error pages come from
/// something in front of it and say nothing about what happened behind.
/// </summary>
internal static class TelegramVerdict
{
    private static readonly string[] Gone =
    [
        "message to edit not found",
        "message to delete not found",
        "message to pin not found",
        "message to react not found",
        "message can't be edited",
        "MESSAGE_ID_INVALID",
    ];

    /// <param name="repeatable">The call may be made twice without a second effect.</param>
    public static Delivery Of(TelegramError error, bool repeatable) =>
        error switch
        {
            { Trouble: Trouble.NotSent } => new(Outcome.Retry, Reason: $"{error}"),
            { Trouble: Trouble.Lost } => Doubtful(error, repeatable),
            { MigratedTo: { } chat } => new(Outcome.Migrated, Reason: chat.ToString(CultureInfo.InvariantCulture)),
            { Code: 429 } => new(Outcome.Retry, Reason: $"{error}", After: TimeSpan.FromSeconds(Math.Max(1, error.RetryAfter ?? 1))),
            { Code: 403 } => new(Outcome.ChatGone, Reason: error.Description),
            { Code: 400 } => Refused(error),
            { Code: 502 or 504 } => Doubtful(error, repeatable),
            { Code: >= 500 } when error.Says("abort") || error.Says("restart") => Doubtful(error, repeatable),
            { Code: >= 500 } => new(Outcome.Retry, Reason: $"{error}"),
            _ => new(Outcome.Failed, Reason: $"{error}"),
        };

    private static Delivery Doubtful(TelegramError error, bool repeatable) =>
        new(repeatable ? Outcome.Retry : Outcome.Unknown, Reason: $"{error}");

    private static Delivery Refused(TelegramError error)
    {
        if (error.Says("message is not modified") || error.Says("query is too old"))
            return new(Outcome.Sent);
        if (error.Says("chat not found"))
            return new(Outcome.ChatGone, Reason: error.Description);
        return new(Array.Exists(Gone, error.Says) ? Outcome.MessageGone : Outcome.Failed, Reason: error.Description);
    }
}
