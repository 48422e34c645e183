using MutualAid.Bot.Engine;
using MutualAid.Core.Volunteers;

namespace MutualAid.Bot.Volunteers;

/// <summary>值班 8: a place on the shift; who is on another one at that time is asked which it shall be.</summary>
[Command("shift_signup")]
public sealed class ShiftSignUpCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (await turn.WhichAsync("/shift", turn.ShiftsHere().Lacking()) is not { } number)
            return;
        var desk = new ShiftDesk(turn.Db, turn.Clock);
        var result = await desk.SignUpAsync(number, turn.Actor());
        if (result is { Refusal: ShiftRefusal.Conflict, Other: { } other })
        {
            if (Chosen(turn, result.Shift!, other) is not { } instead)
                return;
            result = await desk.SignUpAsync(number, turn.Actor(), instead);
        }

        if (result is not { Done: true, Shift: { } it })
        {
            turn.Refuse(result, number);
            return;
        }

        turn.Show(it, "volunteers.done.signUp");
        if (result.Other is not { } left)
            return;
        turn.Redraw(ShiftFace.Key(left));
        await turn.TellGapAsync(desk, left);
    }

    private static int? Chosen(Turn turn, Shift it, Shift other)
    {
        var (change, stay) = (turn.Speech.Plain("volunteers.button.change", it.Number), turn.Speech.Plain("volunteers.button.stay"));
        if (turn.NextAnswer() is { } answer)
        {
            if (answer == change)
                return other.Number;
            turn.Toast(turn.Speech.Plain("volunteers.conflict.stayed", other.Number));
            return null;
        }

        turn.Ask(
            AnswerKind.Choice,
            turn.Speech.Say("volunteers.conflict.ask", other.Number, other.Place, it.Number),
            [new Choice(change, $"={change}"), new Choice(stay, $"={stay}")]
        );
        return null;
    }
}
