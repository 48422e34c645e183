using Microsoft.EntityFrameworkCore;
using MutualAid.Admin.Pages;

namespace MutualAid.Admin.Exports;

/// <param name="Kind">Of <c>person.copy.*</c>.</param>
/// <param name="Need">Its number, where the line is about a need.</param>
public sealed record KeptLine(string Kind, DateTime? At, string Text, int? Need = null);

/// <summary>Everything that is kept of one person, one line each: kind, when, words. The page of a person shows the same lines.</summary>
public sealed class PersonCopy(Sight sight, ConsoleWords t, CancellationToken stop)
{
    private readonly List<KeptLine> lines = [];

    public async Task<IReadOnlyList<KeptLine>> ReadAsync(long id)
    {
        await WhoAsync(id);
        await AskedAsync(id);
        await GoodsAsync(id);
        await EventsAsync(id);
        return lines;
    }

    public Sheet Sheet(IEnumerable<KeptLine> kept) =>
        new(
            t.Plain("person.copy.title"),
            [.. new[] { "kind", "at", "text" }.Select(it => t.Plain("exports.head." + it))],
            [
                .. kept.Select(it =>
                    (IReadOnlyList<object?>)[t.Plain("person.copy." + it.Kind), it.At is { } time ? t.Sortable(time) : null, it.Text]
                ),
            ]
        );

    private void Add(string kind, DateTime? at, string? text, int? need = null)
    {
        if (!string.IsNullOrWhiteSpace(text))
            lines.Add(new(kind, at, text, need));
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

    private async Task AskedAsync(long id)
    {
        foreach (
            var need in await sight.Needs.Include(it => it.Lines).Where(it => it.AskedById == id).OrderBy(it => it.Id).ToListAsync(stop)
        )
            Add("asked", need.AskedAt, $"#{need.Number} {NeedWords.Goods(need, t)}", need.Number);
    }

    private sealed record Goods
    {
        public string Kind { get; init; } = "";
        public DateTime At { get; init; }
        public int Number { get; init; }
        public int Position { get; init; }
        public string Item { get; init; } = "";
        public decimal? Quantity { get; init; }
        public string? Unit { get; init; }
    }

    private async Task GoodsAsync(long id)
    {
        var all = sight.Needs.SelectMany(it => it.Lines);
        var claims = all.SelectMany(line => line.Claims)
            .Where(it => it.ById == id)
            .Select(it => new Goods
            {
                Kind = "claimed",
                At = it.ClaimedAt,
                Number = it.Line.Need.Number,
                Position = it.Line.Position,
                Item = it.Line.Item,
                Quantity = it.Quantity,
                Unit = it.Line.Unit,
            });
        var brought = all.SelectMany(line => line.Deliveries)
            .Where(it => it.ById == id)
            .Select(it => new Goods
            {
                Kind = "delivered",
                At = it.DeliveredAt,
                Number = it.Line.Need.Number,
                Position = it.Line.Position,
                Item = it.Line.Item,
                Quantity = it.Quantity,
                Unit = it.Line.Unit,
            });
        var offered = sight
            .Offers.Where(it => it.OfferedById == id)
            .SelectMany(it => it.Lines)
            .Select(it => new Goods
            {
                Kind = "offered",
                At = it.Offer.OfferedAt,
                Number = it.Offer.Number,
                Position = it.Position,
                Item = it.Item,
                Quantity = it.Quantity,
                Unit = it.Unit,
            });
        var found = await claims.Concat(brought).Concat(offered).ToListAsync(stop);
        foreach (var one in found.GroupBy(it => (it.Kind, it.At, it.Number)).OrderBy(it => it.Key))
        {
            var words = one.OrderBy(it => it.Position).Select(it => GoodsWords.Amount(it.Item, it.Quantity, it.Unit));
            var isNeed = one.Key.Kind != "offered";
            Add(
                one.Key.Kind,
                one.Key.At,
                (isNeed ? $"#{one.Key.Number} " : "") + string.Join(t.Plain("and"), words),
                isNeed ? one.Key.Number : null
            );
        }
    }

    private sealed record Event
    {
        public string Kind { get; init; } = "";
        public DateTime At { get; init; }
        public string Text { get; init; } = "";
        public string? More { get; init; }
    }

    private async Task EventsAsync(long id)
    {
        var classes = sight
            .Classes.SelectMany(it => it.SignUps)
            .Where(it => it.PersonId == id)
            .Select(it => new Event
            {
                Kind = "class",
                At = it.SignedAt,
                Text = it.Class.Title,
                More = it.Guest,
            });
        var shifts = sight
            .Shifts.SelectMany(it => it.Assignments)
            .Where(it => it.PersonId == id)
            .Select(it => new Event
            {
                Kind = "shift",
                At = it.AssignedAt,
                Text = it.Shift.Place,
                More = it.Shift.Skill,
            });
        var teams = sight
            .Teams.SelectMany(it => it.Members)
            .Where(it => it.PersonId == id)
            .Select(it => new Event
            {
                Kind = "team",
                At = it.AddedAt,
                Text = it.Team.Name,
                More = null,
            });
        var said = sight
            .Missed.Where(it => it.SaidById == id)
            .Select(it => new Event
            {
                Kind = "missed",
                At = it.SaidAt,
                Text = it.Text,
                More = null,
            });
        foreach (var it in (await classes.Concat(shifts).Concat(teams).Concat(said).ToListAsync(stop)).OrderBy(it => it.At))
            Add(it.Kind, it.At, $"{it.Text} {it.More}".Trim());
    }
}
