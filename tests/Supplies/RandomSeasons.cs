using System.Globalization;
using MutualAid.Core.Reports;
using MutualAid.Tests.Stores;

namespace MutualAid.Tests.Supplies;

public sealed class RandomSeasons
{
    private static readonly DateTimeOffset Start = SupplyStage.At("2020-02-03T00:00");
    private static readonly TimeSpan Length = TimeSpan.FromDays(100);

    // A thousand take two minutes of a core: they are played on demand, TEST_SEASONS=1000, and some of them each time.
    [Fact]
    public Task Random_seasons_end_as_the_model_says()
    {
        var wanted = int.Parse(Environment.GetEnvironmentVariable("TEST_SEASONS") ?? "240", CultureInfo.InvariantCulture);
        return Task.WhenAll(Enumerable.Range(0, wanted).Chunk((wanted + 3) / 4).Select(seeds => Task.Run(() => PlayManyAsync(seeds))));
    }

    private static async Task PlayManyAsync(IEnumerable<int> seeds)
    {
        await using var stage = await TestStore.SqliteAsync();
        var start = Start;
        foreach (var seed in seeds)
        {
            var (report, player) = await PlayAsync(stage, start, SeasonScript.Make(seed));
            Assert.Equal((seed, StatesOf(player.Model)), (seed, StatesOf(report)));
            Assert.Equal(HandoversOf(player.Model), HandoversOf(report));
            Assert.Equal(player.DonationLines, report.Donations.Count);
            start += Length;
        }
    }

    [Fact]
    public async Task Other_names_change_nothing_but_the_names()
    {
        var (plain, _) = await AloneAsync(7, Start);
        var (renamed, _) = await AloneAsync(7, Start, name => "新" + name);
        Assert.Equal(plain.Requests, renamed.Requests);
        Assert.Equal(HandoversOf(plain, name => name is null ? null : "新" + name), HandoversOf(renamed));
        Assert.Equal(
            plain.Donations.Select(row => (row.Date, row.Item, row.Quantity)),
            renamed.Donations.Select(row => (row.Date, row.Item, row.Quantity))
        );
    }

    [Fact]
    public async Task A_year_later_everything_is_a_year_later()
    {
        var year = TimeSpan.FromDays(365);
        var (now, _) = await AloneAsync(8, Start);
        var (later, _) = await AloneAsync(8, Start + year);
        Assert.Equal(now.Requests, later.Requests);
        Assert.Equal(now.Handovers.Select(row => row with { Date = row.Date.AddDays(365) }), later.Handovers);
        Assert.Equal(now.Communities.List, later.Communities.List);
    }

    [Fact]
    public async Task A_second_town_in_between_adds_its_own_figures_and_changes_none()
    {
        var (one, _) = await AloneAsync(9, Start);
        var (other, _) = await AloneAsync(10, Start);
        await using var stage = await TestStore.SqliteAsync();
        var both = await stage.Writer.DoAsync(
            "season",
            async db =>
            {
                var first = new SeasonPlayer(db, Start);
                var second = new SeasonPlayer(db, Start, name => "他" + name);
                var (mine, theirs) = (SeasonScript.Make(9), SeasonScript.Make(10));
                var acts = mine.Select(act => (act, player: first)).Concat(theirs.Select(act => (act, player: second)));
                foreach (var (act, player) in acts.OrderBy(pair => pair.act.At))
                {
                    await PassTogetherAsync(first, second, Start + act.At);
                    await player.PlayAsync([act]);
                }

                await PassTogetherAsync(first, second, Start + Length);
                return await second.ReportAndLeaveAsync(Start + Length);
            }
        );
        Assert.Equal(one.Requests.Total + other.Requests.Total, both.Requests.Total);
        Assert.Equal(one.Requests.Received + other.Requests.Received, both.Requests.Received);
        Assert.Equal(
            HandoversOf(one).Concat(HandoversOf(other, name => name is null ? null : "他" + name)).Order(StringComparer.Ordinal),
            HandoversOf(both)
        );
    }

    private static async Task PassTogetherAsync(SeasonPlayer first, SeasonPlayer second, DateTimeOffset until)
    {
        while (new[] { first.NextDue(), second.NextDue() }.Min() is { } due && due <= until.UtcDateTime)
        {
            await first.PassTimeAsync(new DateTimeOffset(due, TimeSpan.Zero));
            await second.PassTimeAsync(new DateTimeOffset(due, TimeSpan.Zero));
        }

        await first.PassTimeAsync(until);
        await second.PassTimeAsync(until);
    }

    private static async Task<(ClosingReport Report, SeasonPlayer Player)> AloneAsync(
        int seed,
        DateTimeOffset start,
        Func<string, string>? rename = null
    )
    {
        await using var stage = await TestStore.SqliteAsync();
        return await PlayAsync(stage, start, SeasonScript.Make(seed), rename);
    }

    private static Task<(ClosingReport Report, SeasonPlayer Player)> PlayAsync(
        TestStore stage,
        DateTimeOffset start,
        IReadOnlyList<SeasonAct> acts,
        Func<string, string>? rename = null
    ) =>
        stage.Writer.DoAsync(
            "season",
            async db =>
            {
                var player = new SeasonPlayer(db, start, rename);
                await player.PlayAsync(acts);
                return (await player.ReportAndLeaveAsync(start + Length), player);
            }
        );

    private static string StatesOf(SeasonModel model)
    {
        var counts = model.States().CountBy(state => state).ToDictionary();
        return string.Join(
            ' ',
            new[] { "open", "claimed", "delivered", "received", "cancelled", "expired" }.Select(state => counts.GetValueOrDefault(state))
        );
    }

    private static string StatesOf(ClosingReport report)
    {
        var counts = report.Requests;
        Assert.Equal(counts.Total, counts.Open + counts.Claimed + counts.Delivered + counts.Received + counts.Cancelled + counts.Expired);
        return $"{counts.Open} {counts.Claimed} {counts.Delivered} {counts.Received} {counts.Cancelled} {counts.Expired}";
    }

    private static IEnumerable<string> HandoversOf(SeasonModel model) =>
        model
            .Handovers.Select(row => Text(DateOnly.FromDateTime(row.At.AddHours(8)), row.Item, row.Quantity, row.Unit, row.Community))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> HandoversOf(ClosingReport report, Func<string?, string?>? rename = null) =>
        report
            .Handovers.Select(row =>
                Text(row.Date, row.Item, row.Quantity, row.Unit, rename is null ? row.Community : rename(row.Community))
            )
            .Order(StringComparer.Ordinal);

    private static string Text(DateOnly date, string item, decimal quantity, string? unit, string? community) =>
        string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd} {item} {quantity:0.###} {unit} {community}");
}
