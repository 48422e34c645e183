using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.People;
using MutualAid.Core.Volunteers;

namespace MutualAid.Bot.Volunteers;

/// <summary>What all acts on a shift share: which one is meant, the refusal, the card, the word to its leader.</summary>
internal static class ShiftAct
{
    private const int MostChoices = 4;

    /// <summary>The number said, else the only shift it can be; null: the person has to say which.</summary>
    /// <param name="slash">The act's slash command.</param>
    public static async Task<int?> WhichAsync(this Turn turn, string slash, IQueryable<Shift> candidates)
    {
        if (turn.Meaning.Number is { } said)
            return said;
        var some = await candidates.SoonestFirst().Take(MostChoices).ToListAsync();
        if (some is [var only])
            return only.Number;
        if (some.Count > 0)
            turn.RefuseWith(
                turn.Speech.Say("volunteers.act.which"),
                [
                    .. some.Select(it =>
                        new[] { turn.Own(turn.Speech.Plain("volunteers.button.which", it.Number, it.Place), $"{slash} {it.Number}") }
                    ),
                ]
            );
        // A bare 值班 between people may speak of anything.
        else if (turn.IsAddressed)
            turn.Refuse("volunteers.act.none");
        return null;
    }

    /// <summary>What is to come and may be joined from here.</summary>
    public static IQueryable<Shift> ShiftsHere(this Turn turn)
    {
        var coming = turn.Db.Shifts.Coming(turn.Now);
        if (turn.Group is { } group)
            return coming.OfGroup(group.Id);
        var mine = turn
            .Db.Members.Where(member => member.PersonId == turn.From.Id && member.LeftAt == null)
            .Select(member => member.GroupId);
        return coming.Where(it => mine.Contains(it.GroupId));
    }

    public static int Numbered(this Turn turn) => int.TryParse(turn.Meaning.Rest.Split(' ')[0], out var number) ? number : 0;

    /// <summary>The card is the answer; the person's own message gets a sign, a press a word, a private one an answer.</summary>
    public static void Show(this Turn turn, Shift it, string done, params object?[] more)
    {
        object?[] values = [it.Number, .. more];
        turn.CanBeUndone(ShiftFace.Key(it));
        turn.React("👍");
        turn.Toast(turn.Speech.Plain(done, values));
        turn.Redraw(ShiftFace.Key(it));
        if (turn.Group is null && !turn.IsPress)
            turn.ReplyWith(turn.Speech.Say(done, values) + "\n" + ShiftText.Brief(it, turn.Speech, turn.Now), []);
    }

    public static void Refuse(this Turn turn, ShiftResult result, int number)
    {
        // In private nobody learns that another group has it.
        var refusal = result.Refusal == ShiftRefusal.OtherGroup && turn.Group is null ? ShiftRefusal.NoSuchShift : result.Refusal;
        if (refusal == ShiftRefusal.Full && result.Other is { } lacking)
            turn.Refuse("volunteers.refusal.FullBut", number, lacking.Number, lacking.Gap());
        else if (refusal == ShiftRefusal.NotYetOpen && result.Shift is { } it)
            turn.Refuse("volunteers.refusal.NotYetOpen", number, ShiftText.Clock(it.Group.Local(it.StartsAt - ShiftFacts.OpensBefore)));
        else
            turn.Refuse($"volunteers.refusal.{refusal}", number, result.Other?.Number, result.Other?.Place);
    }

    /// <summary>Somebody dropped out so late that its leader has to know: who could stand in?</summary>
    public static async Task TellGapAsync(this Turn turn, ShiftDesk desk, Shift it)
    {
        if (it.Gap() == 0 || !desk.IsNear(it))
            return;
        var reserve = await desk.ReserveAsync(it);
        var ask = $"!cover {it.Number}";
        foreach (var leader in new[] { it.Lead, it.MadeBy }.Distinct())
        {
            if (
                await turn.TellAsync(
                    leader,
                    speech => ShiftText.Missing(it, reserve, speech),
                    speech => reserve.Count == 0 ? [] : [new Choice(speech.Plain("volunteers.button.cover"), ask)]
                )
            )
                return;
        }
    }

    /// <summary>The members of a group, to find people by name.</summary>
    public static Task<List<Person>> PeopleAsync(Db db, Group group) =>
        db.Members.Where(member => member.GroupId == group.Id && member.LeftAt == null).Select(member => member.Person).ToListAsync();

    /// <summary>Names in a line, as typed.</summary>
    public static IReadOnlyList<string> Names(string? said) =>
        said?.Split(['、', ',', '，', ' ', '和', '　'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>Everybody named; null: the turn was told who is not known or which of several.</summary>
    public static IReadOnlyList<Person>? Find(this Turn turn, IEnumerable<string> names, IReadOnlyCollection<Person> among)
    {
        var found = new List<Person>();
        foreach (var name in names)
        {
            var meant = NameMatch.Among(name, among);
            if (meant is not [var only])
            {
                turn.Refuse(
                    meant.Count == 0 ? "volunteers.refusal.NoSuchPerson" : "volunteers.refusal.WhichPerson",
                    name,
                    string.Join('、', meant.Select(person => person.Name))
                );
                return null;
            }

            found.Add(only);
        }

        return found;
    }
}
