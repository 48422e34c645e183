using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Volunteers;

namespace MutualAid.Admin.Pages;

/// <summary>Who knows of the shift and of its changes, and who is to be called.</summary>
public sealed partial class ShiftModel
{
    /// <summary>What became of the last word to each, by person; nobody had to be told: they are not there.</summary>
    public IReadOnlyDictionary<long, Told> Told { get; private set; } = new Dictionary<long, Told>();

    /// <summary>Those on it whom the bot cannot write to.</summary>
    public IReadOnlySet<long> Unreached { get; private set; } = new HashSet<long>();

    /// <summary>Those who left a number.</summary>
    public IReadOnlySet<long> WithNumber { get; private set; } = new HashSet<long>();

    /// <summary>The number of somebody on it, after a press that was written down.</summary>
    public (long Person, string Number)? Contact { get; private set; }

    /// <summary>Who was taken off and had to hear of it.</summary>
    public IEnumerable<KeyValuePair<long, Told>> ToldBesides => Told.Where(it => !Shift.On().Any(place => place.PersonId == it.Key));

    /// <summary>What keeps the bot from writing to them.</summary>
    public Silence Silence { get; private set; }

    /// <summary>Whether the group sees it as it is now, and since when; null: it was never shown there.</summary>
    public (TellingState State, DateTime At)? Shown { get; private set; }

    /// <summary>Something is still under way: the page looks again by itself.</summary>
    public bool IsUnderWay => Shown?.State == TellingState.OnItsWay || Told.Values.Any(told => told.State == TellingState.OnItsWay);

    /// <summary>In one line: who knows, and who is to be called.</summary>
    public IEnumerable<IGrouping<TellingState, string>> KnownBy =>
        Shift
            .On()
            .Where(place => !Told.ContainsKey(place.PersonId) && AsksCall(place.PersonId))
            .Select(place => (State: Silence == Silence.Off ? TellingState.Held : TellingState.Missed, place.Person.Name))
            .Concat(Told.Values.Select(told => (told.State, told.Name)))
            .GroupBy(it => it.State, it => it.Name)
            .OrderBy(it => it.Key);

    /// <summary>Somebody is to be called; null: they know, or it is over.</summary>
    public bool AsksCall(long person) =>
        MayAct
        && Shift.EndsAt > Now
        && (Told.TryGetValue(person, out var told) ? told.AsksCall : Shift.CancelledAt is null && Unreached.Contains(person));

    /// <summary>Somebody on it is to be called.</summary>
    public async Task<IActionResult> OnPostPhoneAsync(int number, long person)
    {
        var contact = await ActAsync(async sight =>
        {
            if (await OfAsync(sight, number, person) is not { } group)
                return null;
            sight.Note(group);
            return await sight
                .Volunteers.Where(it => it.PersonId == person && it.LeftAt == null)
                .Select(it => it.Contact)
                .FirstOrDefaultAsync(Stop);
        });
        if (contact is null || !await ReadAsync(number))
            return NotFound();
        Contact = (person, contact);
        return Page();
    }

    /// <summary>Somebody called them.</summary>
    public async Task<IActionResult> OnPostCalledAsync(int number, long person)
    {
        var (name, step) = await ActAsync(async sight =>
        {
            if (
                await OfAsync(sight, number, person) is not { } group
                || await sight.Groups.FirstOrDefaultAsync(it => it.Id == group, Stop) is not { } home
                || await sight.People.FirstOrDefaultAsync(it => it.Id == person, Stop) is not { } who
            )
                return ((string?)null, 0L);
            var result = await sight.Desk<ShiftDesk>().CallAsync(number, await sight.ActorAsync(home), who);
            return result.Done ? (who.Name, await Office.Host.StepAsync(sight.Rows, Card(number), Caller.Person)) : (null, 0);
        });
        return name is null
            ? NotFound()
            : TellUndoable($"/shifts/{number}", "shifts.made.called", name, $"/shifts/{number}?handler=uncall", step);
    }

    /// <summary>Nobody called after all.</summary>
    public async Task<IActionResult> OnPostUncallAsync(int number, long step)
    {
        var isUndone = await ActAsync(async sight =>
            await sight.Shifts.AnyAsync(it => it.Number == number, Stop)
                ? await Office.Host.TakeBackAsync(sight.Rows, Card(number), step, Caller.Person)
                : (bool?)null
        );
        return isUndone is { } undone ? Tell($"/shifts/{number}", undone ? "shifts.made.uncalled" : "made.notUndone") : NotFound();
    }

    // On it, or taken off and to be told.
    private async Task<long?> OfAsync(Sight sight, int number, long person) =>
        await sight.Shifts.WithAll().FirstOrDefaultAsync(it => it.Number == number, Stop) is { } it
        && (it.On().Any(place => place.PersonId == person) || (await sight.ToldAsync(it, Stop)).ContainsKey(person))
            ? it.GroupId
            : null;

    private async Task ReadToldAsync(Sight sight, Shift it)
    {
        Told = await sight.ToldAsync(it, Stop);
        Silence = sight.SilenceOf(it.Group);
        Shown = await sight.ShownAsync(it.Group, Card(it.Number), Stop);
        if (it.EndsAt <= Now)
            return;
        var hands = await sight.HandsAsync(it.Group, Stop);
        var on = it.On().Select(place => place.PersonId).ToHashSet();
        Unreached = hands.Where(hand => on.Contains(hand.Id) && !hand.IsReached).Select(hand => hand.Id).ToHashSet();
        WithNumber = hands.Where(hand => hand.HasContact).Select(hand => hand.Id).ToHashSet();
        if (IsOpen && it.Gap() > 0)
            // Whoever hears of it by themselves first; the order by name stays.
            People =
            [
                .. hands
                    .Where(hand => !on.Contains(hand.Id))
                    .OrderByDescending(hand => hand.IsVolunteer)
                    .ThenByDescending(hand => hand.IsReached),
            ];
    }
}
