using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Communities;
using MutualAid.Core.Imports;

namespace MutualAid.Admin.Imports;

/// <summary>Communities, which all groups share.</summary>
internal sealed class CommunityIntake(Sight sight, CancellationToken stop) : Intake(sight, stop)
{
    public override async Task<IReadOnlyList<Known>> KnownAsync()
    {
        var rows = await Sight.Communities.AsNoTracking().Include(it => it.Aliases).OrderBy(it => it.Id).ToListAsync(Stop);
        return rows.ConvertAll(it => new Known(
            it.Id,
            Facts(
                ("name", it.Name),
                ("aliases", string.Join('、', it.Aliases.OrderBy(alias => alias.Id).Select(alias => alias.Name))),
                ("district", it.District),
                ("contact", it.Contact),
                ("dropOff", it.DropOff)
            )
        ));
    }

    protected override async Task<Func<long>?> TakeAsync(PlanLine line)
    {
        var (row, desk) = (line.Row, Sight.Desk<CommunityDesk>());
        var community = await desk.NamedAsync(line.Known is { Facts: var known } ? known["name"] : row["name"]!);
        var refusal = await desk.CorrectAsync(
            community,
            community.Name,
            row["contact"] ?? community.Contact,
            row["dropOff"] ?? community.DropOff
        );
        if (refusal != CommunityRefusal.None)
            return null;
        CommunityDesk.TellDistrict(community, row["district"] ?? community.District);
        foreach (var alias in row["aliases"]?.Split('、') ?? [])
        {
            // Names are looked up among the rows: the new community has to be one of them.
            Sight.Rows.ChangeTracker.DetectChanges();
            await Sight.Rows.SaveChangesAsync(Stop);
            if (await desk.AddAliasAsync(community, alias) != CommunityRefusal.None)
                return null;
        }

        return () => community.Id;
    }
}
