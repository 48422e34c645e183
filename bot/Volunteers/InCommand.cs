using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Classes;
using MutualAid.Core.Groups;
using MutualAid.Core.Volunteers;

namespace MutualAid.Bot.Volunteers;

/// <summary>签到: the arrival at the speaker's shift; if none is near, a class that runs now; else the bot asks.</summary>
[Command("check_in")]
public sealed class InCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var desk = new ShiftDesk(turn.Db, turn.Clock);
        if ((turn.Meaning.Number ?? (await desk.NearAsync(turn.From))?.Number) is not { } number)
        {
            await OtherwiseAsync(turn);
            return;
        }

        var result = await desk.CheckInAsync(number, turn.Actor());
        if (result is { Done: true, Shift: { } it })
            turn.Show(it, "volunteers.done.in", ShiftText.Clock(it.Group.Local(turn.Now)));
        else if (result.Refusal == ShiftRefusal.AlreadyIn && turn.Group is not null)
        {
            turn.React("👍");
            turn.Toast(turn.Speech.Plain("volunteers.refusal.AlreadyIn", number));
        }
        else
            turn.Refuse(result, number);
    }

    private static async Task OtherwiseAsync(Turn turn)
    {
        var open = turn.Db.Classes.OpenToAttend(turn.Now);
        open = turn.Group is { } group ? open.OfGroup(group.Id) : open.JoinedBy(turn.From.Id);
        if (await open.AnyAsync())
            turn.PassTo("attend");
        // A bare 签到 between people may speak of anything.
        else if (turn.IsAddressed)
            turn.Refuse("volunteers.in.which");
    }
}
