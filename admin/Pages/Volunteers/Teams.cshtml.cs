using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Volunteers;

namespace MutualAid.Admin.Pages;

/// <summary>The teams: who leads them, who goes with them.</summary>
public sealed class TeamsModel(Office office) : ConsolePage(office)
{
    public Listed<Team> Rows { get; private set; } = null!;

    /// <summary>The people of the groups whose teams are shown, for a choice.</summary>
    public ILookup<long, (long Id, string Name)> People { get; private set; } = Array.Empty<long>().ToLookup(it => it, it => (it, ""));

    public Task OnGetAsync(int? page) => ReadAsync(page);

    public Task<IActionResult> OnPostAddAsync(long id, long person) =>
        DoAsync(id, person, (desk, actor, team, who) => desk.NameAsync(actor, team.Name, null, [who]), "shifts.made.added");

    public Task<IActionResult> OnPostDropAsync(long id, long person) =>
        DoAsync(id, person, (desk, actor, team, who) => desk.DropAsync(actor, team.Name, [who]), "shifts.made.dropped");

    private async Task<IActionResult> DoAsync(
        long id,
        long person,
        Func<VolunteerDesk, Core.Groups.Actor, Team, Core.People.Person, Task<(ShiftRefusal Refusal, Team? Team)>> act,
        string done
    )
    {
        var name = await ActAsync(async sight =>
        {
            if (
                await sight
                    .Teams.Include(it => it.Group)
                    .Include(it => it.Members)
                        .ThenInclude(it => it.Person)
                    .FirstOrDefaultAsync(it => it.Id == id, Stop)
                is not { } team
            )
                return null;
            var who = team.Members.Find(it => it.PersonId == person)?.Person ?? (await sight.MemberAsync(team.Group, person))?.Person;
            if (who is null)
                return null;
            var (refusal, _) = await act(sight.Desk<VolunteerDesk>(), await sight.ActorAsync(team.Group), team, who);
            return refusal == ShiftRefusal.None ? team.Name : null;
        });
        return name is null ? NotFound() : Tell("/volunteers/teams", done, name);
    }

    private Task<bool> ReadAsync(int? page) =>
        LookAsync(async sight =>
        {
            Rows = await sight
                .Teams.Include(it => it.Group)
                .Include(it => it.Lead)
                .Include(it => it.Members.Where(member => member.LeftAt == null))
                    .ThenInclude(it => it.Person)
                .OrderBy(it => it.GroupId)
                .ThenBy(it => it.Id)
                .AsSplitQuery()
                .PageAsync(page, Stop);
            var groups = Rows.Rows.Select(it => it.GroupId).Distinct().ToList();
            var people = await sight
                .Members.Where(it => groups.Contains(it.GroupId) && it.LeftAt == null)
                .OrderBy(it => it.Person.Name)
                .Take(1000)
                .Select(it => new
                {
                    it.GroupId,
                    it.PersonId,
                    it.Person.Name,
                })
                .ToListAsync(Stop);
            People = people.ToLookup(it => it.GroupId, it => (it.PersonId, it.Name));
            return true;
        });
}
