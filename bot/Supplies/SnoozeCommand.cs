using System.Globalization;
using MutualAid.Bot.Engine;
using MutualAid.Core.Data;
using MutualAid.Core.Schedule;

namespace MutualAid.Bot.Supplies;

/// <summary>稍后提醒: the same reminder once more, later; or not again for this need.</summary>
[Command("!snooze")]
public sealed class SnoozeCommand : ICommand
{
    public static readonly string[] Waits = ["10", "60", "morning", "off"];

    public async Task RunAsync(Turn turn)
    {
        var words = turn.Meaning.Rest.Split(' ');
        if (words is not [var id, var wait] || await turn.Db.Due.FindAsync(long.Parse(id, CultureInfo.InvariantCulture)) is not { } row)
            return;
        var desk = new ScheduleDesk(turn.Db, turn.Clock);
        if (wait == "off")
            await desk.CancelAsync(row.Kind, row.SubjectId!.Value, row.Detail);
        else
            await desk.AgainAsync(
                row,
                wait == "morning" ? Morning(turn) : turn.Now.AddMinutes(int.Parse(wait, CultureInfo.InvariantCulture))
            );
        turn.EditPressed(turn.Speech.Say("supplies.remind.later." + wait, row.SubjectId));
        turn.Toast("");
    }

    private static DateTime Morning(Turn turn) => Zone.ToUtc(turn.LocalNow.Date.AddDays(1).AddHours(8), turn.ZoneId);
}
