using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Volunteers;

namespace MutualAid.Tests.Admin;

public sealed partial class TeamPageTests
{
    [Fact]
    public async Task A_team_is_made_changed_and_dissolved_and_each_is_taken_back()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsAsync("江文", ConsoleRole.Organiser, 1);
        var (lead, helper) = (await IdAsync(house, "段丽华"), await IdAsync(house, "邵卫东"));
        Assert.Contains("href=\"/volunteers/teams/new\"", (await guest.GetAsync("/volunteers/teams")).Text, StringComparison.Ordinal);
        // Of one group only: nothing is to be chosen first.
        var (_, form) = await guest.GetAsync("/volunteers/teams/new");
        // Nobody leads it before somebody says who.
        Assert.Matches("<option value=\"\">请选一位</option>\\s*<option value=\"[0-9]+\">我自己（江文）<", form);
        var self = Regex.Match(form, "value=\"([0-9]+)\">我自己").Groups[1].Value;
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await guest.PostAsync("/volunteers/teams/new?group=1", ("name", "北门队"), ("people", helper))).Answer.StatusCode
        );
        await guest.PostAsync("/volunteers/teams/new?group=1", ("name", "北门队"), ("lead", self), ("people", helper), ("people", lead));
        var (_, made) = await guest.GetAsync("/volunteers/teams");
        Assert.Contains("建好了：「北门队」3 人（含带队的江文）。", made, StringComparison.Ordinal);
        Assert.Contains(
            "江文带队 · 队员：段丽华、邵卫东",
            made.Replace("邵卫东、段丽华", "段丽华、邵卫东", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        var team = await TeamAsync(house, "北门队");

        var (_, page) = await guest.GetAsync($"/volunteers/teams/{team}");
        await guest.PostAsync($"/volunteers/teams/{team}", ("name", "北门二队"), ("lead", lead), ("people", helper), ("seen", Seen(page)));
        Assert.Contains("段丽华带队 · 队员：邵卫东<", (await guest.GetAsync("/volunteers/teams")).Text, StringComparison.Ordinal);
        await guest.PostAsync($"/volunteers/teams/{team}?handler=dissolve");
        var (_, gone) = await guest.GetAsync("/volunteers/teams");
        Assert.Contains("「北门二队」解散了", gone, StringComparison.Ordinal);
        Assert.DoesNotContain($"href=\"/volunteers/teams/{team}\"", gone, StringComparison.Ordinal);
        await guest.PostAsync($"/volunteers/teams/{team}?handler=undo", ("step", Step(gone)));
        Assert.Contains("段丽华带队 · 队员：邵卫东<", (await guest.GetAsync("/volunteers/teams")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_team_needs_a_free_name_and_people_of_its_group()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        // Of several groups none is chosen for anybody.
        Assert.DoesNotContain("name=\"name\"", (await guest.GetAsync("/volunteers/teams/new")).Text, StringComparison.Ordinal);
        await guest.GetAsync("/volunteers/teams/new?group=1");
        var helper = await IdAsync(house, "邵卫东");
        var before = await house.DumpAsync();
        (string, string)[][] wrong =
        [
            [("lead", helper), ("people", helper)],
            [("name", "南门队"), ("lead", helper), ("people", helper)],
            [("name", "南 门 二 队"), ("lead", helper)],
            [("name", "北门队"), ("people", helper)],
            [("name", "北门队"), ("lead", helper), ("people", "99999")],
            [("name", "北门队"), ("lead", "99999")],
        ];
        foreach (var form in wrong)
            Assert.Equal(
                HttpStatusCode.UnprocessableEntity,
                (await guest.PostAsync("/volunteers/teams/new?group=1", form)).Answer.StatusCode
            );
        Assert.Equal(before, await house.DumpAsync());
        var (_, kept) = await guest.PostAsync("/volunteers/teams/new?group=1", ("name", "南门队"), ("lead", helper), ("people", helper));
        Assert.Contains("已经有叫这个名字的队了", kept, StringComparison.Ordinal);
        Assert.Matches($"value=\"{helper}\" checked", kept);
    }

    [Fact]
    public async Task What_somebody_changed_meanwhile_is_shown_and_not_overwritten()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var seen = Seen((await guest.GetAsync("/volunteers/teams/1")).Text);
        var (lead, helper) = (await IdAsync(house, "段丽华"), await IdAsync(house, "邵卫东"));
        await guest.PostAsync("/volunteers/teams/1", ("name", "南门队"), ("lead", lead), ("people", lead), ("seen", seen));
        var (answer, text) = await guest.PostAsync(
            "/volunteers/teams/1",
            ("name", "南门队"),
            ("lead", lead),
            ("people", helper),
            ("seen", seen)
        );
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("邵卫东", text, StringComparison.Ordinal);
        await using var db = house.Read();
        Assert.Equal(["段丽华"], await db.TeamMembers.Where(it => it.LeftAt == null).Select(it => it.Person.Name).ToListAsync());
    }

    [Fact]
    public async Task A_dissolved_team_is_chosen_nowhere_and_its_name_is_free_again()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        Assert.Contains("南门队 · ", (await guest.GetAsync("/shifts/new")).Text, StringComparison.Ordinal);
        await guest.PostAsync("/volunteers/teams/1?handler=dissolve");
        Assert.DoesNotContain("南门队 · ", (await guest.GetAsync("/shifts/new")).Text, StringComparison.Ordinal);
        await guest.PostAsync(
            "/volunteers/teams/new?group=1",
            ("name", "南门队"),
            ("lead", await IdAsync(house, "邵卫东")),
            ("people", await IdAsync(house, "段丽华"))
        );
        // The next one is most likely of the same group.
        Assert.Matches("group=1\" aria-current=\"true\"", (await guest.GetAsync("/volunteers/teams/new")).Text);
        await using var db = house.Read();
        Assert.Equal(
            ["段丽华"],
            await db.Teams.Standing().SelectMany(it => it.Members).Where(it => it.LeftAt == null).Select(it => it.Person.Name).ToListAsync()
        );
    }

    private static string Seen(string text) => SeenField().Match(text).Groups[1].Value;

    private static string Step(string text) => StepField().Match(text).Groups[1].Value;

    private static async Task<long> TeamAsync(ConsoleHouse house, string name)
    {
        await using var db = house.Read();
        return await db.Teams.Where(it => it.Name == name).Select(it => it.Id).SingleAsync();
    }

    private static async Task<string> IdAsync(ConsoleHouse house, string name)
    {
        await using var db = house.Read();
        return $"{await db.Members.Where(it => it.Person.Name == name).Select(it => it.PersonId).FirstAsync()}";
    }

    [GeneratedRegex("name=\"seen\" value=\"(-?[0-9]+)\"")]
    private static partial Regex SeenField();

    [GeneratedRegex("name=\"step\" value=\"([0-9]+)\"")]
    private static partial Regex StepField();
}
