using MutualAid.Bot.Engine;
using MutualAid.Core.Classes;
using MutualAid.Core.Language;

namespace MutualAid.Bot.Classes;

/// <summary>取消报名: a place is given back; said of the whole class by an organiser, the class is called off.</summary>
[Command("class_leave")]
public sealed class LeaveCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (await turn.WhichAsync("/leave", turn.ComingHere().JoinedBy(turn.From.Id)) is not { } number)
            return;
        if (turn.IsOrganiser && IsCalledOff(turn))
        {
            await CallOff.RunAsync(turn, number);
            return;
        }

        var desk = new ClassDesk(turn.Db, turn.Clock);
        var guests = turn.Guests();
        ClassResult? result = null;
        foreach (var guest in guests.Count == 0 ? [null] : guests.Select(guest => (string?)guest))
            result = await desk.LeaveAsync(number, turn.Actor(), guest);
        if (result is { Done: true, Class: { } it })
            turn.Show(it, "classes.done.leave");
        else
            turn.Refuse(result!, number);
    }

    // 取消9号课 and 9号课取消, not 取消报名 9.
    private static bool IsCalledOff(Turn turn)
    {
        var said = turn.Message.Text;
        // The answer to the question comes by itself, without the words that led to it.
        if (turn.Answers.Count > 0)
            return true;
        return !turn.IsPress
            && turn.Meaning.Door != Door.Slash
            && turn.Meaning.Named is null
            && said.Contains("取消", StringComparison.Ordinal)
            && !said.Contains("报名", StringComparison.Ordinal);
    }
}

/// <summary>取消9号课: asked once more with its consequence, then told to those who had signed up.</summary>
[Command("!calloff")]
public sealed class CallOffCommand : ICommand
{
    public Task RunAsync(Turn turn) => CallOff.RunAsync(turn, int.TryParse(turn.Meaning.Rest, out var number) ? number : 0);
}

internal static class CallOff
{
    public static async Task RunAsync(Turn turn, int number)
    {
        var desk = new ClassDesk(turn.Db, turn.Clock);
        var found = await desk.OwnAsync(number, turn.Actor());
        if (found is not { Done: true, Class: { } it })
        {
            turn.Refuse(found, number);
            return;
        }

        var (yes, no) = (turn.Speech.Plain("classes.button.callOff"), turn.Speech.Plain("classes.button.dont"));
        if (turn.NextAnswer() is not { } answer)
        {
            turn.Ask(
                AnswerKind.Choice,
                turn.Speech.Say("classes.callOff.ask", it.Title, it.Going().Count),
                [new Choice(yes, $"={yes}"), new Choice(no, $"={no}")]
            );
            return;
        }

        if (answer != yes)
        {
            turn.Toast(turn.Speech.Plain("classes.callOff.kept"));
            return;
        }

        var result = await desk.CancelAsync(number, turn.Actor());
        turn.Show(it, "classes.done.calledOff");
        await turn.TellAllAsync(
            result.SignUps,
            speech => speech.Say("classes.callOff.told", it.Number, it.Title, ClassText.When(it, speech, turn.Now))
        );
    }

    /// <summary>Each person once, in private, and not the speaker.</summary>
    public static async Task TellAllAsync(this Turn turn, IEnumerable<SignUp> signUps, Func<Core.Messaging.Speech, string> html)
    {
        foreach (var person in signUps.Select(signUp => signUp.Person).Distinct().Where(person => person != turn.From))
            await turn.TellAsync(person, html);
    }
}
