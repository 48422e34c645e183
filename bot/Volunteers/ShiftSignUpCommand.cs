using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;
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
        if (turn.Meaning.Named is { } names)
        {
            await OthersAsync(turn, desk, number, names);
            return;
        }

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

    // +1 段丽华, by who leads: she is put on it and told so.
    private static async Task OthersAsync(Turn turn, ShiftDesk desk, int number, string names)
    {
        if (await desk.FindAsync(number) is not { } it)
        {
            turn.Refuse(new ShiftResult(ShiftRefusal.NoSuchShift), number);
            return;
        }

        if (turn.Find(ShiftAct.Names(names), await ShiftAct.PeopleAsync(turn.Db, it.Group)) is not { } people)
            return;
        turn.Redraw(ShiftFace.Key(it));
        foreach (var person in people)
        {
            var result = await desk.SignUpAsync(number, turn.Actor(), person: person);
            if (!result.Done)
            {
                turn.Refuse(result, number);
                return;
            }

            if (person != turn.From)
                await turn.TellAsync(person, speech => Told(turn, it, speech), speech => Cannot(it, speech));
        }

        turn.Show(it, "volunteers.done.signUp");
    }

    internal static string Told(Turn turn, Shift it, Speech speech) =>
        speech.Say("volunteers.assigned.told", turn.From.Name, it.Number, new Markup(ShiftText.Brief(it, speech, turn.Now)));

    internal static IReadOnlyList<Choice> Cannot(Shift it, Speech speech) =>
        [new Choice(speech.Plain("volunteers.button.notComing"), $"!notcoming {it.Number}")];

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
