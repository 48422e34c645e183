using System.Net;
using MutualAid.Core.Reports;

namespace MutualAid.Tests.Admin;

/// <summary>Donations as the console lists, sums, takes back and hands out.</summary>
public sealed class DonationPageTests
{
    [Fact]
    public async Task A_donation_is_taken_back_from_list_sums_tables_and_report_and_put_back()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        Assert.Contains("删掉这笔捐赠：#1", (await guest.GetAsync("/donations/1?ask=takeBack")).Text, StringComparison.Ordinal);
        await guest.PostAsync("/donations/1?handler=takeBack");
        var (_, list) = await guest.GetAsync("/donations");
        Assert.Contains("个 删掉了", list, StringComparison.Ordinal);
        // A second tap where 撤销 stood meets no button that brings it back.
        Assert.DoesNotContain("action=\"/donations/1?handler=putBack\"", list, StringComparison.Ordinal);
        Assert.Contains("href=\"/donations?state=gone\">看删掉的，可以恢复", list, StringComparison.Ordinal);
        Assert.DoesNotContain("晨露超市", list, StringComparison.Ordinal);
        Assert.Contains("口罩 300个", list, StringComparison.Ordinal);
        Assert.DoesNotContain("晨露超市", (await guest.PostAsync("/exports", ("what", "donations"))).Text, StringComparison.Ordinal);
        Assert.Equal(1, await ReportedAsync(house));
        Assert.Contains("晨露超市", (await guest.GetAsync("/donations?state=gone")).Text, StringComparison.Ordinal);
        var refused = await guest.PostAsync("/donations/1", ("what", "牛奶 1箱"), ("date", "2020-02-05"), ("version", "2"));
        Assert.Equal(HttpStatusCode.NotFound, refused.Answer.StatusCode);
        await guest.PostAsync("/donations/1?handler=putBack");
        Assert.Contains("晨露超市", (await guest.GetAsync("/donations")).Text, StringComparison.Ordinal);
        Assert.Equal(3, await ReportedAsync(house));
        Assert.Matches(
            "恢复了捐赠 <a href=\"/donations/1\">.*删掉了捐赠 <a",
            (await guest.GetAsync("/audit")).Text.ReplaceLineEndings(" ")
        );
    }

    [Fact]
    public async Task The_table_of_donations_is_one_press_away()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (_, list) = await guest.GetAsync("/donations?from=2020-02-01");
        Assert.Contains("name=\"from\" value=\"2020-02-01\"", list, StringComparison.Ordinal);
        Assert.True(
            list.IndexOf("下载表格", StringComparison.Ordinal) is > 0 and var head
                && head < list.IndexOf("<table", StringComparison.Ordinal)
        );
        var (answer, csv) = await guest.PostAsync(
            "/exports",
            ("what", "donations"),
            ("from", "2020-02-01"),
            ("group", ""),
            ("format", "csv")
        );
        Assert.Equal("donations-2020-02-05.csv", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Contains("牛奶", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("300", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_donation_repeats_what_was_written_and_the_trail_says_what_it_is()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.GetAsync("/donations/new");
        await guest.PostAsync("/donations/new", ("what", "牛奶 10箱"), ("date", "2020-02-05"), ("value", "60000"), ("group", "1"));
        var (_, noted) = await guest.GetAsync("/donations");
        Assert.Contains("#3 牛奶 10箱，¥60,000 记好了", noted, StringComparison.Ordinal);
        Assert.Contains("<a class=\"button\" href=\"/donations/3\">写错了，改一下</a>", noted, StringComparison.Ordinal);
        await guest.PostAsync("/donations/3?handler=takeBack");
        var (_, trail) = await guest.GetAsync("/audit");
        Assert.Contains("删掉了捐赠 <a href=\"/donations/3\">#3 牛奶 10箱</a>", trail, StringComparison.Ordinal);
        Assert.Contains("href=\"/audit?from=2020-02-05\" aria-current=\"true\">", trail, StringComparison.Ordinal);
    }

    private static async Task<int> ReportedAsync(ConsoleHouse house)
    {
        await using var db = house.Read();
        return (await db.ClosingReportAsync(new DateOnly(2020, 1, 1), new DateOnly(2020, 3, 1), TimeZoneInfo.Utc)).Donations.Count;
    }
}
