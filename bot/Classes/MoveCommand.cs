using MutualAid.Bot.Engine;
using MutualAid.Core.Classes;
using MutualAid.Core.Data;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Classes;

/// <summary>9号课改到后天晚8点: asks whether those signed up are kept; everything planned moves along.</summary>
[Command("class_move")]
public sealed class MoveCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (await turn.WhichAsync("/classes", turn.ComingHere()) is not { } number)
            return;
        var desk = new ClassDesk(turn.Db, turn.Clock);
        var found = await desk.OwnAsync(number, turn.Actor());
        if (found is not { Done: true, Class: { } it })
        {
            turn.Refuse(found, number);
            return;
        }

        if (ClassTime.Of(turn, turn.Meaning, it.Title) is not { } start || Keep(turn, it) is not { } keep)
            return;
        var result = await desk.MoveAsync(
            number,
            turn.Actor(),
            Zone.ToUtc(start, turn.Group is null ? it.Group.TimeZone : turn.ZoneId),
            keep
        );
        if (!result.Done)
        {
            turn.Refuse($"classes.refusal.{result.Refusal}", ClassTime.Example(turn, it.Title, it.Speaker));
            return;
        }

        turn.Show(it, "classes.done.moved");
        var told = keep ? "classes.moved.kept" : "classes.moved.cleared";
        await turn.TellAllAsync(
            result.SignUps,
            speech => speech.Say(told, it.Number, it.Title, new Markup(ClassText.When(it, speech, turn.Now)))
        );
    }

    private static bool? Keep(Turn turn, Class it)
    {
        var (keep, clear) = (turn.Speech.Plain("classes.button.keep"), turn.Speech.Plain("classes.button.clear"));
        if (it.Going().Count + it.Waiting().Count == 0)
            return true;
        if (turn.NextAnswer() is { } answer)
            return answer != clear;
        turn.Ask(
            AnswerKind.Choice,
            turn.Speech.Say("classes.move.keep", it.Going().Count),
            [new Choice(keep, $"={keep}"), new Choice(clear, $"={clear}")]
        );
        return null;
    }
}
