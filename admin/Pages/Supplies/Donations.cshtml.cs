using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Supplies;

namespace MutualAid.Admin.Pages;

/// <summary>Goods that came in: who gave what and when, and what it comes to.</summary>
public sealed class DonationsModel(Office office) : ConsolePage(office)
{
    private const int MostGoods = 12;

    public sealed record Line(string Item, decimal? Quantity, string? Unit);

    public sealed record DonationRow(int Number, DateOnly Date, string Group, IReadOnlyList<Line> Lines, IReadOnlyList<string> Donors)
    {
        public long? ValueCents { get; init; }
        public long? ValuedById { get; init; }
        public string? ValuedBy { get; init; }
    }

    public DateOnly? From { get; private set; }

    public DateOnly? To { get; private set; }

    public string? Find { get; private set; }

    public long? Group { get; private set; }

    public IReadOnlyList<(long Id, string Title)> Groups { get; private set; } = [];

    public Listed<DonationRow> Rows { get; private set; } = null!;

    public long ValueCents { get; private set; }

    public int Unvalued { get; private set; }

    /// <summary>The sums by thing and unit, the largest first.</summary>
    public IReadOnlyList<Line> Goods { get; private set; } = [];

    /// <summary>Those that were taken back, to be looked at and put back.</summary>
    public bool IsGone { get; private set; }

    public bool IsFiltered => IsGone || From is not null || To is not null || Find is not null || Group is not null;

    public bool MayAct => !Caller.For([ConsoleRole.Organiser]).IsEmpty;

    public Task OnGetAsync(DateOnly? from, DateOnly? to, string? q, long? group, string? state, int? page) =>
        LookAsync(async sight =>
        {
            (From, To, Group, IsGone) = (from, to, group, state == "gone");
            Find = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
            Groups = await sight.ChoicesAsync(Stop);
            var chosen = Chosen(sight, IsGone ? sight.Donations.Where(it => it.TakenBackAt != null) : sight.Donations.Kept());
            var rows = await chosen.OrderByDescending(it => it.Date).ThenByDescending(it => it.Number).Select(AsRow).PageAsync(page, Stop);
            var names = await sight.NamesAsync(rows.Rows.Select(it => it.ValuedById ?? 0), Stop);
            Rows = new Listed<DonationRow>(
                [.. rows.Rows.Select(it => it with { ValuedBy = names.GetValueOrDefault(it.ValuedById ?? 0) })],
                rows.Pager
            );
            await SumAsync(chosen);
            return true;
        });

    private static readonly System.Linq.Expressions.Expression<Func<Donation, DonationRow>> AsRow = it => new DonationRow(
        it.Number,
        it.Date,
        it.Group.Title,
        it.Lines.OrderBy(line => line.Position).Select(line => new Line(line.Item, line.Quantity, line.Unit)).ToList(),
        it.Donors.OrderBy(donor => donor.Position).Select(donor => donor.Name).ToList()
    )
    {
        ValueCents = it.ValueCents,
        ValuedById = it.ValuedById,
    };

    private async Task SumAsync(IQueryable<Donation> chosen)
    {
        var worth = await chosen
            .GroupBy(_ => 1)
            .Select(all => new { Cents = all.Sum(it => it.ValueCents ?? 0), Unvalued = all.Count(it => it.ValueCents == null) })
            .FirstOrDefaultAsync(Stop);
        (ValueCents, Unvalued) = (worth?.Cents ?? 0, worth?.Unvalued ?? 0);
        Goods = await chosen
            .SelectMany(it => it.Lines)
            .GroupBy(line => new { line.Item, line.Unit })
            .Select(all => new
            {
                all.Key.Item,
                all.Key.Unit,
                Count = all.Count(),
                Sum = all.Sum(line => line.Quantity),
            })
            .OrderByDescending(it => it.Count)
            .ThenBy(it => it.Item)
            .Take(MostGoods)
            .Select(it => new Line(it.Item, it.Sum, it.Unit))
            .ToListAsync(Stop);
    }

    private IQueryable<Donation> Chosen(Sight sight, IQueryable<Donation> all)
    {
        if (From is { } from)
            all = all.Where(it => it.Date >= from);
        if (To is { } to)
            all = all.Where(it => it.Date <= to);
        if (Group is { } group)
            all = all.Where(it => it.GroupId == group);
        return Find is { } words ? sight.DonationsOf(all, words) : all;
    }
}
