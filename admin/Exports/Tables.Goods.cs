using Microsoft.EntityFrameworkCore;
using MutualAid.Admin.Pages;
using MutualAid.Core.Supplies;

namespace MutualAid.Admin.Exports;

/// <summary>What is given.</summary>
public sealed partial class Tables
{
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
}
