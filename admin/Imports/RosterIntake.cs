using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Communities;
using MutualAid.Core.Groups;
using MutualAid.Core.Imports;
using MutualAid.Core.Language;
using MutualAid.Core.Volunteers;

namespace MutualAid.Admin.Imports;

/// <summary>A roster of volunteers, into one group.</summary>
internal sealed class RosterIntake(Sight sight, Group group, CancellationToken stop) : Intake(sight, stop)
{
    private readonly Dictionary<string, Community> communities = new(StringComparer.Ordinal);

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
        var (here, known) = (members.Select(it => it.PersonId).ToHashSet(), listed.Select(it => it.PersonId).ToHashSet());
        return
        [
            .. listed.Select(it => Listed(it, here.Contains(it.PersonId))),
            .. members
                .Where(it => !known.Contains(it.PersonId))
                .Select(it => new Known(
                    it.PersonId,
                    Facts(("name", it.Name), ("community", it.Community), ("communityId", Text(it.CommunityId)), ("member", "1"))
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
        foreach (var name in rows.Select(it => it["community"]).OfType<string>().Distinct(StringComparer.Ordinal))
            names[name] = (await Sight.CalledAsync(name))?.Name;
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

    protected override async Task<Func<long>?> TakeAsync(PlanLine line)
    {
        var row = line.Row;
        var person = line.Known is { Id: var id } ? await Sight.People.FirstAsync(it => it.Id == id, Stop) : null;
        var known = line.Known?.Facts.GetValueOrDefault("skills");
        var words = new VolunteerWords(Words(row["skills"]).Length == 0 ? [] : [.. Words(known).Concat(Words(row["skills"]))])
        {
            Area = row["area"],
            Contact = row["phone"],
            FreeText = row["free"],
            FreeSlots = row["free"] is { } free ? FreeTimes.Read(free).Slots : 0,
        };
        var enlisted = await Sight
            .Desk<VolunteerDesk>()
            .EnlistAsync(group, person, row["name"]!, await CommunityAsync(row["community"]), words);
        return () => enlisted.Id;
    }

    private static string[] Words(string? list) => string.IsNullOrEmpty(list) ? [] : list.Split('、');

    private async Task<Community?> CommunityAsync(string? name)
    {
        if (name is null)
            return null;
        if (!communities.TryGetValue(name, out var community))
            communities[name] = community = await Sight.Desk<CommunityDesk>().NamedAsync(name);
        return community;
    }

    private static Known Listed(Volunteer it, bool isHere) =>
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
