using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Volunteers;

namespace MutualAid.Admin.Pages;

/// <summary>A new team of a group, by the desk that /team in its chat uses.</summary>
public sealed class NewTeamModel(Office office) : ConsolePage(office)
{
    public TeamForm Form { get; private set; } = new(null, null, null);

    public IReadOnlyList<(long Id, string Title)> Groups { get; private set; } = [];

    /// <summary>Null: of several one is to be chosen first.</summary>
    public long? Group { get; private set; }

    public IReadOnlyList<Hand> People { get; private set; } = [];

    public async Task OnGetAsync(long? group) => await ReadAsync(group ?? await LastGroupAsync());

    public async Task<IActionResult> OnPostAsync([FromQuery] long? group, TeamForm form)
    {
        Form = form;
        var step = 0L;
        var (refusal, team) = await ActAsync(async sight =>
        {
            if (await sight.Groups.FirstOrDefaultAsync(it => it.Id == group && it.InactiveAt == null, Stop) is not { } home)
                return (ShiftRefusal.OtherGroup, (Team?)null);
            var made = await form.SetAsync(sight, home, null);
            if (made.Refusal == ShiftRefusal.None)
                step = await Office.Host.StepAsync(sight.Rows, TeamModel.Card(made.Team!), Caller.Person);
            return made;
        });
        if (refusal == ShiftRefusal.None && team is not null)
        {
            await RememberGroupAsync(group);
            var told = TeamForm.Told(team, Words);
            return TellUndoable("/volunteers/teams", "shifts.teams.made", told, $"/volunteers/teams/{team.Id}?handler=undo", step);
        }

        Wrong(TeamForm.FieldOf(refusal), "shifts.refused." + refusal);
        await ReadAsync(group);
        return Again();
    }

    private Task<bool> ReadAsync(long? group) =>
        LookAsync(async sight =>
        {
            Groups = await sight.OpenChoicesAsync(Stop);
            Group = Groups.Count == 1 ? Groups[0].Id : group;
            if (Group is { } id && await sight.Groups.FirstOrDefaultAsync(it => it.Id == id && it.InactiveAt == null, Stop) is { } home)
                People = await sight.HandsAsync(home, Stop);
            else
                Group = null;
            return true;
        });
}
