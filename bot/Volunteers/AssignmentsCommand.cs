using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Language;
using MutualAid.Core.Language.Lists;
using MutualAid.Core.Messaging;
using MutualAid.Core.People;
using MutualAid.Core.Volunteers;

namespace MutualAid.Bot.Volunteers;

/// <summary>A 接龙 whose heading names a shift that is still to come: by its number, or by its place and day.</summary>
public sealed class ShiftListUse : IListUse
{
    public string Intent => "!assignments";

    public async Task<int?> AboutAsync(Turn turn, NameList list)
    {
        if (list.Shift is { } said)
            return said;
        var head = string.Join('\n', list.Header);
        var key = Folded.Key(head);
        var coming = await turn.ShiftsHere().SoonestFirst().Include(it => it.Group).ToListAsync();
        var there = coming.FindAll(it => Folded.Key(it.Place) is { Length: > 1 } place && key.Contains(place, StringComparison.Ordinal));
        var start = ShiftLine.Read(head, turn.LocalNow).Start;
        var then = there.Find(it => start?.Time is { } time && it.Group.Local(it.StartsAt) == start.Date.ToDateTime(time));
        return (then ?? there.FirstOrDefault())?.Number;
    }
}

/// <summary>A pasted 接龙 for a shift, by who leads it: those found in the group are put onto it with one tap, as far as there is place.</summary>
[Command("!assignments")]
public sealed class AssignmentsCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var number = turn.Meaning.Number!.Value;
        var desk = new ShiftDesk(turn.Db, turn.Clock);
        var found = await desk.OwnAsync(number, turn.Actor());
        if (found is not { Done: true, Shift: { } it } || NameList.Read(turn.Meaning.Rest, turn.LocalNow) is not { } list)
        {
            turn.Refuse(found, number);
            return;
        }

        var named = await NamedAsync(turn, it, list);
        var coming = named.Found.Where(person => it.Of(person) is null).ToList();
        if (coming.Count == 0 && named.Unknown.Count == 0)
            turn.Refuse("volunteers.refusal.AlreadyListed", number);
        else if (IsConfirmed(turn, it, list, named, coming) == true)
            await AssignAsync(turn, desk, it, coming);
    }

    private static async Task<(List<Person> Found, List<string> Unknown)> NamedAsync(Turn turn, Shift it, NameList list)
    {
        var members = await ShiftAct.PeopleAsync(turn.Db, it.Group);
        var (found, unknown) = (new List<Person>(), new List<string>());
        foreach (var each in list.People)
        {
            if (NameMatch.Among(each.Name, members) is [var only])
                found.Add(only);
            else
                unknown.Add(each.Name);
        }

        return ([.. found.Distinct()], unknown);
    }

    private static bool? IsConfirmed(
        Turn turn,
        Shift it,
        NameList list,
        (List<Person> Found, List<string> Unknown) named,
        List<Person> coming
    )
    {
        var speech = turn.Speech;
        var placed = coming.Take(it.Gap()).ToList();
        List<string> lines =
        [
            $"{ShiftText.Head(it, speech)} {ShiftText.When(it, speech, turn.Now)}",
            speech.Say("volunteers.list.read", list.People.Count + list.Left.Count, placed.Count),
        ];
        if (placed.Count > 0)
            lines.Add(Html.Escape(Names(placed.Select(person => person.Name), speech)));
        Add("volunteers.list.already", named.Found.Except(coming).Select(person => person.Name));
        Add("volunteers.list.unknown", named.Unknown);
        if (coming.Count > placed.Count)
            lines.Add(speech.Say("volunteers.list.full", it.Gap(), Names(coming.Skip(it.Gap()).Select(person => person.Name), speech)));
        return ListPreview.Confirmed(
            turn,
            lines,
            list.Left,
            speech.Plain("volunteers.button.listConfirm"),
            speech.Plain("volunteers.button.listDrop")
        );

        void Add(string key, IEnumerable<string> names)
        {
            if (Names(names, speech) is { Length: > 0 } said)
                lines.Add(speech.Say(key, said));
        }
    }

    // Who cannot be put on it, because of another shift, is named with the reason.
    private static async Task AssignAsync(Turn turn, ShiftDesk desk, Shift it, List<Person> coming)
    {
        var count = 0;
        foreach (var person in coming.TakeWhile(_ => it.Gap() > 0))
        {
            var result = await desk.SignUpAsync(it.Number, turn.Actor(), person: person);
            if (!result.Done)
            {
                var why = turn.Speech.Plain($"volunteers.refusal.{result.Refusal}", it.Number, result.Other?.Number, result.Other?.Place);
                turn.Reply("volunteers.list.refused", person.Name, why);
                continue;
            }

            count++;
            if (person != turn.From)
                await turn.TellAsync(
                    person,
                    speech => ShiftSignUpCommand.Told(turn, it, speech),
                    speech => ShiftSignUpCommand.Cannot(it, speech)
                );
        }

        turn.Show(it, "volunteers.done.listed", count);
    }

    private static string Names(IEnumerable<string> names, Speech speech) => string.Join(speech.Plain("volunteers.card.and"), names);
}
