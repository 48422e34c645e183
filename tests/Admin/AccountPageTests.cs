using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace MutualAid.Tests.Admin;

public sealed partial class AccountPageTests
{
    [Fact]
    public async Task An_invited_organiser_comes_in_sets_a_password_and_loses_the_role_at_the_next_click()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var owner = await new ConsoleGuest(house).EnterAsync();
        await owner.GetAsync("/accounts");
        var made = (await owner.PostAsync("/accounts", ("name", "邵卫东"), ("role", "Organiser"), ("group", "1"))).Answer;
        var page = made.Headers.Location!.ToString();
        var link = Shown().Match((await owner.GetAsync(page)).Text).Groups["link"].Value;
        Assert.StartsWith($"{house.Address}enter?key=", link, StringComparison.Ordinal);

        var guest = new ConsoleGuest(house);
        await guest.GetAsync(new Uri(link).PathAndQuery);
        await guest.PostAsync("/enter", ("key", link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..]));
        Assert.Contains("还没有密码", (await guest.GetAsync("/")).Text, StringComparison.Ordinal);
        await guest.PostAsync("/me?handler=password", ("password", "河对岸的柳树比去年高了一截"));
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync("/messages")).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await guest.GetAsync("/accounts")).Answer.StatusCode);

        var grant = Grant().Match((await owner.GetAsync(page)).Text).Groups["grant"].Value;
        await owner.PostAsync($"{page}?handler=revoke", ("grant", grant));
        Assert.Equal(HttpStatusCode.Forbidden, (await guest.GetAsync("/messages")).Answer.StatusCode);
        await owner.PostAsync($"{page}?handler=signOut");
        Assert.Equal(HttpStatusCode.SeeOther, (await guest.GetAsync("/me")).Answer.StatusCode);
    }

    [Fact]
    public async Task The_last_owner_stays()
    {
        await using var house = await ConsoleHouse.StartAsync();
        var owner = await new ConsoleGuest(house).EnterAsync();
        var grant = Grant().Match((await owner.GetAsync("/accounts/1")).Text).Groups["grant"].Value;
        foreach (var (act, field) in new[] { ("revoke", grant), ("close", "") })
        {
            var (answer, text) = await owner.PostAsync($"/accounts/1?handler={act}", ("grant", field));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("这是最后一位拥有者", text, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("/accounts")).Answer.StatusCode);
    }

    [Fact]
    public async Task A_name_that_is_taken_is_refused_and_kept_in_its_field()
    {
        await using var house = await ConsoleHouse.StartAsync();
        var owner = await new ConsoleGuest(house).EnterAsync();
        var (answer, text) = await owner.PostAsync("/accounts", ("name", ConsoleGuest.Owner), ("role", "Viewer"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("已经有一个账户用这个名字", text, StringComparison.Ordinal);
        Assert.Contains($"value=\"{ConsoleGuest.Owner}\"", text, StringComparison.Ordinal);
        await using var db = house.Read();
        Assert.Equal(1, await db.ConsoleAccounts.CountAsync());
    }

    [GeneratedRegex("id=\"link\" class=\"code\" readonly value=\"(?<link>[^\"]+)\"")]
    private static partial Regex Shown();

    [GeneratedRegex("name=\"grant\" value=\"(?<grant>[0-9]+)\"")]
    private static partial Regex Grant();
}
