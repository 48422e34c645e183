using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Groups;
using MutualAid.Core.Volunteers;

namespace MutualAid.Admin.Pages;

/// <summary>A new shift; its card appears in the group in the same commit.</summary>
public sealed class NewShiftModel(Office office) : ConsolePage(office)
{
    /// <summary>So many stand side by side; of more one is picked from a list.</summary>
    public const int FewGroups = 5;

    private const int MostTeams = 200;

    public ShiftForm Form { get; private set; } = new();

    public IReadOnlyList<(long Id, string Title)> Groups { get; private set; } = [];

    /// <summary>The groups into which nothing goes out: they see no card.</summary>
    public IReadOnlySet<long> Off { get; private set; } = new HashSet<long>();

    public IReadOnlyList<(long Id, string Name)> Teams { get; private set; } = [];

    public IReadOnlyList<DateOnly> Days { get; private set; } = [];

    /// <summary>There is one at that place and time already: is another one meant?</summary>
    public Shift? Same { get; private set; }

    public async Task OnGetAsync(long? group)
    {
        Form = Form with { Group = group };
        await ReadAsync();
    }

    public async Task<IActionResult> OnPostAsync(ShiftForm form)
    {
        Form = form;
        var result = await ActAsync(sight => MakeAsync(sight, form));
        if (result is { Done: true, Shift: { } made })
            return Office.Host.SilenceOf(made.Group.Channel) == Silence.Off
                ? Tell($"/shifts/{made.Number}", "shifts.made.new.silent", made.Group.Title)
                : Tell($"/shifts/{made.Number}", "shifts.made.new", $"{made.Place} {Words.Time(made.StartsAt, made.Group.TimeZone)}");
        Same = result.Other;
        if (Same is null)
            Wrong(ShiftForm.FieldOf(result.Refusal), "shifts.refused." + result.Refusal);
        await ReadAsync();
        return Again();
    }

    private async Task<ShiftResult> MakeAsync(Sight sight, ShiftForm form)
    {
        if (await sight.Groups.FirstOrDefaultAsync(it => it.Id == form.Group && it.InactiveAt == null, Stop) is not { } group)
            return new(ShiftRefusal.OtherGroup);
        var (draft, refusal) = form.Read(group);
        if (draft is null)
            return new(refusal);
        var team = await TeamAsync(sight, form, group);
        if (form.Team is not null && team is null)
            return new(ShiftRefusal.NoSuchTeam);
        var desk = sight.Desk<ShiftDesk>();
        if (!form.Again && await desk.SameAsync(group, draft) is { } same)
            return new(ShiftRefusal.Conflict) { Other = same };
        var made = await desk.MakeAsync(await sight.ActorAsync(group), draft with { Team = team });
        if (made is { Done: true, Shift: { } it })
            await Office.Host.ShowAsync(sight.Rows, it, ShiftNews.Made, [], Caller.Name);
        return made;
    }

    private async Task<Team?> TeamAsync(Sight sight, ShiftForm form, Group group) =>
        form.Team is { } id
            ? await sight
                .Teams.Include(it => it.Lead)
                .Include(it => it.Members)
                    .ThenInclude(it => it.Person)
                .FirstOrDefaultAsync(it => it.Id == id && it.GroupId == group.Id, Stop)
            : null;

    private Task<bool> ReadAsync() =>
        LookAsync(async sight =>
        {
            Groups = await sight.OpenChoicesAsync(Stop);
            Off = await sight.SilentAsync(Stop);
            var today = Words.Today(sight.Now);
            Days = [today, today.AddDays(1)];
            var teams = await sight
                .Teams.OrderBy(it => it.Id)
                .Take(MostTeams)
                .Select(it => new
                {
                    it.Id,
                    it.Name,
                    Group = it.Group.Title,
                })
                .ToListAsync(Stop);
            Teams = teams.ConvertAll(it => (it.Id, $"{it.Name} · {it.Group}"));
            return true;
        });
}
