using Microsoft.EntityFrameworkCore;

namespace MutualAid.Admin.Pages;

/// <summary>What each kind is called.</summary>
public sealed partial record Touched
{
    private static IQueryable<Named>? NamesOf(Sight sight, string kind, List<long> keys) =>
        kind switch
        {
            "people" => sight
                .People.Where(it => keys.Contains(it.Id))
                .Select(it => new Named
                {
                    Kind = "people",
                    Key = it.Id,
                    Name = it.Name,
                }),
            "accounts" => sight
                .Accounts.Where(it => keys.Contains(it.Id))
                .Select(it => new Named
                {
                    Kind = "accounts",
                    Key = it.Id,
                    Name = it.UserName,
                }),
            "groups" => sight
                .Groups.Where(it => keys.Contains(it.Id))
                .Select(it => new Named
                {
                    Kind = "groups",
                    Key = it.Id,
                    Name = it.Title,
                }),
            "communities" => sight
                .Communities.Where(it => keys.Contains(it.Id))
                .Select(it => new Named
                {
                    Kind = "communities",
                    Key = it.Id,
                    Name = it.Name,
                }),
            "teams" => sight
                .EveryTeam.Where(it => keys.Contains(it.Id))
                .Select(it => new Named
                {
                    Kind = "teams",
                    Key = it.Id,
                    Name = it.Name,
                }),
            "schedule" => sight
                .Due.Where(it => keys.Contains(it.Id))
                .Select(it => new Named
                {
                    Kind = "schedule",
                    Key = it.Id,
                    Name = it.Kind,
                }),
            "messages" => sight
                .Outbox.Where(it => keys.Contains(it.Id))
                .Select(it => new Named
                {
                    Kind = "messages",
                    Key = it.Id,
                    Name = sight
                        .Groups.Where(group => group.Channel == it.Channel && group.ExternalId == it.ChatId)
                        .Select(group => group.Title)
                        .FirstOrDefault(),
                }),
            "classes" => sight
                .Classes.Where(it => keys.Contains(it.Number))
                .Select(it => new Named
                {
                    Kind = "classes",
                    Key = it.Number,
                    Name = it.Title,
                }),
            "shifts" => sight
                .Shifts.Where(it => keys.Contains(it.Number))
                .Select(it => new Named
                {
                    Kind = "shifts",
                    Key = it.Number,
                    Name = it.Place,
                }),
            "broadcasts" => sight
                .Broadcasts.Where(it => keys.Contains(it.Number))
                .Select(it => new Named
                {
                    Kind = "broadcasts",
                    Key = it.Number,
                    Name = it.Body,
                }),
            "offers" => sight
                .Offers.Where(it => keys.Contains(it.Number))
                .Select(it => new Named
                {
                    Kind = "offers",
                    Key = it.Number,
                    Name = it.Lines.OrderBy(line => line.Position).Select(line => line.Item).FirstOrDefault(),
                }),
            "posts" => sight
                .Posts.Where(it => keys.Contains(it.Number))
                .Select(it => new Named
                {
                    Kind = "posts",
                    Key = it.Number,
                    Name = it.Title,
                }),
            _ => null,
        };

    // Amounts are kept as numbers, which the union of names cannot carry: a question of their own for needs, and one for donations.
    private static async Task<IEnumerable<((string Kind, long Key) It, string Name)>> GoodsAsync(
        Sight sight,
        List<(string Kind, long Key)> keys,
        ConsoleWords t,
        CancellationToken stop
    )
    {
        List<int> Of(string kind) => [.. keys.Where(it => it.Kind == kind && it.Key <= int.MaxValue).Select(it => (int)it.Key)];
        var (needs, donations) = (Of("needs"), Of("donations"));
        var lines = new List<Goods>();
        if (needs.Count > 0)
            lines.AddRange(
                await sight
                    .Needs.Where(it => needs.Contains(it.Number))
                    .SelectMany(
                        it => it.Lines,
                        (it, line) => new Goods("needs", it.Number, line.Position, line.Item, line.Quantity, line.Unit)
                    )
                    .ToListAsync(stop)
            );
        if (donations.Count > 0)
            lines.AddRange(
                await sight
                    .Donations.Where(it => donations.Contains(it.Number))
                    .SelectMany(
                        it => it.Lines,
                        (it, line) => new Goods("donations", it.Number, line.Position, line.Item, line.Quantity, line.Unit)
                    )
                    .ToListAsync(stop)
            );
        return lines
            .GroupBy(it => (it.Kind, (long)it.Number))
            .Select(it =>
                (
                    it.Key,
                    string.Join(
                        t.Plain("and"),
                        it.OrderBy(line => line.Position).Select(line => GoodsWords.Amount(line.Item, line.Quantity, line.Unit))
                    )
                )
            );
    }

    private sealed record Goods(string Kind, int Number, int Position, string Item, decimal? Quantity, string? Unit);
}
