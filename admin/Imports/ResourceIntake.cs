using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Groups;
using MutualAid.Core.Imports;
using MutualAid.Core.Supplies;

namespace MutualAid.Admin.Imports;

/// <summary>What people and organisations can give or lend, each row one offer of one group.</summary>
internal sealed class ResourceIntake(Sight sight, Group group, CancellationToken stop) : Intake(sight, stop)
{
    public override async Task<IReadOnlyList<Known>> KnownAsync()
    {
        var rows = await Sight
            .Offers.AsNoTracking()
            .OfGroup(group.Id)
            .Include(it => it.OfferedBy)
            .Include(it => it.Lines)
            .AsSplitQuery()
            .OrderBy(it => it.Id)
            .ToListAsync(Stop);
        return rows.ConvertAll(Of);
    }

    protected override async Task<IReadOnlyList<Func<long>?>> TakeAsync(IReadOnlyList<PlanLine> lines)
    {
        var (who, desk) = (await Sight.ActorAsync(group), Sight.Desk<OfferDesk>());
        var known = lines.Select(it => it.Known?.Id ?? 0).Where(id => id > 0).ToList();
        var offers = await Sight
            .Offers.Where(it => EF.Parameter(known).Contains(it.Id))
            .Include(it => it.Lines)
            .ToDictionaryAsync(it => it.Id, Stop);
        var taken = new List<Func<long>?>(lines.Count);
        foreach (var line in lines)
        {
            var result = line.Known is { Id: var id }
                ? desk.Correct(offers[id], who, Words(line))
                : await desk.OfferAsync(who, Words(line));
            taken.Add(result is { Refusal: SupplyRefusal.None, Offer: { } offer } ? () => offer.Id : null);
        }

        return taken;
    }

    private static OfferWords Words(PlanLine line)
    {
        var (row, known) = (line.Row, line.Known);
        // Goods are written anew only where they differ; what the list leaves out of them stays.
        var facts = new Dictionary<string, string>(known?.Facts ?? row.Facts, StringComparer.Ordinal);
        foreach (var (key, said) in row.Facts)
            facts[key] = said;
        var isSame = known is not null && !line.Changes.Any(it => it is "item" or "quantity" or "unit");
        return new(isSame ? [] : Goodslines.Of(facts))
        {
            Provider = row["who"],
            Kind = row["kind"] is { } kind ? Enum.Parse<ResourceKind>(kind) : null,
            GivenBy = row["givenBy"] is { } giver ? Enum.Parse<GiverKind>(giver) : null,
            Place = row["place"],
            Contact = row["phone"],
        };
    }

    private static Known Of(Offer it)
    {
        var lines = it
            .Lines.OrderBy(line => line.Position)
            .Select(line => new Core.Language.Item(line.Item, line.Quantity, line.Unit))
            .ToList();
        var one = lines is [var only] ? only : null;
        return new Known(
            it.Id,
            Facts(
                ("who", it.Provider ?? it.OfferedBy.Name),
                ("item", one?.Name ?? Goodslines.Write(lines)),
                ("quantity", one?.Quantity is { } number ? number.ToString("0.###", CultureInfo.InvariantCulture) : null),
                ("unit", one?.Unit),
                ("kind", it.Kind.ToString()),
                ("givenBy", it.GivenBy?.ToString()),
                ("place", it.Place),
                ("phone", it.Contact),
                ("provider", it.Provider),
                ("version", it.Version.ToString(CultureInfo.InvariantCulture))
            )
        )
        {
            HasLeft = it.WithdrawnAt is not null,
        };
    }
}
