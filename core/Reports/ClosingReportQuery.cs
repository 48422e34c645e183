using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Classes;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Supplies;

namespace MutualAid.Core.Reports;

/// <summary>Reads a closing report from the rows; changes nothing.</summary>
public static class ClosingReportQuery
{
    // Days are those of each group's zone, and zones lie at most so far apart.
    private static readonly TimeSpan WidestZone = TimeSpan.FromHours(26);

    /// <summary>The report of a period, both days included. States are those at the end of its last day: what happened later does not count.</summary>
    /// <param name="zone">The installation's zone: where the last day ends.</param>
    public static async Task<ClosingReport> ClosingReportAsync(this Db db, DateOnly from, DateOnly to, TimeZoneInfo zone)
    {
        // One snapshot: the parts agree with each other while others write. A turn's own transaction is one already.
        await using var snapshot = await Snapshot.OpenAsync(db);
        var end = Zone.ToUtc(to.AddDays(1).ToDateTime(TimeOnly.MinValue), zone.Id);
        var handovers = await HandoversAsync(db, from, to);
        var reached = handovers
            .Select(row => row.Community)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        List<string> list = [.. reached];
        return new ClosingReport
        {
            Period = new(from, to),
            Requests = await RequestsAsync(db, from, to, end),
            Donations = await DonationsAsync(db, from, to),
            Handovers = handovers,
            Communities = new(await CommunitiesAsync(db, end), list.Count, list),
            Content = await db.ContentFiguresAsync(from, to, zone),
            Classes = await ClassesAsync(db, from, to, end),
            Volunteers = await db.VolunteerFiguresAsync(from, to, end),
        };
    }

    private static async Task<RequestCounts> RequestsAsync(Db db, DateOnly from, DateOnly to, DateTime end)
    {
        var (earliest, latest) = Around(from, to);
        var asked = await db
            .Needs.Where(need => need.AskedAt >= earliest && need.AskedAt < latest)
            .Include(need => need.Group)
            .Include(need => need.Lines)
                .ThenInclude(line => line.Claims)
            .Include(need => need.Lines)
                .ThenInclude(line => line.Deliveries)
            .Include(need => need.Lines)
                .ThenInclude(line => line.Handovers)
            .AsSplitQuery()
            .AsNoTrackingWithIdentityResolution()
            .ToListAsync();
        var counts = asked
            .Where(need => need.Group.LocalDate(need.AskedAt) is var day && day >= from && day <= to)
            .GroupBy(need => need.StateAt(end))
            .ToDictionary(group => group.Key, group => group.Count());
        return new(
            counts.Values.Sum(),
            counts.GetValueOrDefault(NeedState.Open),
            counts.GetValueOrDefault(NeedState.Claimed),
            counts.GetValueOrDefault(NeedState.Delivered),
            counts.GetValueOrDefault(NeedState.Received),
            counts.GetValueOrDefault(NeedState.Cancelled),
            counts.GetValueOrDefault(NeedState.Expired)
        );
    }

    private static async Task<List<DonationRow>> DonationsAsync(Db db, DateOnly from, DateOnly to)
    {
        var donations = await db
            .Donations.Kept()
            .Where(donation => donation.Date >= from && donation.Date <= to)
            .OrderBy(donation => donation.Date)
            .ThenBy(donation => donation.Number)
            .Include(donation => donation.Lines)
            .Include(donation => donation.Donors)
            .AsSplitQuery()
            .AsNoTracking()
            .ToListAsync();
        return
        [
            .. donations.SelectMany(donation =>
                donation
                    .Lines.OrderBy(line => line.Position)
                    .Select(line => new DonationRow(
                        donation.Date,
                        line.Item,
                        line.Quantity,
                        line.Unit,
                        [.. donation.Donors.OrderBy(donor => donor.Position).Select(donor => donor.Name)],
                        line.Position == 0 ? Yuan(donation.ValueCents) : null
                    ))
            ),
        ];
    }

    private static async Task<List<HandoverRow>> HandoversAsync(Db db, DateOnly from, DateOnly to)
    {
        var (earliest, latest) = Around(from, to);
        var rows = await db
            .Handovers.Where(handover => handover.ReceivedAt >= earliest && handover.ReceivedAt < latest)
            .OrderBy(handover => handover.ReceivedAt)
            .ThenBy(handover => handover.Id)
            .Select(handover => new
            {
                handover.ReceivedAt,
                handover.Line.Item,
                handover.Quantity,
                handover.Line.Unit,
                Community = (string?)handover.Community!.Name,
                handover.Line.Need.Group,
            })
            .AsNoTracking()
            .ToListAsync();
        return
        [
            .. rows.Select(row => new HandoverRow(row.Group.LocalDate(row.ReceivedAt), row.Item, row.Quantity, row.Unit, row.Community))
                .Where(row => row.Date >= from && row.Date <= to),
        ];
    }

    private static async Task<List<ClassRow>> ClassesAsync(Db db, DateOnly from, DateOnly to, DateTime end)
    {
        var (earliest, latest) = Around(from, to);
        var held = await db
            .Classes.Where(it => it.StartsAt >= earliest && it.StartsAt < latest && (it.CancelledAt == null || it.CancelledAt >= end))
            .SoonestFirst()
            .Include(it => it.Group)
            .Include(it => it.SignUps)
            .AsNoTrackingWithIdentityResolution()
            .ToListAsync();
        var ratings = await db.Ratings.Where(rating => rating.RatedAt < end).FiguresAsync([.. held.Select(it => it.Id)]);
        return
        [
            .. held.Select(it => (Class: it, Date: it.Group.LocalDate(it.StartsAt)))
                .Where(row => row.Date >= from && row.Date <= to)
                .Select(row => Row(row.Class, row.Date) with { Rating = ratings.GetValueOrDefault(row.Class.Id) }),
        ];
    }

    private static ClassRow Row(Class it, DateOnly date)
    {
        var came = it.SignUps.FindAll(signUp => signUp.PlacedAt <= it.StartsAt && !(signUp.LeftAt <= it.StartsAt));
        return new(
            date,
            it.Title,
            it.Speaker,
            it.Organisation,
            came.Count,
            came.Count(signUp => signUp.AttendedAt is not null),
            (it.FeeSettledAt ?? it.FeeWaivedAt) is null ? null : Yuan(it.FeeCents),
            it.FeeWaivedAt is not null
        );
    }

    private static Task<int> CommunitiesAsync(Db db, DateTime end) =>
        db.Communities.CountAsync(community =>
            community.AddedAt < end
            && (
                db.People.Any(person => person.CommunityId == community.Id)
                || db.Needs.Any(need => need.CommunityId == community.Id)
                || db.Handovers.Any(handover => handover.CommunityId == community.Id)
            )
        );

    private static (DateTime Earliest, DateTime Latest) Around(DateOnly from, DateOnly to) =>
        (
            from.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) - WidestZone,
            to.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) + TimeSpan.FromDays(1) + WidestZone
        );

    private static string? Yuan(long? cents) => cents is { } value ? (value / 100m).ToString("0.00", CultureInfo.InvariantCulture) : null;
}
