using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
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
