using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Groups;
using MutualAid.Core.Imports;
using MutualAid.Core.Supplies;

namespace MutualAid.Admin.Imports;

/// <summary>Donations, each row one, into one group.</summary>
internal sealed class DonationIntake(Sight sight, Group group, CancellationToken stop) : Intake(sight, stop)
{
    private Actor? who;

    public override async Task<IReadOnlyList<Known>> KnownAsync()
    {
        var rows = await Sight
            .Donations.AsNoTracking()
            .Where(it => it.GroupId == group.Id)
            .Include(it => it.Lines)
            .Include(it => it.Donors)
            .AsSplitQuery()
            .OrderBy(it => it.Id)
            .ToListAsync(Stop);
        return [.. rows.SelectMany(it => it.Lines.OrderBy(line => line.Position).Select(line => Line(it, line)))];
    }

    protected override async Task<Func<long>?> TakeAsync(PlanLine line)
    {
        who ??= await Sight.ActorAsync(group);
        var (row, desk) = (line.Row, Sight.Desk<DonationDesk>());
        var cents = row["value"] is { } value ? (long)(decimal.Parse(value, CultureInfo.InvariantCulture) * 100) : (long?)null;
        if (line.Known is { Id: var id })
        {
            var number = await Sight.Donations.Where(it => it.Id == id).Select(it => it.Number).FirstAsync(Stop);
            return (await desk.ValueAsync(number, who, cents)).Refusal == SupplyRefusal.None ? () => id : null;
        }

        var donors = row["donor"]?.Split('、') ?? [];
        var date = DateOnly.ParseExact(row["date"]!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var result = await desk.NoteAsync(who, Goodslines.Of(row.Facts), donors, date);
        if (result.Donation is not { } made)
            return null;
        if (cents is not null)
            (made.ValueCents, made.ValuedById) = (cents, who.Person.Id);
        return () => made.Id;
    }

    private static Known Line(Donation it, DonationLine line) =>
        new(
            it.Id,
            Facts(
                ("date", it.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                ("donor", string.Join('、', it.Donors.OrderBy(donor => donor.Position).Select(donor => donor.Name))),
                ("item", line.Item),
                ("quantity", line.Quantity?.ToString("0.###", CultureInfo.InvariantCulture)),
                ("unit", line.Unit),
                ("value", it.ValueCents is { } cents ? (cents / 100m).ToString("0.##", CultureInfo.InvariantCulture) : null),
                ("valuedBy", it.ValuedById?.ToString(CultureInfo.InvariantCulture)),
                ("version", it.Version.ToString(CultureInfo.InvariantCulture))
            )
        )
        {
            // The value is that of the whole donation.
            Shared = it.Lines.Count > 1 ? ["value"] : [],
        };
}
