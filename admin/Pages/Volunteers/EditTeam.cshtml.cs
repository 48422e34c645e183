using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Volunteers;

namespace MutualAid.Admin.Pages;

/// <summary>One team: its name, who leads it, who goes with it, and its end.</summary>
public sealed class TeamModel(Office office) : ConsolePage(office)
{
    private const string Teams = "/volunteers/teams";

    public Team Team { get; private set; } = null!;

    public TeamForm Form { get; private set; } = new(null, null, null);

    public IReadOnlyList<Hand> People { get; private set; } = [];

    public long Seen { get; private set; }

    public static string Card(Team it) => string.Create(CultureInfo.InvariantCulture, $"team:{it.Id}");

    public async Task<IActionResult> OnGetAsync(long id)
    {
        if (!await ReadAsync(id))
            return NotFound();
        Form = TeamForm.Of(Team);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, TeamForm form, long seen)
    {
        Form = form;
        var isClash = false;
        var (refusal, step) = await ActAsync(async sight =>
        {
            if (await sight.TeamAsync(id) is not { } team)
                return (ShiftRefusal.NoSuchTeam, 0L);
            Team = team;
            isClash = IsChanged(seen, TeamForm.StampOf(team), Beside(form, team, await sight.NamesAsync(form.Ticked, Stop)));
            if (isClash)
                return (ShiftRefusal.None, 0);
            var done = await form.SetAsync(sight, team.Group, team);
            return (done.Refusal, done.Refusal == ShiftRefusal.None ? await StepAsync(sight, team) : 0);
        });
        if (refusal == ShiftRefusal.NoSuchTeam)
            return NotFound();
        if (refusal == ShiftRefusal.None && !isClash)
            return TellUndoable(Teams, "shifts.teams.changed", TeamForm.Told(Team, Words), $"{Teams}/{id}?handler=undo", step);
        if (refusal != ShiftRefusal.None)
            Wrong(TeamForm.FieldOf(refusal), "shifts.refused." + refusal);
        await ReadAsync(id);
        return isClash ? Clashed() : Again();
    }

    public async Task<IActionResult> OnPostDissolveAsync(long id)
    {
        var (name, step) = await ActAsync(async sight =>
        {
            if (await sight.TeamAsync(id) is not { } team)
                return ((string?)null, 0L);
            sight.Desk<VolunteerDesk>().Dissolve(await sight.ActorAsync(team.Group), team);
            return (team.Name, await StepAsync(sight, team));
        });
        return name is null ? NotFound() : TellUndoable(Teams, "shifts.teams.dissolved", name, $"{Teams}/{id}?handler=undo", step);
    }

    public async Task<IActionResult> OnPostUndoAsync(long id, long step)
    {
        var isUndone = await ActAsync(async sight =>
            await sight.EveryTeam.FirstOrDefaultAsync(it => it.Id == id, Stop) is { } team
                ? await Office.Host.TakeBackAsync(sight.Rows, Card(team), step, Caller.Person)
                : (bool?)null
        );
        return isUndone is { } undone ? Tell(Teams, undone ? "shifts.teams.undone" : "made.notUndone") : NotFound();
    }

    private Task<long> StepAsync(Sight sight, Team team) => Office.Host.StepAsync(sight.Rows, Card(team), Caller.Person);

    private TwoVersions[] Beside(TeamForm mine, Team theirs, IReadOnlyDictionary<long, string> names) =>
        [
            new("shifts.teams.name", theirs.Name, mine.Name),
            new(
                "shifts.teams.members",
                Named(theirs.Members.Where(it => it.LeftAt is null).Select(it => it.Person.Name)),
                Named(mine.Ticked.Select(it => names.GetValueOrDefault(it, "")))
            ),
        ];

    private string Named(IEnumerable<string> names) => string.Join(Words.Plain("and"), names.Order(StringComparer.Ordinal));

    private Task<bool> ReadAsync(long id) =>
        LookAsync(async sight =>
        {
            if (await sight.TeamAsync(id) is not { } team)
                return false;
            (Team, Seen) = (team, TeamForm.StampOf(team));
            People = Beside(await sight.HandsAsync(team.Group, Stop), team);
            return true;
        });

    // Who left the group is still of the team, and may lead it, until somebody takes them off.
    private static IReadOnlyList<Hand> Beside(IReadOnlyList<Hand> hands, Team team) =>
        [
            .. hands,
            .. team
                .Members.Where(it => it.LeftAt is null)
                .Select(it => it.Person)
                .Append(team.Lead)
                .DistinctBy(it => it.Id)
                .Where(it => !hands.Any(hand => hand.Id == it.Id))
                .Select(it => new Hand(it.Id, it.Name, false, [], false, false)),
        ];
}
