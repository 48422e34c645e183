using MutualAid.Bot.Engine;
using MutualAid.Core.Language;
using MutualAid.Core.Volunteers;

namespace MutualAid.Bot.Volunteers;

/// <summary>8号班来不了: a place is given back; said of the whole shift by who leads it (取消8号班), it is called off.</summary>
[Command("shift_leave")]
[Command("!notcoming")]
public sealed class ShiftLeaveCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var pressed = turn.Meaning.Intent == "!notcoming" ? turn.Numbered() : (int?)null;
        if ((pressed ?? await turn.WhichAsync("!notcoming", turn.ShiftsHere().With(turn.From.Id))) is not { } number)
            return;
        var desk = new ShiftDesk(turn.Db, turn.Clock);
        if (pressed is null && turn.Meaning.Named is null && IsCalledOff(turn) && (await desk.OwnAsync(number, turn.Actor())).Done)
        {
            await ShiftCallOff.RunAsync(turn, desk, number);
            return;
        }

        Core.People.Person? person = null;
        if (turn.Meaning.Named is { } name && await desk.FindAsync(number) is { } named)
        {
            if (turn.Find([name], [.. named.On().Select(place => place.Person)]) is not [var found])
                return;
            person = found;
        }

        var result = await desk.LeaveAsync(number, turn.Actor(), person);
        if (result is not { Done: true, Shift: { } it })
        {
            turn.Refuse(result, number);
            return;
        }

        turn.Show(it, "volunteers.done.leave");
        if (turn.Group is null)
            turn.EditPressed(
                ShiftText.Brief(it, turn.Speech, turn.Now) + "\n" + turn.Speech.Say("volunteers.roll.notComing"),
                [
                    [turn.Own(turn.Speech.Plain("volunteers.button.coming"), $"/shift {it.Number}")],
                ]
            );
        await turn.TellGapAsync(desk, it);
    }

    private static bool IsCalledOff(Turn turn) =>
        // The answer to the question comes by itself, without the words that led to it.
        turn.Answers.Count > 0
        || (!turn.IsPress && turn.Meaning.Door != Door.Slash && turn.Message.Text.Contains("取消", StringComparison.Ordinal));
}

/// <summary>The whole shift is called off: asked once more with its consequence, then told to those on it.</summary>
[Command("!shiftoff")]
public sealed class ShiftOffCommand : ICommand
{
    public Task RunAsync(Turn turn) => ShiftCallOff.RunAsync(turn, new ShiftDesk(turn.Db, turn.Clock), turn.Numbered());
}

internal static class ShiftCallOff
{
    public static async Task RunAsync(Turn turn, ShiftDesk desk, int number)
    {
        var found = await desk.OwnAsync(number, turn.Actor());
        if (found is not { Done: true, Shift: { } it })
        {
            turn.Refuse(found, number);
            return;
        }

        var (once, all, no) = (Label(turn, "callOff"), Label(turn, "callOffAll"), Label(turn, "dont"));
        string[] choices = it.RuleId is null ? [once, no] : [once, all, no];
        if (turn.NextAnswer() is not { } answer)
        {
            turn.Ask(
                AnswerKind.Choice,
                turn.Speech.Say("volunteers.callOff.ask", it.Number, it.Place, it.On().Count),
                [choices.Select(each => new Choice(each, $"={each}")).ToList()]
            );
            return;
        }

        if (answer != once && answer != all)
        {
            turn.Toast(turn.Speech.Plain("volunteers.callOff.kept"));
            return;
        }

        var result = await desk.CancelAsync(number, turn.Actor(), andRepeats: answer == all);
        turn.Show(it, "volunteers.done.calledOff");
        foreach (var place in result.Places.Where(place => place.Person != turn.From))
            await turn.TellAsync(
                place.Person,
                speech =>
                    speech.Say(
                        "volunteers.callOff.told",
                        it.Number,
                        it.Place,
                        new Core.Messaging.Markup(ShiftText.When(it, speech, turn.Now))
                    )
            );
    }

    private static string Label(Turn turn, string what) =>
        what switch
        {
            "callOff" => turn.Speech.Plain("volunteers.button.callOff"),
            "callOffAll" => turn.Speech.Plain("volunteers.button.callOffAll"),
            _ => turn.Speech.Plain("volunteers.button.dont"),
        };
}
