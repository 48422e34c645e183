using System.Net;
using System.Text.RegularExpressions;
using MutualAid.Core.Accounts;

namespace MutualAid.Tests.Admin;

/// <summary>A browser left open on a desk: what would hurt most asks once more who sits there.</summary>
public sealed partial class StepUpTests
{
    private static readonly (string, string)[] NewViewer = [("name", "邵卫东"), ("role", "Viewer")];

    [Fact]
    public async Task Ten_minutes_after_signing_in_a_role_is_given_only_with_the_password_and_nothing_is_typed_twice()
    {
        await using var house = await ConsoleHouse.StartAsync();
        var owner = await new ConsoleGuest(house).EnterAsync();
        house.Clock.Move(TimeSpan.FromMinutes(11));
        await owner.GetAsync("/accounts");
        var stopped = (await owner.PostAsync("/accounts", NewViewer)).Answer;
        Assert.Equal(HttpStatusCode.TemporaryRedirect, stopped.StatusCode);
        Assert.Equal(1, Accounts(house));

        var asked = stopped.Headers.Location!.ToString();
        var (_, page) = await owner.PostAsync(asked, NewViewer);
        Assert.Contains("请再确认一次是您本人", page, StringComparison.Ordinal);
        var kept = Hidden().Matches(page).Select(it => (it.Groups[1].Value, WebUtility.HtmlDecode(it.Groups[2].Value))).ToArray();
        Assert.Equal(NewViewer, kept.Where(it => it.Item1 is "name" or "role"));

        var (wrong, text) = await owner.PostAsync(asked, [.. NewViewer, ("proof", "猜的")]);
        Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
        Assert.Contains("密码不对", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.TemporaryRedirect, (await owner.PostAsync("/accounts", NewViewer)).Answer.StatusCode);

        var right = (await owner.PostAsync(asked, [.. NewViewer, ("proof", ConsoleGuest.Password)])).Answer;
        Assert.Equal((HttpStatusCode.TemporaryRedirect, "/accounts"), (right.StatusCode, right.Headers.Location!.ToString()));
        Assert.Equal(1, Accounts(house));
        await owner.PostAsync("/accounts", [.. NewViewer, ("proof", ConsoleGuest.Password)]);
        Assert.Equal(2, Accounts(house));
    }

    [Fact]
    public async Task Everybodys_numbers_are_taken_away_only_with_the_password_and_the_others_pages_stay_open()
    {
        await using var house = await ConsoleHouse.StartAsync();
        var owner = await new ConsoleGuest(house).EnterAsync();
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("/volunteers/roster.csv")).Answer.StatusCode);
        house.Clock.Move(TimeSpan.FromMinutes(11));
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("/volunteers")).Answer.StatusCode);
        var stopped = (await owner.GetAsync("/volunteers/roster.csv")).Answer;
        Assert.Equal(HttpStatusCode.SeeOther, stopped.StatusCode);
        var asked = stopped.Headers.Location!.ToString();
        await owner.GetAsync(asked);
        var right = (await owner.PostAsync(asked, ("proof-for-page", "1"), ("proof", ConsoleGuest.Password))).Answer;
        Assert.Equal((HttpStatusCode.Redirect, "/volunteers/roster.csv"), (right.StatusCode, right.Headers.Location!.ToString()));
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("/volunteers/roster.csv")).Answer.StatusCode);
        house.Clock.Move(TimeSpan.FromMinutes(10));
        Assert.Equal(HttpStatusCode.SeeOther, (await owner.GetAsync("/volunteers/roster.csv")).Answer.StatusCode);
    }

    [Fact]
    public async Task A_proof_counts_for_its_own_session_and_leads_to_no_other_site()
    {
        await using var house = await ConsoleHouse.StartAsync();
        var first = await new ConsoleGuest(house).EnterAsync();
        house.Clock.Move(TimeSpan.FromMinutes(11));
        var second = new ConsoleGuest(house);
        await second.SignInAsync();
        foreach (var proof in new[] { first, second })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/volunteers/roster.csv");
            request.Headers.Add("Cookie", $"console={first.Cookies["console"]}; console-proof={proof.Cookies["console-proof"]}");
            using var answer = await house.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await second.GetAsync("/volunteers/roster.csv")).Answer.StatusCode);
        foreach (var away in new[] { "https://example.com/", "//example.com", "/\\example.com" })
        {
            var asked = "/prove?back=" + Uri.EscapeDataString(away);
            await first.GetAsync(asked);
            var led = (await first.PostAsync(asked, ("proof", ConsoleGuest.Password))).Answer.Headers.Location!.ToString();
            Assert.Equal("/", led);
        }
    }

    [Fact]
    public async Task Who_came_by_a_link_and_has_no_password_is_told_how_to_go_on()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await new ConsoleGuest(house).EnterAsync();
        var guest = await new ConsoleGuest(house).EnterAsAsync("段丽华", ConsoleRole.Owner, group: null);
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync("/volunteers/roster.csv")).Answer.StatusCode);
        house.Clock.Move(TimeSpan.FromMinutes(11));
        var asked = (await guest.GetAsync("/volunteers/roster.csv")).Answer.Headers.Location!.ToString();
        var (_, page) = await guest.GetAsync(asked);
        Assert.Contains("点新链接进来", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"proof\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await guest.PostAsync(asked, ("proof", ""))).Answer.StatusCode);
    }

    private static int Accounts(ConsoleHouse house)
    {
        using var db = house.Read();
        return db.ConsoleAccounts.Count();
    }

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)">""")]
    private static partial Regex Hidden();
}
