using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Groups;
using MutualAid.Core.Volunteers;

namespace MutualAid.Admin.Pages;

/// <summary>A new shift; its card appears in the group in the same commit.</summary>
public sealed class NewShiftModel(Office office) : ConsolePage(office)
{
    private const int MostTeams = 200;

    /// <summary>What was typed of a shift.</summary>
    public sealed record ShiftForm(long? Group, string? Place, string? Starts, string? Ends, string? People, string? Skill, long? Team);

    public ShiftForm Form { get; private set; } = new(null, null, null, null, null, null, null);

    public IReadOnlyList<(long Id, string Title)> Groups { get; private set; } = [];

    public IReadOnlyList<(long Id, string Name)> Teams { get; private set; } = [];

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
            return Tell($"/shifts/{made.Number}", "shifts.made.new", made.Place);
        Wrong(FieldOf(result.Refusal), "shifts.refused." + result.Refusal);
        await ReadAsync();
        return Again();
    }

    private async Task<ShiftResult> MakeAsync(Sight sight, ShiftForm form)
    {
        if (await sight.Groups.FirstOrDefaultAsync(it => it.Id == form.Group && it.InactiveAt == null, Stop) is not { } group)
            return new(ShiftRefusal.OtherGroup);
        if (Typed.Local(form.Starts) is not { } starts)
            return new(ShiftRefusal.BadStart);
        if (Typed.Local(form.Ends) is not { } ends)
            return new(ShiftRefusal.BadEnd);
        var team = form.Team is { } id
            ? await sight
                .Teams.Include(it => it.Lead)
                .Include(it => it.Members)
                    .ThenInclude(it => it.Person)
                .FirstOrDefaultAsync(it => it.Id == id && it.GroupId == group.Id, Stop)
            : null;
        if (form.Team is not null && team is null)
            return new(ShiftRefusal.NoSuchTeam);
        var draft = new ShiftDraft(Typed.Words(form.Place) ?? "", group.ToUtc(starts), group.ToUtc(ends), Typed.Number(form.People) ?? 0)
        {
            Skill = Typed.Words(form.Skill),
            Team = team,
        };
        var made = await sight.Desk<ShiftDesk>().MakeAsync(await sight.ActorAsync(group), draft);
        if (made is { Done: true, Shift: { } it })
            await Office.Host.ShowAsync(sight.Rows, it, ShiftNews.Made, [], Caller.Name);
        return made;
    }

    private static string FieldOf(ShiftRefusal refusal) =>
        refusal switch
        {
            ShiftRefusal.OtherGroup => "group",
            ShiftRefusal.BadStart => "starts",
            ShiftRefusal.BadEnd => "ends",
            ShiftRefusal.BadPeople => "needed",
            ShiftRefusal.NoSuchTeam => "team",
            _ => "place",
        };

    private Task<bool> ReadAsync() =>
        LookAsync(async sight =>
        {
            Groups = await sight.ChoicesAsync(Stop);
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
