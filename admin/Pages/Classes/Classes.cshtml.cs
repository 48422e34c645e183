using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Classes;

namespace MutualAid.Admin.Pages;

/// <summary>The timetable: what comes, what was, what is called off.</summary>
public sealed class ClassesModel(Office office) : ConsolePage(office)
{
    public static readonly IReadOnlyList<string> States = ["coming", "past", "cancelled"];

    public sealed record ClassRow(
        int Number,
        string Title,
        string? Speaker,
        string Group,
        string Zone,
        DateTime StartsAt,
        DateTime EndsAt,
        int? Places,
        int Going,
        int Waiting,
        int Attended
    );

    public string State { get; private set; } = States[0];

    public long? Group { get; private set; }

    public IReadOnlyList<(long Id, string Title)> Groups { get; private set; } = [];

    public Listed<ClassRow> Rows { get; private set; } = null!;

    public DateTime Now { get; private set; }

    public bool MayMake => !Caller.For([ConsoleRole.Organiser]).IsEmpty;

    public Task OnGetAsync(string? state, long? group, int? page) =>
        LookAsync(async sight =>
        {
            State = state is not null && States.Contains(state) ? state : States[0];
            (Group, Now) = (group, sight.Now);
            Groups = await sight.ChoicesAsync(Stop);
            Rows = await Chosen(sight.Classes, sight.Now)
                .Select(it => new ClassRow(
                    it.Number,
                    it.Title,
                    it.Speaker,
                    it.Group.Title,
                    it.Group.TimeZone,
                    it.StartsAt,
                    it.EndsAt,
                    it.Places,
                    it.SignUps.Count(signUp => signUp.LeftAt == null && signUp.PlacedAt != null),
                    it.SignUps.Count(signUp => signUp.LeftAt == null && signUp.PlacedAt == null),
                    it.SignUps.Count(signUp => signUp.LeftAt == null && signUp.AttendedAt != null)
                ))
                .PageAsync(page, Stop);
            return true;
        });

    public string With(string state) =>
        Group is { } group
            ? QueryHelpers.AddQueryString($"/classes?state={state}", "group", group.ToString(CultureInfo.InvariantCulture))
            : $"/classes?state={state}";

    private IQueryable<Class> Chosen(IQueryable<Class> classes, DateTime now)
    {
        if (Group is { } group)
            classes = classes.OfGroup(group);
        return State switch
        {
            "past" => classes
                .Where(it => it.CancelledAt == null && it.EndsAt <= now)
                .OrderByDescending(it => it.StartsAt)
                .ThenByDescending(it => it.Number),
            "cancelled" => classes
                .Where(it => it.CancelledAt != null)
                .OrderByDescending(it => it.StartsAt)
                .ThenByDescending(it => it.Number),
            _ => classes.Coming(now).SoonestFirst(),
        };
    }
}
