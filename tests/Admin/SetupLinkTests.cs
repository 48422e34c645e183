using System.Net;
using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Host;
using MutualAid.Core.Accounts;

namespace MutualAid.Tests.Admin;

public sealed class SetupLinkTests
{
    [Fact]
    public async Task The_link_opens_the_console_once()
    {
        await using var house = await ConsoleHouse.StartAsync();
        var token = house.Token;
        Assert.StartsWith($"{house.Address}setup?token=", house.Link, StringComparison.Ordinal);
        Assert.True(token.Length * 6 >= 128);

        var guest = await new ConsoleGuest(house).EnterAsync();
        Assert.Contains("现在要办的", (await guest.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.False(File.Exists(house.LinkFile));

        var late = new ConsoleGuest(house);
        Assert.Equal(HttpStatusCode.Forbidden, (await late.GetAsync($"/setup?token={token}")).Answer.StatusCode);
        await late.GetAsync("/sign-in");
        var again = await late.PostAsync("/setup", ("token", token), ("name", "邵卫东"), ("password", ConsoleGuest.Password));
        Assert.Equal(HttpStatusCode.Forbidden, again.Answer.StatusCode);
        Assert.DoesNotContain("console", late.Cookies.Keys);
    }

    [Fact]
    public async Task A_preview_of_the_link_does_not_spend_it()
    {
        await using var house = await ConsoleHouse.StartAsync();
        for (var look = 0; look < 3; look++)
            Assert.Equal(HttpStatusCode.OK, (await new ConsoleGuest(house).GetAsync($"/setup?token={house.Token}")).Answer.StatusCode);
        await new ConsoleGuest(house).EnterAsync();
    }

    [Theory]
    [InlineData("/setup")]
    [InlineData("/setup?token=")]
    [InlineData("/setup?token=wrong")]
    public async Task Without_the_right_secret_nothing_opens(string path)
    {
        await using var house = await ConsoleHouse.StartAsync();
        var guest = new ConsoleGuest(house);
        var (answer, text) = await guest.GetAsync(path);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("这个链接打不开", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await guest.PostAsync(path)).Answer.StatusCode);
    }

    [Fact]
    public async Task After_an_hour_the_link_is_too_old()
    {
        await using var house = await ConsoleHouse.StartAsync();
        house.Clock.Move(TimeSpan.FromMinutes(59));
        Assert.Equal(HttpStatusCode.OK, (await new ConsoleGuest(house).GetAsync($"/setup?token={house.Token}")).Answer.StatusCode);
        house.Clock.Move(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Forbidden, (await new ConsoleGuest(house).GetAsync($"/setup?token={house.Token}")).Answer.StatusCode);
    }

    [Fact]
    public async Task Many_wrong_tries_close_the_door_for_a_minute()
    {
        await using var house = await ConsoleHouse.StartAsync();
        var guest = new ConsoleGuest(house);
        for (var wrong = 0; wrong < 21; wrong++)
            Assert.Equal(HttpStatusCode.Forbidden, (await guest.GetAsync($"/setup?token={wrong}")).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await guest.GetAsync($"/setup?token={house.Token}")).Answer.StatusCode);
        house.Clock.Move(TimeSpan.FromMinutes(1));
        await guest.EnterAsync();
    }

    [Fact]
    public async Task Twenty_who_press_at_once_are_one_who_gets_in()
    {
        await using var house = await ConsoleHouse.StartAsync();
        var token = house.Token;
        var guests = Enumerable.Range(0, 20).Select(_ => new ConsoleGuest(house)).ToList();
        await Task.WhenAll(guests.Select(it => it.GetAsync($"/setup?token={token}")));
        var answers = await Task.WhenAll(
            guests.Select((it, at) => it.PostAsync("/setup", ("token", token), ("name", $"人{at}"), ("password", ConsoleGuest.Password)))
        );
        Assert.Single(answers, it => it.Answer.StatusCode == HttpStatusCode.Redirect);
        await using var db = house.Read();
        Assert.Equal(1, await db.ConsoleSessions.CountAsync());
        Assert.Equal(1, await db.ConsoleAccounts.CountAsync());
    }

    [SkippableFact]
    public async Task Only_the_owner_of_the_folder_reads_the_link()
    {
        if (OperatingSystem.IsWindows())
            throw new SkipException("skipped: file modes are of Unix");
        await using var house = await ConsoleHouse.StartAsync();
        await new ConsoleGuest(house).GetAsync($"/setup?token={house.Token}");
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(owner, File.GetUnixFileMode(house.LinkFile));
    }

    [Fact]
    public async Task A_session_ends_when_it_is_idle_and_at_the_latest_after_half_a_day()
    {
        await using var house = await ConsoleHouse.StartAsync();
        var guest = await new ConsoleGuest(house).EnterAsync();
        var cookie = guest.Cookies["console"];
        for (var passed = TimeSpan.Zero; passed < SessionDesk.Longest - TimeSpan.FromMinutes(29); passed += TimeSpan.FromMinutes(29))
        {
            Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync("/")).Answer.StatusCode);
            house.Clock.Move(TimeSpan.FromMinutes(29));
        }

        house.Clock.Move(TimeSpan.FromMinutes(29));
        await IsSentToTheDoorAsync(guest);
        await using var db = house.Read();
        Assert.DoesNotContain(cookie, (await db.ConsoleSessions.SingleAsync()).TokenHash, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_an_hour_without_a_look_ends_the_session()
    {
        await using var house = await ConsoleHouse.StartAsync();
        var guest = await new ConsoleGuest(house).EnterAsync();
        house.Clock.Move(SessionDesk.Idle);
        await IsSentToTheDoorAsync(guest);
    }

    [Fact]
    public async Task Who_signs_out_is_out_on_the_next_request()
    {
        await using var house = await ConsoleHouse.StartAsync();
        var guest = await new ConsoleGuest(house).EnterAsync();
        var old = guest.Cookies["console"];
        await guest.PostAsync("/me?handler=leave");
        var thief = new HttpRequestMessage(HttpMethod.Get, "/");
        thief.Headers.Add("Cookie", $"console={old}");
        Assert.Equal(HttpStatusCode.SeeOther, (await house.Http.SendAsync(thief)).StatusCode);
    }

    [Fact]
    public async Task On_https_the_cookies_are_held_to_the_host()
    {
        await using var house = await ConsoleHouse.StartAsync("https://console.example.org");
        house.Http.DefaultRequestHeaders.Host = "console.example.org";
        var guest = new ConsoleGuest(house);
        await guest.GetAsync($"/setup?token={house.Token}");
        var (answer, _) = await guest.PostAsync(
            "/setup",
            ("token", house.Token),
            ("name", ConsoleGuest.Owner),
            ("password", ConsoleGuest.Password)
        );
        var session = answer.Headers.GetValues("Set-Cookie").Single(it => it.StartsWith("__Host-console=", StringComparison.Ordinal));
        foreach (var rule in new[] { "secure", "httponly", "samesite=strict", "path=/" })
            Assert.Contains(rule, session, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("max-age=31536000", answer.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.All(guest.Cookies.Keys, it => Assert.StartsWith("__Host-", it, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_machines_console_needs_https()
    {
        var error = await Assert.ThrowsAsync<SettingException>(() => House.BuildAsync(["--Console:Url=http://console.example.org"]));
        Assert.Equal("Console:Url", error.Key);
    }

    private static async Task IsSentToTheDoorAsync(ConsoleGuest guest)
    {
        var (answer, _) = await guest.GetAsync("/");
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/sign-in", answer.Headers.Location!.ToString());
    }
}
