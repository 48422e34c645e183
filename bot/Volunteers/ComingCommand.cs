using MutualAid.Bot.Engine;
using MutualAid.Core.Volunteers;

namespace MutualAid.Bot.Volunteers;

/// <summary>[能到], the answer to the question of the evening before.</summary>
[Command("!coming")]
public sealed class ComingCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var number = turn.Numbered();
        var result = await new ShiftDesk(turn.Db, turn.Clock).ConfirmAsync(number, turn.Actor());
        if (result is not { Done: true, Shift: { } it })
        {
            turn.Refuse(result, number);
            return;
        }

        turn.Toast(turn.Speech.Plain("volunteers.roll.coming"));
        turn.EditPressed(
            ShiftText.Brief(it, turn.Speech, turn.Now) + "\n" + turn.Speech.Say("volunteers.roll.coming"),
            [
                [turn.Own(turn.Speech.Plain("volunteers.button.notComing"), $"!notcoming {it.Number}")],
            ]
        );
    }
}
