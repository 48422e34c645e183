using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Volunteers;

namespace MutualAid.Admin.Pages;

/// <summary>The rota as a list: what comes, and where somebody is missing.</summary>
public sealed class ShiftsModel(Office office) : ConsolePage(office)
{
    public static readonly IReadOnlyList<string> States = ["coming", "gaps", "past", "cancelled"];

    public sealed record ShiftRow(
        int Number,
        string Place,
        string? Skill,
        string? Team,
        string Lead,
        string Group,
        string Zone,
        string Channel,
        DateTime StartsAt,
        DateTime EndsAt,
        int People,
        int On,
        int Unconfirmed
    )
    {
        public int Gap => Math.Max(0, People - On);
    }

    public string State { get; private set; } = States[0];

    public long? Group { get; private set; }

    public IReadOnlyList<(long Id, string Title)> Groups { get; private set; } = [];

    public Listed<ShiftRow> Rows { get; private set; } = null!;

    /// <summary>How many are to be called, by the number of the shift.</summary>
    public IReadOnlyDictionary<int, int> Calls { get; private set; } = new Dictionary<int, int>();

    public bool MayMake => !Caller.For([ConsoleRole.Organiser]).IsEmpty;

    public Task OnGetAsync(string? state, long? group, int? page) =>
        LookAsync(async sight =>
        {
            (State, Group) = (state is not null && States.Contains(state) ? state : States[0], group);
            Groups = await sight.ChoicesAsync(Stop);
            Rows = await Chosen(sight.Shifts, sight.Now)
                .Select(it => new ShiftRow(
                    it.Number,
                    it.Place,
                    it.Skill,
                    it.Team == null ? null : it.Team.Name,
                    it.Lead.Name,
                    it.Group.Title,
                    it.Group.TimeZone,
                    it.Group.Channel,
                    it.StartsAt,
                    it.EndsAt,
                    it.People,
                    it.Assignments.Count(place => place.LeftAt == null),
                    it.Assignments.Count(place => place.Hours.Any(entry => entry.ReplacedBy == null && entry.NotedById == null))
                ))
                .PageAsync(page, Stop);
            if (MayMake && Rows.Rows.Count > 0 && State is "coming" or "gaps" or "cancelled")
                Calls = await CallsAsync(sight);
            return true;
        });

    private async Task<IReadOnlyDictionary<int, int>> CallsAsync(Sight sight)
    {
        var numbers = Rows.Rows.Select(it => it.Number).ToList();
        var shown = sight.ShiftsLed.Where(it => numbers.Contains(it.Number));
        return (await sight.CallsAsync(shown, Rows.Rows.Select(it => it.Channel), Stop)).ToDictionary(it => it.Number, it => it.People);
    }

    public string With(string state) =>
        Group is { } group
            ? QueryHelpers.AddQueryString($"/shifts?state={state}", "group", group.ToString(CultureInfo.InvariantCulture))
            : $"/shifts?state={state}";

    private IQueryable<Shift> Chosen(IQueryable<Shift> shifts, DateTime now)
    {
        if (Group is { } group)
            shifts = shifts.OfGroup(group);
        return State switch
        {
            "gaps" => shifts.Coming(now).Lacking().SoonestFirst(),
            "past" => shifts
                .Where(it => it.CancelledAt == null && it.EndsAt <= now)
                .OrderByDescending(it => it.StartsAt)
                .ThenByDescending(it => it.Number),
            "cancelled" => shifts
                .Where(it => it.CancelledAt != null)
                .OrderByDescending(it => it.StartsAt)
                .ThenByDescending(it => it.Number),
            _ => shifts.Coming(now).SoonestFirst(),
        };
    }
}
