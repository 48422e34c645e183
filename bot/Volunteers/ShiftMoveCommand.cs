using MutualAid.Bot.Engine;
using MutualAid.Core.Groups;
using MutualAid.Core.Language;
using MutualAid.Core.Messaging;
using MutualAid.Core.Volunteers;

namespace MutualAid.Bot.Volunteers;

/// <summary>8号班改到明早8点: asks whether those on it are kept; who has another shift then is taken off.</summary>
[Command("shift_move")]
public sealed class ShiftMoveCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (await turn.WhichAsync("/shifts", turn.ShiftsHere()) is not { } number)
            return;
        var desk = new ShiftDesk(turn.Db, turn.Clock);
        var found = await desk.OwnAsync(number, turn.Actor());
        if (found is not { Done: true, Shift: { } it })
        {
            turn.Refuse(found, number);
            return;
        }

        if (Hours(turn, it) is not { } hours || Keep(turn, it) is not { } keep)
            return;
        var result = await desk.MoveAsync(number, turn.Actor(), hours.From, hours.To, keep);
        if (!result.Done)
        {
            if (result.Refusal is ShiftRefusal.BadStart or ShiftRefusal.BadEnd)
                turn.RefuseWith(turn.Speech.Say("volunteers.move.when"), []);
            else
                turn.Refuse(result, number);
            return;
        }

        turn.Show(it, "volunteers.done.moved");
        await TellAsync(turn, desk, result, keep);
    }

    // 明早8–10点 says both ends, 明早8点 the beginning.
    private static (DateTime From, DateTime? To)? Hours(Turn turn, Shift it)
    {
        var line = ShiftLine.Read(turn.Meaning.Rest, turn.LocalNow);
        if (line is { Start: { Time: { } from } day, Until: { } until })
        {
            var end = day.Date.AddDays(line.IsOvernight ? 1 : 0).ToDateTime(until);
            return (it.Group.ToUtc(day.Date.ToDateTime(from)), it.Group.ToUtc(end));
        }

        if (turn.Meaning.Start is { Time: { } time } start)
            return (it.Group.ToUtc(start.Date.ToDateTime(time)), null);
        turn.RefuseWith(turn.Speech.Say("volunteers.move.when"), []);
        return null;
    }

    private static bool? Keep(Turn turn, Shift it)
    {
        var (keep, clear) = (turn.Speech.Plain("volunteers.button.keep"), turn.Speech.Plain("volunteers.button.clear"));
        if (it.On().Count == 0)
            return true;
        if (turn.NextAnswer() is { } answer)
            return answer != clear;
        turn.Ask(
            AnswerKind.Choice,
            turn.Speech.Say("volunteers.move.keep", it.On().Count),
            [new Choice(keep, $"={keep}"), new Choice(clear, $"={clear}")]
        );
        return null;
    }

    private static async Task TellAsync(Turn turn, ShiftDesk desk, ShiftResult result, bool keep)
    {
        var it = result.Shift!;
        foreach (var place in result.Places.Where(place => place.Person != turn.From))
            await turn.TellAsync(
                place.Person,
                speech =>
                    speech.Say(
                        place.LeftAt is null ? "volunteers.moved.kept" : "volunteers.moved.cleared",
                        it.Number,
                        it.Place,
                        new Markup(ShiftText.When(it, speech, turn.Now))
                    )
            );
        var off = result.Places.Where(place => place.LeftAt is not null).Select(place => place.Person.Name).ToList();
        if (keep && off.Count > 0)
            turn.Reply("volunteers.moved.off", string.Join(turn.Speech.Plain("volunteers.card.and"), off));
        await turn.TellGapAsync(desk, it);
    }
}
