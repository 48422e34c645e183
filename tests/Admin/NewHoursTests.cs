using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Volunteers;

namespace MutualAid.Tests.Admin;

public sealed class NewHoursTests
{
    [Fact]
    public async Task Hours_of_who_cannot_sign_in_are_noted_by_hand_and_taken_back()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (lead, helper) = (await IdAsync(house, "段丽华"), await IdAsync(house, "邵卫东"));
        await guest.GetAsync("/volunteers/hours/new?group=1");
        await guest.PostAsync(
            "/volunteers/hours/new?group=1",
            ("what", "北门岗"),
            ("date", "2020-02-04"),
            ("hours", "2.5"),
            ("people", lead),
            ("people", helper)
        );
        var (_, noted) = await guest.GetAsync("/volunteers/hours");
        Assert.Matches("记下了：(段丽华、邵卫东|邵卫东、段丽华) 2.5 小时", noted);
        Assert.Contains("2 人，共 5 小时", noted, StringComparison.Ordinal);
        // Twice the same time is counted once.
        var before = await house.DumpAsync();
        (string, string)[][] wrong =
        [
            [("what", "北门岗"), ("date", "2020-02-04"), ("hours", "1"), ("people", lead)],
            [("what", ""), ("date", "2020-02-03"), ("hours", "1"), ("people", lead)],
            [("what", "北门岗"), ("date", "2020-02-06"), ("hours", "1"), ("people", lead)],
            [("what", "北门岗"), ("date", "2020-02-03"), ("hours", "两"), ("people", lead)],
            [("what", "北门岗"), ("date", "2020-02-03"), ("hours", "25"), ("people", lead)],
            [("what", "北门岗"), ("date", "2020-02-03"), ("hours", "1")],
            [("what", "北门岗"), ("date", "2020-02-03"), ("hours", "1"), ("people", "99999")],
        ];
        foreach (var form in wrong)
            Assert.Equal(
                HttpStatusCode.UnprocessableEntity,
                (await guest.PostAsync("/volunteers/hours/new?group=1", form)).Answer.StatusCode
            );
        Assert.Equal(before, await house.DumpAsync());
        await guest.PostAsync(
            "/volunteers/hours?handler=undo",
            ("step", Regex.Match(noted, "name=\"step\" value=\"([0-9]+)\"").Groups[1].Value)
        );
        var (_, undone) = await guest.GetAsync("/volunteers/hours");
        Assert.Contains("撤销了，时长没有记", undone, StringComparison.Ordinal);
        Assert.DoesNotContain("2 人，共 5 小时", undone, StringComparison.Ordinal);
        await using var db = house.Read();
        Assert.Equal(0, await db.Shifts.CountAsync(it => it.Place == "北门岗"));
    }

    [Fact]
    public async Task An_empty_month_offers_its_sheet_and_leads_to_the_last_one_with_hours()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (_, text) = await guest.GetAsync("/volunteers/hours?month=2020-04");
        Assert.Contains("href=\"/volunteers/hours.xlsx?month=2020-04\"", text, StringComparison.Ordinal);
        Assert.Contains("href=\"/volunteers/hours?month=2020-02\"", text, StringComparison.Ordinal);
        Assert.Contains("href=\"/volunteers/hours/new\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hours_of_today_are_over_by_now()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.GetAsync("/volunteers/hours/new?group=1");
        // It is noon there: nine and eight hours more would be later.
        await guest.PostAsync(
            "/volunteers/hours/new?group=1",
            ("what", "搬菜"),
            ("date", "2020-02-05"),
            ("hours", "8"),
            ("people", await IdAsync(house, "段丽华"))
        );
        await using var db = house.Read();
        var made = await db.Hours.Where(it => it.Assignment.Shift.Place == "搬菜").SingleAsync();
        Assert.Equal(new DateTime(2020, 2, 5, 4, 0, 0, DateTimeKind.Utc), made.To);
        Assert.Equal(480, made.Minutes());
    }

    private static async Task<string> IdAsync(ConsoleHouse house, string name)
    {
        await using var db = house.Read();
        return $"{await db.Members.Where(it => it.Person.Name == name).Select(it => it.PersonId).FirstAsync()}";
    }
}
