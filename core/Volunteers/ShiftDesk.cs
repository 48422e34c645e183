using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.People;
using MutualAid.Core.Schedule;

namespace MutualAid.Core.Volunteers;

/// <summary>Decides about shifts and changes them; a new one per turn, inside <see cref="Writer.DoAsync"/>.</summary>
/// <remarks>Every act bumps <see cref="Shift.Version"/>, so of two acts at once the second is replayed on what the first left. A refused act changes nothing.</remarks>
public sealed partial class ShiftDesk(Db db, TimeProvider clock)
{
    public const int MostPeople = 500;

    internal static readonly TimeSpan Farthest = TimeSpan.FromDays(366);

    private readonly ScheduleDesk schedule = new(db, clock);
    private readonly ShiftPlan plan = new(new ScheduleDesk(db, clock), clock);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The shift with its whole graph; null when there is none of that number.</summary>
    public async Task<Shift?> FindAsync(int number)
    {
        await InTurn.WaitAsync(db, $"shift:{number}");
        return await db.Shifts.WithAll().SingleOrDefaultAsync(it => it.Number == number)
            // Made in this very turn: not stored yet.
            ?? db.Shifts.Local.SingleOrDefault(it => it.Number == number);
    }

    /// <summary>A new shift of the actor's group; the people of its team are put onto it, as far as they are free.</summary>
    public async Task<ShiftResult> MakeAsync(Actor who, ShiftDraft draft, string? sourceMessage = null)
    {
        await KnowAsync(who);
        if (who.Group is not { } group || !await db.LeadsAnyAsync(who, group))
            return new(ShiftRefusal.NotLead);
        if (Fault(draft) is var fault and not ShiftRefusal.None)
            return new(fault);
        return new(ShiftRefusal.None, await AddAsync(group, who.Person, draft, sourceMessage));
    }

    /// <summary>A shift that is still to come and that this person may change; the bot asks before it does.</summary>
    public async Task<ShiftResult> OwnAsync(int number, Actor who)
    {
        var found = await OpenAsync(number, who);
        if (found is not { Done: true, Shift: { } it })
            return found;
        return await db.LeadsAsync(who, it) ? found : new(ShiftRefusal.NotLead, it);
    }

    /// <summary>取消8号班: nobody is reminded any more.</summary>
    /// <param name="andRepeats">Its rule ends too.</param>
    public async Task<ShiftResult> CancelAsync(int number, Actor who, bool andRepeats)
    {
        var found = await OwnAsync(number, who);
        if (found is not { Done: true, Shift: { } it })
            return found;
        (it.CancelledAt, it.CancelledById) = (Now, who.Person.Id);
        it.Version++;
        await plan.CancelAsync(it);
        if (andRepeats && it.RuleId is { } id && await db.Rules.FindAsync(id) is { } rule)
            await schedule.EndAsync(rule);
        return found with { Places = it.On() };
    }

    private async Task<Shift> AddAsync(Group group, Person maker, ShiftDraft draft, string? sourceMessage)
    {
        var made = new Shift
        {
            Number = await Numbers.NextAsync<Shift>(db, each => each.Number),
            Group = group,
            GroupId = group.Id,
            Place = draft.Place,
            Skill = draft.Skill,
            People = draft.People,
            StartsAt = draft.StartsAt,
            EndsAt = draft.EndsAt,
            Team = draft.Team,
            Lead = draft.Lead ?? draft.Team?.Lead ?? maker,
            MadeBy = maker,
            MadeAt = Now,
            Rule = draft.Rule,
            SourceMessage = sourceMessage,
        };
        db.Shifts.Add(made);
        foreach (var member in (draft.Team?.Members ?? []).Where(member => member.LeftAt is null).OrderBy(member => member.Id))
        {
            if (made.Gap() > 0 && await ConflictAsync(made, member.Person) is null)
                Assign(made, member.Person, maker);
        }

        await plan.AddAsync(made);
        return made;
    }

    private async Task<ShiftResult> OpenAsync(int number, Actor who)
    {
        await KnowAsync(who);
        if (await FindAsync(number) is not { } it)
            return new(ShiftRefusal.NoSuchShift);
        if (!await db.BelongsAsync(who, it.Group) && !await db.LeadsAsync(who, it))
            return new(ShiftRefusal.OtherGroup);
        if (it.CancelledAt is not null)
            return new(ShiftRefusal.AlreadyCancelled, it);
        return new(it.EndsAt > Now ? ShiftRefusal.None : ShiftRefusal.AlreadyOver, it);
    }

    // Who speaks for the first time gets an id: facts name people by it.
    private Task KnowAsync(Actor who) => who.Person.Id == 0 ? db.SaveChangesAsync() : Task.CompletedTask;

    private ShiftRefusal Fault(ShiftDraft draft) =>
        WhereFault(draft) is var fault and not ShiftRefusal.None ? fault
        : draft.StartsAt <= Now || draft.StartsAt > Now + Farthest ? ShiftRefusal.BadStart
        : draft.EndsAt <= draft.StartsAt || draft.EndsAt > draft.StartsAt.AddHours(24) ? ShiftRefusal.BadEnd
        : ShiftRefusal.None;

    private static ShiftRefusal WhereFault(ShiftDraft draft) =>
        Folded.Key(draft.Place).Length == 0 ? ShiftRefusal.NoPlace
        : draft.People is < 1 or > MostPeople ? ShiftRefusal.BadPeople
        : ShiftRefusal.None;
}

/// <summary>Who leads a shift: the one named, the lead of its team, and the organisers of its group.</summary>
public static class Leading
{
    public static async Task<bool> LeadsAsync(this Db db, Actor who, Shift it) =>
        it.Lead == who.Person
        || (who.Person.Id != 0 && (it.LeadId == who.Person.Id || it.Team?.LeadId == who.Person.Id))
        || await db.OrganisesAsync(who, it.Group);

    /// <summary>Whether they may make shifts in this group: its organisers, and who leads one of its teams.</summary>
    public static async Task<bool> LeadsAnyAsync(this Db db, Actor who, Group group) =>
        await db.OrganisesAsync(who, group)
        || await db.Teams.Standing().AnyAsync(team => team.GroupId == group.Id && team.LeadId == who.Person.Id);
}
