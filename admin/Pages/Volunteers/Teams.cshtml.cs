using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Volunteers;

namespace MutualAid.Admin.Pages;

/// <summary>The teams: who leads them, who goes with them.</summary>
public sealed class TeamsModel(Office office) : ConsolePage(office)
{
    public Listed<Team> Rows { get; private set; } = null!;

    /// <summary>Those who go with who leads it.</summary>
    public static IReadOnlyList<string> Beside(Team team) =>
        [.. team.Members.Where(it => it.PersonId != team.LeadId).Select(it => it.Person.Name)];

    public Task OnGetAsync(int? page) =>
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
            return true;
        });
}
