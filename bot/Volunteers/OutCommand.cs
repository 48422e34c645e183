using MutualAid.Bot.Engine;
using MutualAid.Core.Volunteers;

namespace MutualAid.Bot.Volunteers;

/// <summary>签退: the hours go into the ledger.</summary>
[Command("check_out")]
public sealed class OutCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var desk = new ShiftDesk(turn.Db, turn.Clock);
        if ((turn.Meaning.Number ?? (await desk.LeavingAsync(turn.From))?.Number) is not { } number)
        {
            if (turn.IsAddressed)
                turn.Refuse("volunteers.out.none");
            return;
        }

        var result = await desk.CheckOutAsync(number, turn.Actor());
        if (result is { Done: true, Shift: { } it, Places: [var place] })
            turn.Show(it, "volunteers.done.out", ShiftText.Length(place.Served()!.Minutes(), turn.Speech));
        else
            turn.Refuse(result, number);
    }
}

/// <summary>[9点] or [现在], the answer of who forgot to sign out.</summary>
[Command("!outat")]
public sealed class OutAtCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var number = turn.Numbered();
        var desk = new ShiftDesk(turn.Db, turn.Clock);
        var end = turn.Meaning.Rest.EndsWith("end", StringComparison.Ordinal) ? (await desk.FindAsync(number))?.EndsAt : null;
        var result = await desk.CheckOutAsync(number, turn.Actor(), end);
        if (result is not { Done: true, Shift: { } it, Places: [var place] })
        {
            turn.Refuse(result, number);
            return;
        }

        var served = place.Served()!;
        var text = turn.Speech.Say(
            "volunteers.out.noted",
            ShiftText.Clock(Core.Groups.GroupClock.Local(it.Group, served.To)),
            ShiftText.Length(served.Minutes(), turn.Speech)
        );
        turn.CanBeUndone(ShiftFace.Key(it));
        turn.Toast(Core.Messaging.Html.ToPlain(text));
        turn.EditPressed(text);
    }
}
