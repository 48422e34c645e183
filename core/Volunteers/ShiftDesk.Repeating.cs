using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Groups;
using MutualAid.Core.Schedule;

namespace MutualAid.Core.Volunteers;

public sealed partial class ShiftDesk
{
    /// <summary>What a rule makes each time; it stands in its detail.</summary>
    private sealed record Again(string Place, int People, int Minutes, string? Skill, long? TeamId, long LeadId, long MadeById);

    /// <summary>A shift that comes again and again: its first is made at once, each further one when the one before begins.</summary>
    public async Task<ShiftResult> RepeatAsync(Actor who, ShiftDraft draft, RepeatRule rule, string? sourceMessage = null)
    {
        if (who.Group is not { } group || !await db.LeadsAnyAsync(who, group))
            return new(ShiftRefusal.NotLead);
        if (Fault(draft) is var fault and not ShiftRefusal.None)
            return new(fault);
        var lead = draft.Lead ?? draft.Team?.Lead ?? who.Person;
        // The people of the rule need their ids.
        await db.SaveChangesAsync();
        var again = new Again(
            draft.Place,
            draft.People,
            (int)(draft.EndsAt - draft.StartsAt).TotalMinutes,
            draft.Skill,
            draft.Team?.Id,
            lead.Id,
            who.Person.Id
        );
        (rule.Kind, rule.Group, rule.Detail) = (ShiftDue.Repeat, group, JsonSerializer.Serialize(again));
        await schedule.RepeatAsync(rule);
        return new(ShiftRefusal.None, await AddAsync(group, who.Person, draft with { Rule = rule }, sourceMessage));
    }

    /// <summary>A shift of the rule begins: the next one is made, and shown outside of the quiet hours.</summary>
    public async Task<Shift?> RepeatAsync(DueRow occurrence)
    {
        if (occurrence is not { RuleId: { } id, Group: { } group } || await db.Rules.FindAsync(id) is not { EndedAt: null } rule)
            return null;
        var again = JsonSerializer.Deserialize<Again>(rule.Detail!)!;
        var start = rule.Instant(rule.NextAfter(group.LocalDate(occurrence.At)));
        var draft = new ShiftDraft(again.Place, start, start.AddMinutes(again.Minutes), again.People)
        {
            Skill = again.Skill,
            Team = await db
                .Teams.Include(team => team.Members)
                    .ThenInclude(member => member.Person)
                .FirstOrDefaultAsync(team => team.Id == again.TeamId && team.DissolvedAt == null),
            Lead = await db.People.FindAsync(again.LeadId),
            Rule = rule,
        };
        var made = await AddAsync(group, (await db.People.FindAsync(again.MadeById))!, draft, sourceMessage: null);
        await plan.ShowAsync(made);
        return made;
    }
}
