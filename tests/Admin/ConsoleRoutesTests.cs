using System.Net;
using System.Text.RegularExpressions;
using MutualAid.Bot.Host;

namespace MutualAid.Tests.Admin;

public sealed partial class ConsoleRoutesTests
{
    [Fact]
    public async Task Every_route_says_which_port_it_belongs_to()
    {
        await using var house = await ConsoleHouse.StartAsync();
        var unmarked = Routes(house).Where(it => Listeners.Of(it) is null).Select(it => it.DisplayName);
        Assert.Empty(unmarked);
        Assert.Contains(Routes(house), it => Listeners.Of(it) == Listener.Console);
    }

    [Fact]
    public async Task A_route_does_not_exist_on_the_other_port_whatever_host_is_named()
    {
        await using var house = await ConsoleHouse.StartAsync();
        foreach (var route in Routes(house))
        {
            var onConsole = Listeners.Of(route) == Listener.Console;
            var path = Path(route);
            // Both ports have a page there; they are told apart below.
            if (path == "/")
                continue;
            var (wrong, right) = onConsole ? (house.PublicAddress, house.Address) : (house.Address, house.PublicAddress);
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
            {
                using var forged = new HttpRequestMessage(method, new Uri(wrong, path));
                forged.Headers.Host = onConsole ? right.Authority : $"localhost:{right.Port}";
                using var answer = await house.Http.SendAsync(forged);
                // A method that the other port's route does not take has no route here: the console sends it to its door.
                var isSentAway = !onConsole && answer.Headers.Location?.ToString().StartsWith("/sign-in", StringComparison.Ordinal) == true;
                Assert.True(answer.StatusCode == HttpStatusCode.NotFound || isSentAway, $"{method} {path} {answer.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task The_two_front_pages_are_told_apart_by_the_port_alone()
    {
        await using var house = await ConsoleHouse.StartAsync();
        var guest = await new ConsoleGuest(house).EnterAsync();
        Assert.Contains("管理后台", (await guest.GetAsync("/")).Text, StringComparison.Ordinal);

        using var forged = new HttpRequestMessage(HttpMethod.Get, house.PublicAddress);
        forged.Headers.Host = house.Address.Authority;
        forged.Headers.Add("Cookie", $"console={guest.Cookies["console"]}");
        using var answer = await house.Http.SendAsync(forged);
        Assert.DoesNotContain("管理后台", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_host_name_is_refused_on_the_consoles_port()
    {
        await using var house = await ConsoleHouse.StartAsync();
        using var rebound = new HttpRequestMessage(HttpMethod.Get, $"/setup?token={house.Token}");
        rebound.Headers.Host = "evil.example";
        using var answer = await house.Http.SendAsync(rebound);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Without_a_session_only_the_door_opens()
    {
        await using var house = await ConsoleHouse.StartAsync();
        string[] open = ["/setup", "/enter", "/sign-in", "/sign-in/code", "/console/console.css"];
        foreach (var path in Routes(house).Where(it => Listeners.Of(it) == Listener.Console).Select(Path).Distinct().Except(open))
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete })
            {
                using var request = new HttpRequestMessage(method, path);
                using var answer = await house.Http.SendAsync(request);
                Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
                Assert.StartsWith("/sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
            }
        }

        foreach (var path in open[2..])
            Assert.Equal(HttpStatusCode.OK, (await house.Http.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task Every_answer_has_its_headers()
    {
        await using var house = await ConsoleHouse.StartAsync();
        var guest = await new ConsoleGuest(house).EnterAsync();
        var answers = new List<HttpResponseMessage>
        {
            (await guest.GetAsync("/")).Answer,
            (await guest.GetAsync("/sign-in")).Answer,
            (await guest.GetAsync("/setup?token=x")).Answer,
            (await guest.GetAsync("/console/console.css")).Answer,
            (await guest.GetAsync("/console/mark.svg")).Answer,
            (await guest.GetAsync("/console/none.css")).Answer,
            (await guest.GetAsync("/nowhere")).Answer,
            (await guest.GetAsync("/health/live")).Answer,
            (await guest.PostAsync("/?handler=heard", "forged", [("id", "1")])).Answer,
            (await guest.PostAsync("/?handler=heard", ("id", "1"))).Answer,
            (await guest.SendAsync(TooLarge())).Answer,
            (await new ConsoleGuest(house).GetAsync("/")).Answer,
        };
        Assert.Contains(answers, it => it.StatusCode == HttpStatusCode.RequestEntityTooLarge);
        foreach (var answer in answers)
        {
            string Header(string name) => answer.Headers.TryGetValues(name, out var values) ? values.Single() : "";
            Assert.StartsWith("default-src 'self'", Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Equal("nosniff", Header("X-Content-Type-Options"));
            Assert.Equal("no-referrer", Header("Referrer-Policy"));
            Assert.Contains("no-store", Header("Cache-Control"), StringComparison.Ordinal);
            Assert.Equal("", Header("Server"));
        }
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Origin", "https://evil.example")]
    public async Task A_form_from_another_site_is_refused(string header, string value)
    {
        await using var house = await ConsoleHouse.StartAsync();
        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/sign-in?handler=look");
        foreign.Headers.Add(header, value);
        using var answer = await house.Http.SendAsync(foreign);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    public async Task The_switches_lead_nowhere_else(string back)
    {
        await using var house = await ConsoleHouse.StartAsync();
        var guest = new ConsoleGuest(house);
        await guest.GetAsync("/sign-in");
        var (answer, _) = await guest.PostAsync("/sign-in?handler=look", ("language", "en"), ("back", back));
        Assert.Equal("/", answer.Headers.Location!.ToString());
        Assert.Contains("Open the setup link first", (await guest.GetAsync("/sign-in")).Text, StringComparison.Ordinal);
    }

    // It asks first: a connection closed in the middle of a body has no answer to look at.
    private static HttpRequestMessage TooLarge()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in?handler=look")
        {
            Content = new ByteArrayContent(new byte[7 << 20]),
        };
        request.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
        request.Headers.ExpectContinue = true;
        return request;
    }

    private static IEnumerable<RouteEndpoint> Routes(ConsoleHouse house) =>
        house.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static string Path(RouteEndpoint route)
    {
        var path = "/" + (route.RoutePattern.RawText ?? "").Trim('/');
        return Slot().Replace(path, it => it.Value == "{part}" ? "console.css" : "1");
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Slot();
}
