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

    protected override async Task<IReadOnlyList<Func<long>?>> TakeAsync(IReadOnlyList<PlanLine> lines)
    {
        var listed = await Sight.Desk<CommunityDesk>().ListAsync([.. lines.Select(Words)]);
        return [.. listed.Select(it => it is null ? null : (Func<long>)(() => it.Id))];
    }

    private static CommunityWords Words(PlanLine line) =>
        new(line.Known is { Facts: var known } ? known["name"] : line.Row["name"]!, line.Row["aliases"]?.Split('、') ?? [])
        {
            Contact = line.Row["contact"],
            DropOff = line.Row["dropOff"],
            District = line.Row["district"],
        };
}
