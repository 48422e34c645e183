using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Communities;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Imports;
using MutualAid.Core.Language;
using MutualAid.Core.Volunteers;

namespace MutualAid.Admin.Imports;

/// <summary>A roster of volunteers, into one group.</summary>
internal sealed class RosterIntake(Sight sight, Group group, CancellationToken stop) : Intake(sight, stop)
{
    public override async Task<IReadOnlyList<Known>> KnownAsync()
    {
        var listed = await Sight
            .Volunteers.AsNoTracking()
            .Where(it => it.Person.ErasedAt == null)
            .Include(it => it.Skills)
            .Include(it => it.Person.Community)
            .AsSplitQuery()
            .ToListAsync(Stop);
        var members = await Sight
            .Members.Where(it => it.GroupId == group.Id && it.LeftAt == null)
            .Select(it => new
            {
                it.PersonId,
                it.Person.Name,
                it.Person.CommunityId,
                Community = it.Person.Community!.Name,
            })
            .ToListAsync(Stop);
        var teams = await TeamsAsync();
        var (here, known) = (members.Select(it => it.PersonId).ToHashSet(), listed.Select(it => it.PersonId).ToHashSet());
        return
        [
            .. listed.Select(it => Listed(it, here.Contains(it.PersonId), teams[it.PersonId])),
            .. members
                .Where(it => !known.Contains(it.PersonId))
                .Select(it => new Known(
                    it.PersonId,
                    Facts(
                        ("name", it.Name),
                        ("community", it.Community),
                        ("communityId", Text(it.CommunityId)),
                        ("team", string.Join('\n', teams[it.PersonId])),
                        ("member", "1")
                    )
                )
                {
                    IsListed = false,
                }),
        ];
    }

    /// <summary>杏花台 is 杏花台社区 where it goes by both names.</summary>
    public override async Task<IReadOnlyList<SheetRow>> PrepareAsync(IReadOnlyList<SheetRow> rows)
    {
        var names = new Dictionary<string, string?>(StringComparer.Ordinal);
        var called = await Sight.CalledAsync();
        foreach (var name in rows.Select(it => it["community"]).OfType<string>().Distinct(StringComparer.Ordinal))
            names[name] = called.GetValueOrDefault(Folded.Key(name))?.Name;
        return
        [
            .. rows.Select(it =>
                it["community"] is { } said && names[said] is { } name
                    ? it with
                    {
                        Facts = new Dictionary<string, string>(it.Facts, StringComparer.Ordinal) { ["community"] = name },
                    }
                    : it
            ),
        ];
    }

    protected override async Task<IReadOnlyList<Func<long>?>> TakeAsync(IReadOnlyList<PlanLine> lines)
    {
        var known = lines.Select(it => it.Known?.Id ?? 0).Where(id => id > 0).ToList();
        var people = await Sight.People.Where(it => EF.Parameter(known).Contains(it.Id)).ToDictionaryAsync(it => it.Id, Stop);
        var communities = await CommunitiesAsync(lines);
        var list = lines.Select(it => new Enlisting(
            it.Known is { Id: var id } ? people[id] : null,
            it.Row["name"]!,
            it.Row["community"] is { } name ? communities[name] : null,
            Words(it),
            it.Row["team"]
        ));
        var enlisted = await Sight.Desk<VolunteerDesk>().EnlistAsync(await Sight.ActorAsync(group), [.. list]);
        return [.. enlisted.Select(it => (Func<long>?)(() => it.Id))];
    }

    private async Task<IReadOnlyDictionary<string, Community>> CommunitiesAsync(IReadOnlyList<PlanLine> lines)
    {
        var (named, desk) = (new Dictionary<string, Community>(StringComparer.Ordinal), Sight.Desk<CommunityDesk>());
        foreach (var name in lines.Select(it => it.Row["community"]).OfType<string>().Distinct(StringComparer.Ordinal))
            named[name] = await desk.NamedAsync(name);
        return named;
    }

    private static VolunteerWords Words(PlanLine line)
    {
        var row = line.Row;
        var skills = Skills(row["skills"]);
        return new(skills.Length == 0 ? [] : [.. Skills(line.Known?.Facts.GetValueOrDefault("skills")).Concat(skills)])
        {
            Area = row["area"],
            Contact = row["phone"],
            Note = row["note"],
            FreeText = row["free"],
            FreeSlots = row["free"] is { } free ? FreeTimes.Read(free).Slots : 0,
        };
    }

    private static string[] Skills(string? list) => string.IsNullOrEmpty(list) ? [] : list.Split('、');

    private async Task<ILookup<long, string>> TeamsAsync()
    {
        var places = await Sight
            .Teams.Where(it => it.GroupId == group.Id)
            .SelectMany(it => it.Members)
            .Where(it => it.LeftAt == null)
            .OrderBy(it => it.Id)
            .Select(it => new { it.PersonId, it.Team.Name })
            .ToListAsync(Stop);
        return places.ToLookup(it => it.PersonId, it => it.Name);
    }

    private static Known Listed(Volunteer it, bool isHere, IEnumerable<string> teams) =>
        new(
            it.PersonId,
            Facts(
                ("name", it.Person.Name),
                ("phone", it.Contact),
                ("community", it.Person.Community?.Name),
                ("communityId", Text(it.Person.CommunityId)),
                ("skills", string.Join('、', it.Skills.OrderBy(skill => skill.Id).Select(skill => skill.Name))),
                ("area", it.Area),
                ("free", it.FreeText),
                ("team", string.Join('\n', teams)),
                ("note", it.Note),
                ("slots", it.FreeSlots.ToString(CultureInfo.InvariantCulture)),
                ("listed", "1"),
                ("member", isHere ? "1" : null)
            )
        )
        {
            IsListed = isHere,
            HasLeft = it.LeftAt is not null,
        };

    private static string? Text(long? id) => id?.ToString(CultureInfo.InvariantCulture);
}
