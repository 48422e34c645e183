using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Groups;
using MutualAid.Core.Imports;
using MutualAid.Core.Supplies;

namespace MutualAid.Admin.Imports;

/// <summary>Donations, each row one, into one group.</summary>
internal sealed class DonationIntake(Sight sight, Group group, CancellationToken stop) : Intake(sight, stop)
{
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

    protected override async Task<IReadOnlyList<Func<long>?>> TakeAsync(IReadOnlyList<PlanLine> lines)
    {
        var (who, desk) = (await Sight.ActorAsync(group), Sight.Desk<DonationDesk>());
        var known = lines.Select(it => it.Known?.Id ?? 0).Where(id => id > 0).ToList();
        var donations = await Sight.Donations.Where(it => EF.Parameter(known).Contains(it.Id)).ToDictionaryAsync(it => it.Id, Stop);
        var taken = new List<Func<long>?>(lines.Count);
        foreach (var line in lines)
        {
            var result = line.Known is { Id: var id }
                ? DonationDesk.Value(donations[id], who, Cents(line.Row))
                : await NoteAsync(desk, who, line.Row);
            taken.Add(result is { Refusal: SupplyRefusal.None, Donation: { } donation } ? () => donation.Id : null);
        }

        return taken;
    }

    private static async Task<DonationResult> NoteAsync(DonationDesk desk, Actor who, SheetRow row)
    {
        var date = DateOnly.ParseExact(row["date"]!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var result = await desk.NoteAsync(who, Goodslines.Of(row.Facts), row["donor"]?.Split('、') ?? [], date);
        if (result.Donation is { } made && Cents(row) is { } cents)
            (made.ValueCents, made.ValuedById) = (cents, who.Person.Id);
        return result;
    }

    private static long? Cents(SheetRow row) =>
        row["value"] is { } value ? (long)(decimal.Parse(value, CultureInfo.InvariantCulture) * 100) : null;

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
