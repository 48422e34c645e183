using Microsoft.EntityFrameworkCore;
using MutualAid.Admin.Pages;

namespace MutualAid.Admin.Exports;

/// <summary>Everything that is kept of one person, one line each: kind, when, words.</summary>
public sealed class PersonCopy(Sight sight, ConsoleWords t, CancellationToken stop)
{
    private readonly List<IReadOnlyList<object?>> rows = [];

    public async Task<Sheet> ReadAsync(long id)
    {
        await WhoAsync(id);
        await SaidAsync(id);
        await GaveAsync(id);
        await ClassesAsync(id);
        return new Sheet(
            t.Plain("person.copy.title"),
            [.. new[] { "kind", "at", "text" }.Select(it => t.Plain("exports.head." + it))],
            rows
        );
    }

    private void Add(string kind, DateTime? at, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
            rows.Add([t.Plain("person.copy." + kind), at is { } time ? t.Sortable(time) : null, text]);
    }

    private async Task WhoAsync(long id)
    {
        var person = await sight.People.Include(it => it.Community).Include(it => it.Accounts).SingleAsync(it => it.Id == id, stop);
        Add("name", person.FirstSeenAt, person.Name);
        Add("community", null, person.Community?.Name);
        foreach (var account in person.Accounts)
            Add("account", account.ReachableSince, $"{t.Channel(account.Channel)} {account.ExternalId}");
        foreach (var place in await sight.Members.Include(it => it.Group).Where(it => it.PersonId == id).ToListAsync(stop))
            Add("group", place.JoinedAt, place.Group.Title);
        foreach (var it in await sight.Volunteers.Include(it => it.Skills).Where(it => it.PersonId == id).ToListAsync(stop))
        {
            Add("volunteer", it.JoinedAt, string.Join('、', it.Skills.Select(skill => skill.Name)));
            Add("volunteer", null, it.Area);
            Add("volunteer", null, it.FreeText);
            Add("contact", null, it.Contact);
        }
    }

    private async Task SaidAsync(long id)
    {
        foreach (
            var need in await sight.Needs.Include(it => it.Lines).Where(it => it.AskedById == id).OrderBy(it => it.Id).ToListAsync(stop)
        )
            Add("asked", need.AskedAt, $"#{need.Number} {NeedWords.Goods(need, t)}");
        foreach (var line in await sight.Missed.Where(it => it.SaidById == id).OrderBy(it => it.Id).ToListAsync(stop))
            Add("missed", line.SaidAt, line.Text);
    }

    private async Task GaveAsync(long id)
    {
        var lines = sight.Needs.SelectMany(it => it.Lines);
        foreach (
            var it in await lines
                .SelectMany(line => line.Claims)
                .Where(claim => claim.ById == id)
                .OrderBy(claim => claim.Id)
                .Select(claim => new
                {
                    claim.ClaimedAt,
                    claim.Line.Need.Number,
                    claim.Line.Item,
                    claim.Quantity,
                    claim.Line.Unit,
                })
                .ToListAsync(stop)
        )
            Add("claimed", it.ClaimedAt, $"#{it.Number} {GoodsWords.Amount(it.Item, it.Quantity, it.Unit)}");
        foreach (
            var it in await lines
                .SelectMany(line => line.Deliveries)
                .Where(brought => brought.ById == id)
                .OrderBy(brought => brought.Id)
                .Select(brought => new
                {
                    brought.DeliveredAt,
                    brought.Line.Need.Number,
                    brought.Line.Item,
                    brought.Quantity,
                    brought.Line.Unit,
                })
                .ToListAsync(stop)
        )
            Add("delivered", it.DeliveredAt, $"#{it.Number} {GoodsWords.Amount(it.Item, it.Quantity, it.Unit)}");
        foreach (
            var offer in await sight.Offers.Include(it => it.Lines).Where(it => it.OfferedById == id).OrderBy(it => it.Id).ToListAsync(stop)
        )
            Add("offered", offer.OfferedAt, GoodsWords.Goods(offer, t));
    }

    private async Task ClassesAsync(long id)
    {
        foreach (
            var it in await sight
                .Classes.SelectMany(it => it.SignUps)
                .Where(it => it.PersonId == id)
                .OrderBy(it => it.Id)
                .Select(it => new
                {
                    it.SignedAt,
                    it.Class.Title,
                    it.Guest,
                })
                .ToListAsync(stop)
        )
            Add("class", it.SignedAt, $"{it.Title} {it.Guest}".Trim());
    }
}
