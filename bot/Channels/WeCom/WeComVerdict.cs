using MutualAid.Bot.Channels.WeCom.Api;
using MutualAid.Bot.Engine;

namespace MutualAid.Bot.Channels.WeCom;

/// <summary>What an answer means for the message: https://developer.work.weixin.qq.com/document/path/90313</summary>
internal static class WeComVerdict
{
    /// <summary>The callback is unknown by now.</summary>
    public const int InvalidRequest = 846605;

    private const int StreamExpired = 846608;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>The callback can no longer be answered; the chat can still be written to.</summary>
    public static bool IsTooLate(Ack ack) => ack is { Fate: Fate.Answered, Code: InvalidRequest or StreamExpired };

    public static Delivery Of(Ack ack) =>
        ack switch
        {
            { Fate: Fate.NotSent } => new(Outcome.Retry, Reason: $"{ack}"),
            { Fate: Fate.Lost } => new(Outcome.Unknown, Reason: $"{ack}"),
            { Code: 0 } => new(Outcome.Sent),
            { Code: 45009 } => new(Outcome.Retry, Reason: $"{ack}", After: Minute),
            { Code: -1 or 45033 or 846609 } => new(Outcome.Retry, Reason: $"{ack}"),
            { Code: 93001 or 93006 or 93008 or 846607 } => new(Outcome.ChatGone, Reason: $"{ack}"),
            _ => new(Outcome.Failed, Reason: $"{ack}"),
        };
}
