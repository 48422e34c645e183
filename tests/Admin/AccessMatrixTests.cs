using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MutualAid.Admin;
using MutualAid.Bot.Host;
using MutualAid.Core.Accounts;
using MutualAid.Tests.HouseRules;

namespace MutualAid.Tests.Admin;

/// <summary>Every screen and act of the console against every role, as tests/Admin/access.txt says it.</summary>
public sealed partial class AccessMatrixTests
{
    private static readonly (string Name, ConsoleRole Role)[] Roles =
    [
        ("viewer", ConsoleRole.Viewer),
        ("care", ConsoleRole.CareWorker),
        ("editor", ConsoleRole.Editor),
        ("organiser", ConsoleRole.Organiser),
        ("owner", ConsoleRole.Owner),
    ];

    [Fact]
    public async Task Every_page_and_act_stands_in_the_table_and_in_the_reviewed_matrix()
    {
        await using var house = await ConsoleHouse.StartAsync();
        var real = Acts(house).Order(StringComparer.Ordinal).ToList();
        Assert.True(real.Count > 20);
        Assert.Equal(real, Access.Lines.Order(StringComparer.Ordinal));
        Assert.Equal(real, Matrix().Select(it => it.Act).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_role_may_do_what_the_matrix_says_and_nothing_else()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guests = new List<(string Name, ConsoleGuest Guest)> { ("", new ConsoleGuest(house)) };
        foreach (var (name, role) in Roles)
            guests.Add((name, await new ConsoleGuest(house).EnterAsAsync(name, role, role == ConsoleRole.Owner ? null : 1)));
        var wrong = new List<string>();
        foreach (var (act, allowed) in Matrix())
        {
            foreach (var (name, guest) in guests)
            {
                var expected = Expected(act, allowed, name);
                // A form without its token: who may is told that the form is bad, who may not never gets so far.
                var answer = await AskAsync(guest, act);
                if (answer != expected)
                    wrong.Add($"{act} as {(name.Length == 0 ? "nobody" : name)}: {answer}, not {expected}");
            }
        }

        Assert.Equal([], wrong);
    }

    [Fact]
    public async Task A_handler_or_method_that_is_not_in_the_table_is_refused_even_to_the_owner()
    {
        await using var house = await ConsoleHouse.StartAsync();
        var guest = await new ConsoleGuest(house).EnterAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await guest.PostAsync("/communities?handler=unheard")).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await guest.PostAsync("/running")).Answer.StatusCode);
        var put = await guest.SendAsync(new HttpRequestMessage(HttpMethod.Put, "/communities"));
        Assert.Equal(HttpStatusCode.Forbidden, put.Answer.StatusCode);
    }

    [Fact]
    public async Task A_look_changes_no_row()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var before = await house.DumpAsync();
        foreach (var act in Matrix().Select(it => it.Act).Where(it => it.StartsWith("GET ", StringComparison.Ordinal)))
            await guest.GetAsync(PathOf(act));
        Assert.Equal(before, await house.DumpAsync());
        await using var db = house.Read();
        // What was taken away is written down, and nothing else.
        Assert.All(db.Audit, it => Assert.Matches("\\.(csv|xlsx)$", it.Act));
    }

    private static HttpStatusCode Expected(string act, string[] allowed, string name)
    {
        var isForm = act.StartsWith("POST", StringComparison.Ordinal);
        if (allowed is ["open"] || allowed.Contains(name))
            return isForm ? HttpStatusCode.BadRequest : HttpStatusCode.OK;
        return name.Length == 0 ? HttpStatusCode.SeeOther : HttpStatusCode.Forbidden;
    }

    private static async Task<HttpStatusCode> AskAsync(ConsoleGuest guest, string act)
    {
        if (act.StartsWith("POST", StringComparison.Ordinal))
            return (await guest.PostAsync(PathOf(act), null, [])).Answer.StatusCode;
        var status = (await guest.GetAsync(PathOf(act))).Answer.StatusCode;
        // The doors that ask for a secret say no to who has none, whoever it is.
        return PathOf(act) is "/setup" or "/enter" && status == HttpStatusCode.Forbidden ? HttpStatusCode.OK : status;
    }

    private static IEnumerable<(string Act, string[] Allowed)> Matrix() =>
        File.ReadLines(Path.Combine(Sources.Root, "tests/Admin/access.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(": ", 2))
            .Select(parts => (Act: parts[0].TrimEnd(), parts[1].Split(' ')));

    private static string PathOf(string act)
    {
        var parts = act.Split(' ');
        var path =
            "/"
            + Slot()
                .Replace(
                    parts.ElementAtOrDefault(1) ?? "",
                    it =>
                        it.Value is "{part}" ? "console.css"
                        : it.Value is "{kind}" ? "needs"
                        : "1"
                );
        return parts.Length > 2 ? $"{path}?handler={parts[2]}" : path;
    }

    // As the routing sees them: a new page, a new handler is in this list by itself.
    private static IEnumerable<string> Acts(ConsoleHouse house) =>
        house
            .App.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(it => Listeners.Of(it) == Listener.Console)
            .SelectMany(route => Handlers(route).Select(it => Line(it.Method, route.RoutePattern.RawText!.Trim('/'), it.Handler)))
            .Distinct(StringComparer.Ordinal);

    private static string Line(string method, string route, string handler) => $"{method} {route} {handler}".TrimEnd();

    private static IEnumerable<(string Method, string Handler)> Handlers(RouteEndpoint route)
    {
        if (route.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
            return route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(it => (it, ""));
        var model = typeof(Access).Assembly.GetTypes().Single(it => IsModelOf(it, page));
        var handlers = model
            .GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Select(it => HandlerName().Match(it.Name))
            .Where(it => it.Success)
            .Select(it => (it.Groups["method"].Value.ToUpperInvariant(), Small(it.Groups["handler"].Value)));
        return handlers.Append(("GET", "")).Distinct();
    }

    private static bool IsModelOf(Type type, PageActionDescriptor page) => ModelNames.Value[page.RelativePath] == type.Name;

    private static readonly Lazy<Dictionary<string, string>> ModelNames = new(() =>
        Directory
            .EnumerateFiles(Path.Combine(Sources.Root, "admin/Pages"), "*.cshtml", SearchOption.AllDirectories)
            .Select(file => (File: file, Model: ModelLine().Match(File.ReadAllText(file))))
            .Where(it => it.Model.Success)
            .ToDictionary(
                it => "/" + Path.GetRelativePath(Path.Combine(Sources.Root, "admin"), it.File),
                it => it.Model.Groups["name"].Value
            )
    );

    private static string Small(string name) => name.Length == 0 ? "" : char.ToLowerInvariant(name[0]) + name[1..];

    [GeneratedRegex("^On(?<method>Get|Post|Put|Delete|Patch)(?<handler>.*?)(?:Async)?$")]
    private static partial Regex HandlerName();

    [GeneratedRegex(@"^@model (?<name>\w+)\s*$", RegexOptions.Multiline)]
    private static partial Regex ModelLine();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Slot();
}
