using MutualAid.Bot.Engine;
using MutualAid.Core.Classes;
using MutualAid.Core.Language;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Classes;

/// <summary>改名额: more places go to those who wait, in their order; fewer send nobody away.</summary>
[Command("class_places")]
public sealed class PlacesCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (!turn.IsAddressed && turn.Meaning.Number is null)
            return;
        if (await turn.WhichAsync("/places", turn.ComingHere()) is not { } number || Said(turn) is not { } places)
            return;
        var result = await new ClassDesk(turn.Db, turn.Clock).ResizeAsync(number, turn.Actor(), places == 0 ? null : places);
        if (result is not { Done: true, Class: { } it })
        {
            turn.Refuse(result, number);
            return;
        }

        turn.Show(it, "classes.done.places");
        foreach (var person in result.SignUps.Select(signUp => signUp.Person).Distinct())
            await turn.TellAsync(
                person,
                speech => speech.Say("classes.places.told", new Markup(ClassText.Invitation(it, speech, turn.Now)))
            );
        // Nobody is sent away: the organiser reads how many are over.
        if (it.Places < it.Going().Count)
            turn.Vanish(turn.Reply("classes.places.over", it.Number, it.Going().Count, it.Places));
    }

    private static int? Said(Turn turn)
    {
        if (turn.Meaning.Quantity is { } said)
            return (int)Math.Min(said, ClassDesk.MostPlaces + 1);
        if (Capacity.Read($"名额{turn.Meaning.Rest}") == 0)
            return 0;
        var open = turn.Speech.Plain("classes.button.noLimit");
        if (turn.NextAnswer() is { } answer)
            return answer == open ? 0 : (int)Math.Clamp(Quantities.Read(answer).Value ?? -1, -1, ClassDesk.MostPlaces + 1);
        turn.Ask(AnswerKind.Quantity, turn.Speech.Say("classes.places.howMany"), [new Choice(open, $"={open}")]);
        return null;
    }
}
