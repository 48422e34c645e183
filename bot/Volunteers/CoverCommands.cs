using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;
using MutualAid.Core.Volunteers;

namespace MutualAid.Bot.Volunteers;

/// <summary>[请他们顶班]: those who are free and able are asked in private, and nobody else.</summary>
[Command("!cover")]
public sealed class CoverCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var number = turn.Numbered();
        var (result, asked) = await new ShiftDesk(turn.Db, turn.Clock).AskReserveAsync(number, turn.Actor());
        if (result is not { Done: true, Shift: { } it })
        {
            turn.Refuse(result, number);
            return;
        }

        var reached = new List<string>();
        foreach (var volunteer in asked)
        {
            if (await turn.TellAsync(volunteer.Person, speech => Question(turn, it, speech), speech => Answers(it, speech)))
                reached.Add(volunteer.Person.Name);
        }

        var names = string.Join(turn.Speech.Plain("volunteers.card.and"), NameMatch.Short(reached));
        turn.EditPressed(
            turn.Speech.Say(reached.Count == 0 ? "volunteers.cover.nobody" : "volunteers.cover.asked", ShiftText.Post(it), names)
        );
        turn.Toast(turn.Speech.Plain(reached.Count == 0 ? "volunteers.cover.nobody" : "volunteers.cover.asked", ShiftText.Post(it), names));
    }

    private static string Question(Turn turn, Shift it, Speech speech) =>
        speech.Say("volunteers.cover.ask", new Markup(ShiftText.Brief(it, speech, turn.Now)), it.Gap());

    private static IReadOnlyList<Choice> Answers(Shift it, Speech speech) =>
        [
            new Choice(speech.Plain("volunteers.button.standIn"), $"!standin {it.Number}"),
            new Choice(speech.Plain("volunteers.button.notComing"), $"!nostandin {it.Number}"),
        ];
}

/// <summary>[我来]: the first gets the place.</summary>
[Command("!standin")]
public sealed class StandInCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var number = turn.Numbered();
        var result = await new ShiftDesk(turn.Db, turn.Clock).StandInAsync(number, turn.Actor());
        if (result is not { Done: true, Shift: { } it })
        {
            turn.Refuse(result, number);
            if (result is { Refusal: ShiftRefusal.Covered })
                turn.EditPressed(turn.Speech.Say("volunteers.refusal.Covered"));
            return;
        }

        turn.Toast(turn.Speech.Plain("volunteers.cover.taken"));
        turn.EditPressed(turn.Speech.Say("volunteers.cover.taken") + "\n" + ShiftText.Brief(it, turn.Speech, turn.Now));
        turn.Redraw(ShiftFace.Key(it));
    }
}

/// <summary>[来不了] to the question whether one stands in.</summary>
[Command("!nostandin")]
public sealed class NoStandInCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        await new ShiftDesk(turn.Db, turn.Clock).DeclineAsync(turn.Numbered(), turn.Actor());
        turn.Toast(turn.Speech.Plain("volunteers.cover.declined"));
        turn.EditPressed(turn.Speech.Say("volunteers.cover.declined"));
    }
}
