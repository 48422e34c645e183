using System.Text.Json;
using MutualAid.Core.Groups;
using MutualAid.Core.Reports;
using MutualAid.Core.Supplies;
using MutualAid.Tests.Stores;
using MutualAid.Tests.Supplies;

namespace MutualAid.Tests.Reports;

public abstract class ClosingReports(Func<Task<TestStore>> make) : SupplyStage(make)
{
    private static readonly DateOnly First = new(2020, 2, 3);

    [SkippableFact]
    public async Task States_are_those_at_the_end_of_the_last_day_whatever_happened_since()
    {
        await Asked(Shao, "口罩 100个");
        await Asked(Shao, "手套 5双");
        await Asked(Shao, "喷壶 1个");
        await Asked(Shao, "门帘 2块");
        await Asked(Shao, "轮椅 1辆");
        await Claim(Duan, 2);
        await Claim(Duan, 3);
        await Deliver(Duan, 3);
        await Claim(Gong, 5);
        Clock.Set(At("2020-02-03T23:59"));
        await Receive(Shao, 4);
        Clock.Set(At("2020-02-04T00:00"));
        await Receive(Shao, 1);
        await Cancel(Shao, 2);
        await Receive(Shao, 3);
        await Release(Gong, 5);
        await Asked(Shao, "口罩 1个");
        Assert.Equal(new RequestCounts(5, 1, 2, 1, 1, 0, 0), (await ReportAsync(First, First)).Requests);
        Assert.Equal(new RequestCounts(6, 2, 0, 0, 3, 1, 0), (await ReportAsync(First, First.AddDays(1))).Requests);
        Assert.Equal(new RequestCounts(1, 1, 0, 0, 0, 0, 0), (await ReportAsync(First.AddDays(1), First.AddDays(1))).Requests);
    }

    [SkippableFact]
    public async Task A_handover_is_dated_in_the_groups_zone_and_adds_up_the_helpers_shares()
    {
        await Asked(Shao, "口罩 100个，84消毒液 1.5斤");
        await Claim(Duan, 1, 60, "口罩");
        await Claim(Gong, 1, 40, "口罩");
        await Deliver(Duan, 1);
        await Deliver(Gong, 1);
        Clock.Set(At("2020-02-05T07:00"));
        await Receive(Shao, 1);
        await Receive(Shao, 1, named: "消毒");
        var report = await ReportAsync(First, First.AddDays(2));
        Assert.Equal(
            [
                new HandoverRow(new(2020, 2, 5), "口罩", 100, "个", "杏花台社区"),
                new HandoverRow(new(2020, 2, 5), "84消毒液", 1.5m, "斤", "杏花台社区"),
            ],
            report.Handovers
        );
        Assert.Equal(["杏花台社区"], report.Communities.List);
        Assert.Empty((await ReportAsync(First, First.AddDays(1))).Handovers);
    }

    [SkippableFact]
    public async Task A_community_that_only_asked_is_not_reached()
    {
        await Asked(Shao, "口罩 1个");
        await Asked(Shao, "口罩 1个", community: "云谷村");
        await Receive(Shao, 2);
        var communities = (await ReportAsync(First, First)).Communities;
        Assert.Equal((2, 1), (communities.Total, communities.Reached));
        Assert.Equal(["云谷村"], communities.List);
    }

    [SkippableFact]
    public async Task A_donation_is_noted_by_organisers_one_row_per_line_and_valued_once()
    {
        Assert.Equal(SupplyRefusal.NotOrganiser, (await Note(Shao, "牛奶 138件", "甲")).Refusal);
        await Note(Wen, "牛奶 138件", "甲", "乙");
        await Note(Wen, "N95口罩 500，手套 1.5箱");
        await Do(Wen, "g1", (db, who) => new DonationDesk(db, Clock).ValueAsync(2, who, 123_450));
        var rows = (await ReportAsync(First, First)).Donations;
        Assert.Equal(["牛奶", "N95口罩", "手套"], rows.Select(row => row.Item));
        Assert.Equal(["甲", "乙"], rows[0].Donors);
        Assert.Empty(rows[1].Donors);
        Assert.Equal((null, "箱", 1.5m), (rows[1].Unit, rows[2].Unit, rows[2].Quantity));
        Assert.Equal([null, "1234.50", null], rows.Select(row => row.Value));

        Task<DonationResult> Note(string name, string items, params string[] donors) =>
            Do(name, "g1", (db, who) => new DonationDesk(db, Clock).NoteAsync(who, Items(items), donors));
    }

    [SkippableFact]
    public async Task The_JSON_has_every_key_of_the_contract()
    {
        await Asked(Shao, "口罩 1.5箱");
        await Receive(Shao, 1);
        var text = ReportJson.Write(await ReportAsync(First, First));
        Assert.Contains("杏花台社区", text, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(text);
        Assert.Equal(
            ["period", "requests", "donations", "handovers", "communities", "classes", "content", "volunteers", "budget", "questions"],
            json.RootElement.EnumerateObject().Select(key => key.Name)
        );
        Assert.Equal("2020-02-03", json.RootElement.GetProperty("period").GetProperty("to").GetString());
        Assert.Equal("1.5", json.RootElement.GetProperty("handovers")[0].GetProperty("quantity").GetRawText());
        Assert.Equal("0.00", json.RootElement.GetProperty("budget").GetProperty("budget").GetString());
    }

    [SkippableFact]
    public async Task The_week_begins_on_Monday_and_names_who_got_nothing()
    {
        await Asked(Shao, "口罩 1个");
        Clock.Set(At("2020-02-10T09:00"));
        await Asked(Shao, "口罩 5个", community: "云谷村");
        await Asked(Shao, "手套 5双", community: "石榴园社区");
        await Receive(Shao, 2);
        await using var db = Stage.Store.Read();
        var week = await db.WeekAsync(db.Groups.Single(group => group.ExternalId == "g1"), At("2020-02-16T23:00").UtcDateTime);
        Assert.Equal((new DateOnly(2020, 2, 10), 2, 1, 2, 0), (week.Monday, week.Asked, week.Received, week.Open, week.Donations));
        Assert.Equal(["石榴园社区"], week.WithNothing);
    }

    private async Task<ClosingReport> ReportAsync(DateOnly from, DateOnly to)
    {
        await using var db = Stage.Store.Read();
        return await db.ClosingReportAsync(from, to, new Group().Zone());
    }
}

public sealed class ClosingReportsOnSqlite() : ClosingReports(TestStore.SqliteAsync);

public sealed class ClosingReportsOnPostgres() : ClosingReports(TestStore.PostgresAsync);
