using System.Net;
using System.Text.RegularExpressions;
using MutualAid.Core.Accounts;
using Xunit.Abstractions;

namespace MutualAid.Tests.Admin;

/// <summary>Every form that the pages show, sent as nobody should: what is refused says so on top and beside, and nothing is changed.</summary>
public sealed partial class BadFormTests(ITestOutputHelper output)
{
    private const string Script = "\"><script>alert(1)</script>";

    /// <summary>Columns that no form shows.</summary>
    private static readonly (string, string)[] Foreign =
    [
        ("IsOwner", "true"),
        ("Role", "Owner"),
        ("VerifiedAt", "2020-01-01"),
        ("ById", "1"),
        ("MadeById", "1"),
        ("NotedById", "1"),
        ("TakenBackAt", "2020-01-01"),
        ("ApprovedAt", "2020-01-01"),
        ("Version", "77"),
        ("Number", "1"),
        ("GroupId", "2"),
        ("Caller.Account", "1"),
    ];

    /// <summary>Ends the session that the others need, or only chooses a look.</summary>
    private static readonly string[] Aside = ["/sign-in?handler=look", "/me?handler=leave", "/me?handler=end", "/me?handler=endAll"];

    [Fact]
    public async Task Every_form_has_its_number_and_is_refused_after_the_sign_out()
    {
        await using var house = await ConsoleHouse.StartAsync();
        var (guest, forms) = await CrawlAsync(house);
        Assert.True(forms.Count > 60, $"{forms.Count} forms");
        Assert.Equal([], forms.Where(it => it.Fields.All(field => field.Name != "once")).Select(it => it.Key));
        var token = guest.FormToken;
        await guest.PostAsync("/me?handler=leave");
        var before = await house.DumpAsync();
        foreach (var form in forms)
        {
            var (answer, _) = await guest.PostAsync(form.Action, token, form.Filled(it => it.Value));
            Assert.Equal((form.Key, "/sign-in"), (form.Key, answer.Headers.Location?.ToString()));
        }

        Assert.Equal(before, await house.DumpAsync());
    }

    [Fact]
    public async Task A_field_of_a_hundred_kilobytes_changes_nothing()
    {
        await using var house = await ConsoleHouse.StartAsync();
        var (guest, forms) = await CrawlAsync(house);
        var before = await house.DumpAsync();
        var much = new string('长', 100 << 10);
        var sent = 0;
        foreach (var form in forms)
        {
            foreach (var field in form.Fields.Where(it => it.IsTyped))
            {
                sent++;
                var (answer, text) = await guest.PostAsync(form.Action, form.Filled(it => it == field ? much : it.Value));
                Assert.Equal((form.Key, field.Name, 422), (form.Key, field.Name, (int)answer.StatusCode));
                Assert.Contains("写得太长了", text, StringComparison.Ordinal);
            }
        }

        Assert.True(sent > 60, $"{sent} fields");
        Assert.Equal(before, await house.DumpAsync());
    }

    [Fact]
    public async Task Ids_that_are_not_there_or_not_ours_are_not_found()
    {
        await using var house = await ConsoleHouse.StartAsync();
        var (_, forms) = await CrawlAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsAsync("段小满", ConsoleRole.Organiser, 2);
        var before = await house.DumpAsync();
        var wrong = new List<string>();
        // What was published for all groups is anybody's to copy on.
        foreach (var form in forms.Where(it => Id().IsMatch(it.Action) && it.Action != "/relays/posts/2"))
        {
            foreach (var action in new[] { form.Action, Id().Replace(form.Action, "/99999") })
            {
                var (answer, _) = await guest.PostAsync(action, [.. form.Filled(it => it.IsTyped ? "x" : it.Value), .. Foreign]);
                if (answer.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.Forbidden))
                    wrong.Add($"{action}: {answer.StatusCode}");
            }
        }

        Assert.Equal([], wrong);
        Assert.Equal(before, await house.DumpAsync());
    }

    [Fact]
    public async Task An_empty_form_and_one_with_scripts_and_other_columns_say_what_is_wrong_and_keep_what_was_typed()
    {
        await using var house = await ConsoleHouse.StartAsync();
        var (guest, forms) = await CrawlAsync(house);
        var wrong = new List<string>();
        var (refused, fields) = (0, forms.Where(it => it.Fields.Any(field => field.IsTyped)).ToList());
        var before = await house.DumpAsync();
        foreach (
            var (form, typed) in fields.SelectMany(it => new[] { (it, Script), (it, "=HYPERLINK(\"http://evil.example\")"), (it, "") })
        )
        {
            var (answer, text) = await guest.PostAsync(form.Action, [.. form.Filled(it => it.IsTyped ? typed : it.Value), .. Foreign]);
            var after = await house.DumpAsync();
            var status = (int)answer.StatusCode;
            var about = $"{form.Key} with '{typed}': {status}";
            if (status >= 500 || text.Contains(Script, StringComparison.Ordinal))
                wrong.Add(about);
            if (status is 422 or 409)
            {
                refused++;
                if (after != before)
                    wrong.Add(about + " changed something");
                if (status == 409 && !text.Contains("class=\"notice warn\"", StringComparison.Ordinal))
                    wrong.Add(about + " shows no versions");
                wrong.AddRange((status == 409 ? [] : Told(form, text, typed)).Select(it => $"{about} {it}"));
            }

            before = after;
        }

        output.WriteLine($"{forms.Count} forms, {fields.Count} with fields, {refused} refusals read");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(refused > 30, $"{refused} refusals");
        await using var db = house.Read();
        Assert.Equal(1, db.Grants.Count(it => it.Role == ConsoleRole.Owner && it.RevokedAt == null));
    }

    /// <summary>The summary on top, each of its links to a field that is there, the words beside it, and what was typed.</summary>
    private static IEnumerable<string> Told(PageForm form, string text, string typed)
    {
        var links = Fault().Matches(text).Select(it => it.Groups[1].Value).ToList();
        if (links.Count == 0)
            yield return "has no summary";
        foreach (var link in links.Where(it => !text.Contains($"id=\"{it}\"", StringComparison.Ordinal)))
            yield return $"points to #{link}, which is not there";
        foreach (var link in links.Where(it => !text.Contains($"id=\"wrong-{it}\"", StringComparison.Ordinal)))
            yield return $"says nothing beside #{link}";
        var again = PageForm.In("", text).FirstOrDefault(it => it.Key == form.Key);
        if (again is null)
            yield return "lost its form";
        else if (typed == Script && again.Fields.Any(it => it.Kind == "text" && it.Id.Length > 0 && it.Value != typed && !IsKeptOut(it)))
            yield return $"lost {string.Join(", ", again.Fields.Where(it => it.Kind == "text" && it.Value != typed).Select(it => it.Name))}";
    }

    // Passwords and codes are never sent back; of many forms on one page only one was filled in.
    private static bool IsKeptOut(FormField field) =>
        field.Name is "token" or "password" or "old" or "new" or "again" or "code" or "count" || field.Id != field.Name;

    private static async Task<(ConsoleGuest Guest, IReadOnlyList<PageForm> Forms)> CrawlAsync(ConsoleHouse house)
    {
        await ConsoleCast.FillAsync(house);
        await SchedulePageTests.PlanAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var forms = await PageForm.CrawlAsync(guest, ConsoleLooksTests.Pages.Append("/broadcasts/2?ask=when"));
        return (guest, [.. forms.Where(it => !Aside.Contains(it.Key))]);
    }

    [GeneratedRegex("/\\d+")]
    private static partial Regex Id();

    [GeneratedRegex("<li><a href=\"#([^\"]+)\">")]
    private static partial Regex Fault();
}
