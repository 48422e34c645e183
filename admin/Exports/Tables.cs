using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using MutualAid.Admin.Pages;
using MutualAid.Core.Supplies;

namespace MutualAid.Admin.Exports;

/// <summary>Which rows are taken away.</summary>
/// <param name="From">The first day; null: from the beginning.</param>
/// <param name="To">The last day; null: up to now.</param>
public sealed record Span(DateOnly? From, DateOnly? To, long? Group);

/// <summary>The tables that can be taken away, in the caller's sight.</summary>
public sealed partial class Tables(Sight sight, ConsoleWords t, Span span, CancellationToken stop)
{
    /// <summary>More would be no table to work with any more.</summary>
    public const int MostRows = 50_000;

    public static readonly IReadOnlyList<string> Names =
    [
        "needs",
        "donations",
        "offers",
        "communities",
        "volunteers",
        "shifts",
        "hours",
        "classes",
        "posts",
        "messages",
    ];

    public Task<Sheet> ReadAsync(string what) =>
        what switch
        {
            "donations" => DonationsAsync(),
            "offers" => OffersAsync(),
            "communities" => CommunitiesAsync(),
            "volunteers" => VolunteersAsync(),
            "shifts" => ShiftsAsync(),
            "hours" => HoursAsync(),
            "classes" => ClassesAsync(),
            "posts" => PostsAsync(),
            "messages" => MessagesAsync(),
            _ => NeedsAsync(),
        };

    // A moment on the wall clock of the installation; the last day counts whole.
    private DateTime? Since => span.From is { } from ? t.StartOf(from) : null;

    private DateTime? Before => span.To is { } to ? t.StartOf(to.AddDays(1)) : null;

    private async Task<Sheet> NeedsAsync()
    {
        var rows = await In(sight.Needs, it => it.AskedAt, it => it.GroupId)
            .SelectMany(it => it.Lines)
            .OrderBy(line => line.Need.Number)
            .ThenBy(line => line.Position)
            .Select(line => new
            {
                line.Need.Number,
                line.Need.AskedAt,
                Group = line.Need.Group.Title,
                Community = line.Need.Community == null ? null : line.Need.Community.Name,
                Asker = line.Need.AskedBy.Name,
                line.Item,
                line.Quantity,
                line.Unit,
                Claimed = line.Claims.Sum(it => it.Quantity - it.Released),
                Delivered = line.Deliveries.Sum(it => it.Quantity),
                Received = line.Handovers.Sum(it => it.Quantity),
                line.Need.Urgent,
                line.Need.VerifiedAt,
                line.Need.CancelledAt,
                line.Need.ExpiredAt,
            })
            .Take(MostRows)
            .ToListAsync(stop);
        return Make(
            "needs",
            rows.ConvertAll<IReadOnlyList<object?>>(it =>
                [
                    it.Number,
                    t.Sortable(it.AskedAt),
                    it.Group,
                    it.Community,
                    it.Asker,
                    it.Item,
                    it.Quantity,
                    it.Unit,
                    it.Claimed,
                    it.Delivered,
                    it.Received,
                    t.Plain("needs.is." + StateOf(it.CancelledAt, it.ExpiredAt, it.Quantity, it.Claimed, it.Delivered, it.Received)),
                    it.Urgent ? t.Plain("needs.urgent") : null,
                    it.VerifiedAt is { } at ? t.Sortable(at) : null,
                ]
            ),
            "number",
            "asked",
            "group",
            "community",
            "asker",
            "item",
            "quantity",
            "unit",
            "claimed",
            "delivered",
            "received",
            "state",
            "urgent",
            "verified"
        );
    }

    private static NeedState StateOf(
        DateTime? cancelled,
        DateTime? expired,
        decimal quantity,
        decimal claimed,
        decimal brought,
        decimal got
    ) =>
        cancelled is not null ? NeedState.Cancelled
        : expired is not null ? NeedState.Expired
        : got >= quantity ? NeedState.Received
        : brought >= quantity ? NeedState.Delivered
        : claimed + brought > 0 ? NeedState.Claimed
        : NeedState.Open;

    private async Task<Sheet> DonationsAsync()
    {
        var chosen = sight.Donations.Kept();
        if (span.From is { } from)
            chosen = chosen.Where(it => it.Date >= from);
        if (span.To is { } to)
            chosen = chosen.Where(it => it.Date <= to);
        if (span.Group is { } group)
            chosen = chosen.Where(it => it.GroupId == group);
        var rows = await chosen
            .OrderBy(it => it.Number)
            .Take(MostRows)
            .Include(it => it.Group)
            .Include(it => it.Lines)
            .Include(it => it.Donors)
            .Include(it => it.NotedBy)
            .AsSplitQuery()
            .ToListAsync(stop);
        return Make(
            "donations",
            rows.SelectMany(it => it.Lines.OrderBy(line => line.Position).Select(line => (Donation: it, Line: line)))
                .Select(it =>
                    (IReadOnlyList<object?>)
                        [
                            it.Donation.Number,
                            GoodsWords.Machine(it.Donation.Date),
                            it.Donation.Group.Title,
                            string.Join('、', it.Donation.Donors.OrderBy(each => each.Position).Select(each => each.Name)),
                            it.Line.Item,
                            it.Line.Quantity,
                            it.Line.Unit,
                            // The value is that of the whole donation: it stands once, so that the column adds up.
                            it.Line.Position == 0
                                ? it.Donation.ValueCents / 100m
                                : null,
                            it.Donation.NotedBy.Name,
                        ]
                )
                .ToList(),
            "number",
            "date",
            "group",
            "donors",
            "item",
            "quantity",
            "unit",
            "value",
            "notedBy"
        );
    }

    private async Task<Sheet> OffersAsync()
    {
        var rows = await In(sight.Offers, it => it.OfferedAt, it => it.GroupId)
            .OrderBy(it => it.Number)
            .Take(MostRows)
            .WithAll()
            .AsSplitQuery()
            .ToListAsync(stop);
        return Make(
            "offers",
            rows.SelectMany(it => it.Lines.OrderBy(line => line.Position).Select(line => (Offer: it, Line: line)))
                .Select(it =>
                    (IReadOnlyList<object?>)
                        [
                            it.Offer.Number,
                            t.Sortable(it.Offer.OfferedAt),
                            it.Offer.Group.Title,
                            it.Offer.Provider ?? it.Offer.OfferedBy.Name,
                            it.Offer.GivenBy is { } giver ? t.Plain("offers.givenBy." + giver) : null,
                            t.Plain("offers.kind." + it.Offer.Kind),
                            it.Line.Item,
                            it.Line.Quantity,
                            it.Line.Unit,
                            it.Offer.Place,
                            t.Plain("offers.state." + (it.Offer.WithdrawnAt is null ? "open" : "withdrawn")),
                        ]
                )
                .ToList(),
            "number",
            "offered",
            "group",
            "giver",
            "givenBy",
            "kind.resource",
            "item",
            "quantity",
            "unit",
            "place",
            "state"
        );
    }

    private async Task<Sheet> CommunitiesAsync()
    {
        var needs = In(sight.Needs, it => it.AskedAt, it => it.GroupId);
        var rows = await sight
            .Communities.OrderBy(it => it.Name)
            .Take(MostRows)
            .Select(it => new
            {
                it.Name,
                it.District,
                it.Contact,
                it.DropOff,
                Asked = needs.Count(need => need.CommunityId == it.Id),
                Got = needs.Count(need => need.CommunityId == it.Id && need.Lines.Any(line => line.Handovers.Count > 0)),
            })
            .ToListAsync(stop);
        return Make(
            "communities",
            rows.ConvertAll<IReadOnlyList<object?>>(it => [it.Name, it.District, it.Contact, it.DropOff, it.Asked, it.Got]),
            "name",
            "district",
            "contact",
            "dropOff",
            "asks",
            "got"
        );
    }

    private Sheet Make(string name, IReadOnlyList<IReadOnlyList<object?>> rows, params string[] head) =>
        new(t.Plain("exports.what." + name), [.. head.Select(it => t.Plain("exports.head." + it))], rows);

    private IQueryable<T> In<T>(IQueryable<T> rows, Expression<Func<T, DateTime>> at, Expression<Func<T, long>>? group)
    {
        if (Since is { } since)
            rows = rows.Where(Compare(at, since, Expression.GreaterThanOrEqual));
        if (Before is { } before)
            rows = rows.Where(Compare(at, before, Expression.LessThan));
        return group is not null && span.Group is { } wanted ? rows.Where(Compare(group, wanted, Expression.Equal)) : rows;
    }

    private static Expression<Func<T, bool>> Compare<T, TValue>(
        Expression<Func<T, TValue>> column,
        TValue value,
        Func<Expression, Expression, BinaryExpression> how
    ) => Expression.Lambda<Func<T, bool>>(how(column.Body, Expression.Constant(value, typeof(TValue))), column.Parameters);
}
