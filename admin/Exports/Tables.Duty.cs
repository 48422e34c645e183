using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Volunteers;

namespace MutualAid.Admin.Exports;

/// <summary>What those who lead volunteers take away.</summary>
public sealed partial class Tables
{
    private async Task<Sheet> VolunteersAsync()
    {
        var chosen = In(sight.Volunteers.Where(it => it.LeftAt == null), it => it.JoinedAt, null);
        if (span.Group is { } group)
            chosen = chosen.Where(it =>
                sight.Members.Any(member => member.GroupId == group && member.PersonId == it.PersonId && member.LeftAt == null)
            );
        var rows = await chosen
            .OrderBy(it => it.Person.Name)
            .ThenBy(it => it.Id)
            .Take(MostRows)
            .Include(it => it.Person.Community)
            .Include(it => it.Skills)
            .AsSplitQuery()
            .ToListAsync(stop);
        var teams = (
            await sight
                .Teams.SelectMany(it => it.Members)
                .Where(it => it.LeftAt == null)
                .Select(it => new { it.PersonId, it.Team.Name })
                .ToListAsync(stop)
        ).ToLookup(it => it.PersonId, it => it.Name);
        return Make(
            "volunteers",
            rows.ConvertAll<IReadOnlyList<object?>>(it =>
                [
                    it.Person.Name,
                    it.Person.Community?.Name,
                    Joined(it.Skills.OrderBy(skill => skill.Id).Select(skill => skill.Name)),
                    it.Area,
                    it.FreeText,
                    Joined(teams[it.PersonId].Distinct(StringComparer.Ordinal)),
                    it.Note,
                    t.Sortable(it.JoinedAt),
                ]
            ),
            "person",
            "community.of",
            "skills",
            "area",
            "free",
            "teams",
            "note",
            "joined"
        );
    }

    private async Task<Sheet> ShiftsAsync()
    {
        var rows = await In(sight.Shifts, it => it.StartsAt, it => it.GroupId)
            .OrderBy(it => it.StartsAt)
            .ThenBy(it => it.Id)
            .Take(MostRows)
            .Include(it => it.Group)
            .Include(it => it.Team)
            .Include(it => it.Lead)
            .Include(it => it.Assignments)
                .ThenInclude(it => it.Person)
            .AsSplitQuery()
            .ToListAsync(stop);
        return Make(
            "shifts",
            rows.ConvertAll<IReadOnlyList<object?>>(it =>
                [
                    it.Number,
                    it.Place,
                    it.Skill,
                    t.Sortable(it.StartsAt),
                    t.Sortable(it.EndsAt),
                    it.Group.Title,
                    it.Team?.Name,
                    it.Lead.Name,
                    it.People,
                    Joined(
                        it.Assignments.Where(each => each.LeftAt is null).OrderBy(each => each.Position).Select(each => each.Person.Name)
                    ),
                    it.CancelledAt is { } at ? t.Sortable(at) : null,
                ]
            ),
            "number",
            "post",
            "skills",
            "starts",
            "ends",
            "group",
            "teams",
            "lead",
            "wanted",
            "going",
            "cancelled"
        );
    }

    private async Task<Sheet> HoursAsync()
    {
        var rows = await In(sight.Hours.Current(), it => it.From, it => it.Assignment.Shift.GroupId)
            .OrderBy(it => it.From)
            .ThenBy(it => it.Id)
            .Take(MostRows)
            .Select(it => new
            {
                Person = it.Assignment.Person.Name,
                it.Assignment.Shift.Number,
                it.Assignment.Shift.Place,
                Group = it.Assignment.Shift.Group.Title,
                it.From,
                it.To,
                it.NotedById,
            })
            .ToListAsync(stop);
        return Make(
            "hours",
            rows.ConvertAll<IReadOnlyList<object?>>(it =>
                [
                    it.Person,
                    it.Number,
                    it.Place,
                    it.Group,
                    t.Sortable(it.From),
                    t.Sortable(it.To),
                    decimal.Round((decimal)(it.To - it.From).TotalMinutes / 60, 2),
                    t.Plain(it.NotedById is null ? "exports.hours.waiting" : "exports.hours.confirmed"),
                ]
            ),
            "person",
            "number",
            "post",
            "group",
            "starts",
            "ends",
            "hours",
            "state"
        );
    }
}
