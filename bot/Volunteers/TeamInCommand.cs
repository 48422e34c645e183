using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Data;
using MutualAid.Core.Messaging;
using MutualAid.Core.People;
using MutualAid.Core.Volunteers;

namespace MutualAid.Bot.Volunteers;

/// <summary>南门全到，除了小王: who leads signs all in at once; which of two 小王 is missing is asked.</summary>
[Command("team_in")]
[Command("!teamin")]
public sealed class TeamInCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var pressed = turn.Meaning.Intent == "!teamin" ? turn.Meaning.Rest.Split(' ', 2) : null;
        var said = pressed is null ? turn.Meaning.Named : pressed.ElementAtOrDefault(1);
        if ((pressed is null ? await WhichAsync(turn) : turn.Numbered()) is not { } number)
            return;
        var desk = new ShiftDesk(turn.Db, turn.Clock);
        var found = await desk.OwnAsync(number, turn.Actor());
        if (found is not { Done: true, Shift: { } it })
        {
            turn.Refuse(found, number);
            return;
        }

        if (Missing(turn, it, said) is not { } missing)
            return;
        var result = await desk.CheckInAllAsync(
            number,
            turn.Actor(),
            [.. missing.Known, .. missing.Unclear.SelectMany(each => each.People)]
        );
        if (!result.Done)
        {
            turn.Refuse(result, number);
            return;
        }

        turn.CanBeUndone(ShiftFace.Key(it));
        turn.Redraw(ShiftFace.Key(it));
        Answer(turn, result.Places.Count, missing);
    }

    private static void Answer(Turn turn, int signed, Absent missing)
    {
        var speech = turn.Speech;
        var names = string.Join(speech.Plain("volunteers.card.and"), missing.Shown());
        // Of each name that may be several people all but one are there.
        var count = signed + missing.Unclear.Sum(each => each.People.Count - 1);
        if (missing.Unclear is [var first, ..])
            turn.Ask(
                AnswerKind.Choice,
                speech.Say("volunteers.teamIn.which", count, names, Counted(first.People.Count, speech), first.Said),
                [first.People.Select(person => new Choice(person.Name, $"={person.Name}")).ToList()]
            );
        else if (names.Length > 0)
            turn.Reply("volunteers.teamIn.but", count, names);
        else
            turn.Reply("volunteers.teamIn.all", count);
    }

    private static string Counted(int count, Speech speech) => count == 2 ? speech.Plain("volunteers.teamIn.two") : $"{count}";

    // Who signed in themselves is not meant by a name that another on the shift has too.
    private static Absent? Missing(Turn turn, Shift it, string? said)
    {
        var (known, unclear) = (new List<Person>(), new List<(string Said, IReadOnlyList<Person> People)>());
        var on = it.On().ToList();
        var away = on.FindAll(place => place.CheckedInAt is null || place.CheckedInById != place.PersonId)
            .ConvertAll(place => place.Person);
        foreach (var name in ShiftAct.Names(said))
        {
            var meant = NameMatch.Among(name, away);
            if (meant.Count == 0)
            {
                turn.Refuse("volunteers.teamIn.notOn", name, ShiftText.Post(it));
                return null;
            }

            if (meant is [var only])
                known.Add(only);
            else if (turn.NextAnswer() is { } answer && NameMatch.Among(answer, meant) is [var chosen])
                known.Add(chosen);
            else
                unclear.Add((name, meant));
        }

        return new Absent(known, unclear);
    }

    private static async Task<int?> WhichAsync(Turn turn)
    {
        if (turn.Meaning.Number is { } number)
            return number;
        var (opens, actor) = (turn.Now + ShiftFacts.OpensBefore, turn.Actor());
        var near = await turn.ShiftsHere().Where(it => it.StartsAt <= opens).SoonestFirst().WithAll().ToListAsync();
        var key = turn.Meaning.Filter is { } where ? Folded.Key(where) : null;
        var meant = near.FindAll(it => key is null || Names(it, key));
        var mine = new List<Shift>();
        foreach (var it in meant)
        {
            if (await turn.Db.LeadsAsync(actor, it))
                mine.Add(it);
        }

        if (mine is [var only])
            return only.Number;
        if (mine.Count > 0)
            turn.RefuseWith(
                turn.Speech.Say("volunteers.act.which"),
                [
                    .. mine.Select(it =>
                        new[]
                        {
                            turn.Own(
                                turn.Speech.Plain("volunteers.button.which", it.Number, it.Place),
                                $"!teamin {it.Number} {turn.Meaning.Named}"
                            ),
                        }
                    ),
                ]
            );
        else if (meant.Count > 0)
            turn.Refuse("volunteers.refusal.NotLead");
        else if (turn.IsOrganiser && turn.IsAddressed)
            turn.Refuse("volunteers.teamIn.none");
        return null;
    }

    private static bool Names(Shift it, string key) =>
        Folded.Key(it.Place).Contains(key, StringComparison.Ordinal)
        || key.Contains(Folded.Key(ShiftText.Post(it)), StringComparison.Ordinal)
        || it.Team?.NameKey == key;

    private sealed record Absent(List<Person> Known, List<(string Said, IReadOnlyList<Person> People)> Unclear)
    {
        public IEnumerable<string> Shown() =>
            Known.Select(person => person.Name).Concat(Unclear.Select(each => NameMatch.Masked(each.People[0].Name)));
    }
}
