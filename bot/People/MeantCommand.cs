using MutualAid.Bot.Engine;

namespace MutualAid.Bot.People;

/// <summary>An amount among other words, while one is asked for: it may be the answer.</summary>
[Command(LineReader.Meant)]
public sealed class MeantCommand : ICommand
{
    public Task RunAsync(Turn turn)
    {
        var amount = turn.Meaning.Rest;
        turn.Ask(
            AnswerKind.Quantity,
            turn.Speech.Say("engine.meant", turn.From.Name, amount),
            [
                new Choice(turn.Speech.Plain("engine.button.meant", amount), $"={amount}"),
                new Choice(turn.Speech.Plain("engine.button.never"), Dialogue.Never),
            ]
        );
        return Task.CompletedTask;
    }
}
