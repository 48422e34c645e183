using MutualAid.Bot.Engine;
using MutualAid.Core.Broadcasts;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Broadcasts;

/// <summary>What can be done with a broadcast at each stage.</summary>
internal static class BroadcastButtons
{
    public static IReadOnlyList<IReadOnlyList<Button>> Of(Canvas canvas, Broadcast it, BroadcastStage stage, Tally tally)
    {
        List<List<(string Phrase, string Act)>> rows = stage switch
        {
            BroadcastStage.Draft => Draft(it),
            BroadcastStage.Waiting =>
            [
                [("withdraw", "!bcback"), ("names", "!bclist")],
            ],
            BroadcastStage.Repeating =>
            [
                [("withdraw", "!bcback"), ("stop", "!bcstop")],
            ],
            BroadcastStage.Sending =>
            [
                [("pause", "!bcpause"), ("stop", "!bcstop")],
                [("names", "!bclist")],
            ],
            BroadcastStage.Paused =>
            [
                [("resume", "!bcresume"), ("stop", "!bcstop")],
                [("names", "!bclist")],
            ],
            BroadcastStage.Discarded => [],
            _ => Report(it, tally),
        };
        return
        [
            .. rows.Where(row => row.Count > 0)
                .Select(row =>
                    row.ConvertAll(button =>
                    {
                        var (act, wish) = button.Act.Split(' ') is [var name, var rest] ? (name, " " + rest) : (button.Act, "");
                        return canvas.ButtonOf(it.MadeById, $"broadcasts.button.{button.Phrase}", $"{act} {it.Number}{wish}");
                    })
                ),
        ];
    }

    private static List<List<(string, string)>> Draft(Broadcast it) =>
        [
            [("try", "!bctry"), ("text", "!bctext")],
            [("aim", "!bcaim"), ("names", "!bclist")],
            [("time", "!bctime"), it.UrgentAt is null ? ("hurry", "!bchurry on") : ("hurryOff", "!bchurry off")],
            [("send", "!bcsend"), ("drop", "!bcdrop")],
        ];

    private static List<List<(string, string)>> Report(Broadcast it, Tally tally)
    {
        if (it.RuleId is not null)
            return [];
        var rows = new List<List<(string, string)>>();
        if (tally.Unknown > 0)
            rows.Add([("again", "!bcagain"), ("taken", "!bctaken")]);
        if (tally.Failed > 0 && it.StoppedAt is null)
            rows.Add([("retry", "!bcretry")]);
        if (tally.Sent > 0 && it.TakenBackAt is null)
            rows.Add(it.Photo is null ? [("edit", "!bcedit"), ("delete", "!bcdelete")] : [("delete", "!bcdelete")]);
        rows.Add([("names", "!bclist")]);
        return rows;
    }
}
