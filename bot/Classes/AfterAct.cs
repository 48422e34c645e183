using MutualAid.Bot.Engine;
using MutualAid.Core.Classes;
using MutualAid.Core.Language;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Classes;

/// <summary>The class is over: its card rests, and its organiser is asked in private what the speaker was paid. Who stayed away is named nowhere.</summary>
public sealed class AfterAct : IDueAct
{
    private const long UsualFeeCents = 20_000;

    public string Kind => ClassDue.After;

    public TimeSpan UsefulFor => TimeSpan.FromDays(3);

    public async Task ActAsync(DueTurn turn)
    {
        if (await turn.ClassAsync() is not { CancelledAt: null } it)
            return;
        await turn.Notices.RedrawAsync(ClassFace.Key(it), Why.Notice);
        if (await turn.Db.ClassQuestions.OfClassAsync(it.Id) is { Count: > 0 } questions)
            await turn.Notices.TellAsync(it.MadeBy, it.Group, speech => Questions.Text(it, questions, speech), Why.Notice);
        if (it is not { Kind: ClassKind.Talk, FeeSettledAt: null, FeeWaivedAt: null })
            return;
        var cents = it.FeeCents ?? UsualFeeCents;
        await turn.Notices.TellAsync(
            it.MadeBy,
            it.Group,
            speech => speech.Say("classes.fee.ask", cents / 100m, it.Number, it.Title),
            Why.Notice,
            speech =>
                [
                    [
                        new Choice(speech.Plain("classes.button.fee", cents / 100m), $"!fee {it.Number} {cents}"),
                        new Choice(speech.Plain("classes.button.waived"), $"!fee {it.Number} 0"),
                        new Choice(speech.Plain("classes.button.otherFee"), $"!fee {it.Number}"),
                    ],
                ]
        );
    }
}

/// <summary>[200] or [免收]: what the speaker was paid goes into the report.</summary>
[Command("!fee")]
public sealed class FeeCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var words = turn.Meaning.Rest.Split(' ');
        var number = int.TryParse(words[0], out var parsed) ? parsed : 0;
        if (Cents(turn, words) is not { } cents)
        {
            turn.Ask(AnswerKind.Quantity, turn.Speech.Say("classes.fee.howMuch"));
            return;
        }

        var result = await new ClassDesk(turn.Db, turn.Clock).SettleFeeAsync(number, turn.Actor(), cents == 0 ? null : cents);
        if (result.Class is not { } it || !result.Done)
        {
            turn.Refuse(result, number);
            return;
        }

        turn.CanBeUndone(ClassFace.Key(it));
        var text =
            cents == 0
                ? turn.Speech.Say("classes.fee.waived", number, it.Title)
                : turn.Speech.Say("classes.fee.paid", number, it.Title, cents / 100m);
        if (turn.IsPress)
            turn.EditPressed(text);
        else
            turn.ReplyWith(text, []);
    }

    private static long? Cents(Turn turn, string[] words)
    {
        if (words.Length > 1 && long.TryParse(words[1], out var pressed))
            return pressed;
        return turn.NextAnswer() is { } answer && Quantities.Read(answer) is { Value: { } yuan and <= 1_000_000 }
            ? (long)(yuan * 100)
            : null;
    }
}
