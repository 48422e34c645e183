using MutualAid.Core.Broadcasts;
using MutualAid.Core.Messaging;

namespace MutualAid.Admin.Pages;

/// <summary>A broadcast in the words and colours of a screen.</summary>
public static class BroadcastLook
{
    /// <summary>The six states that people read, each with those of its rows.</summary>
    public static readonly IReadOnlyDictionary<string, OutboxState[]> States = new Dictionary<string, OutboxState[]>(StringComparer.Ordinal)
    {
        ["queued"] = [OutboxState.Queued, OutboxState.Retry],
        ["attempting"] = [OutboxState.Attempting],
        ["sent"] = [OutboxState.Sent],
        ["failed"] = [OutboxState.Failed],
        ["unknown"] = [OutboxState.Unknown],
        ["cancelled"] = [OutboxState.Cancelled],
    };

    public static string Colour(BroadcastStage stage) =>
        stage switch
        {
            BroadcastStage.InDoubt or BroadcastStage.Paused => "warn",
            BroadcastStage.Stopped => "bad",
            BroadcastStage.Sending or BroadcastStage.Done or BroadcastStage.Repeating => "on",
            _ => "",
        };

    public static string Colour(string state) =>
        state switch
        {
            "failed" => "bad",
            "unknown" => "warn",
            "sent" => "on",
            _ => "",
        };

    public static int Count(Tally tally, string state) =>
        state switch
        {
            "queued" => tally.Waiting,
            "attempting" => tally.Sending,
            "sent" => tally.Sent,
            "failed" => tally.Failed,
            "unknown" => tally.Unknown,
            _ => tally.Cancelled,
        };

    public static string StateOf(OutboxState state) => States.First(it => it.Value.Contains(state)).Key;
}
