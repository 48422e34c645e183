using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Messaging;

namespace MutualAid.Tests.Admin;

/// <summary>What the console says of what was just done: the way back, the names of things, faults told at once.</summary>
public sealed class OfficePageTests
{
    [Fact]
    public async Task After_confirming_the_way_back_stands_above_everything_else()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        house.Clock.Move(TimeSpan.FromHours(12));
        await guest.SignInAsync();
        await guest.PostAsync("/broadcasts/2?handler=aim", ("kind", "AllGroups"));
        var (_, plan) = await guest.GetAsync("/broadcasts/2");
        Assert.Contains("群都安静着，2月6日 周四 07:30 发", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("马上发", plan, StringComparison.Ordinal);
        var seen = System.Text.RegularExpressions.Regex.Match(plan, "name=\"seen\" value=\"(-?\\d+)\"").Groups[1].Value;
        await guest.PostAsync("/broadcasts/2?handler=confirm", ("seen", seen));
        var (_, held) = await guest.GetAsync("/broadcasts/2");
        var (back, words) = (
            held.IndexOf("handler=withdraw", StringComparison.Ordinal),
            held.IndexOf("class=\"bubble\"", StringComparison.Ordinal)
        );
        Assert.True(back > 0 && back < words, $"{back} {words}");
        Assert.Contains("群都安静着，2月6日 周四 07:30 才发；之前随时可以撤回。", held, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Published_posts_are_named_and_the_list_stays_as_it_was()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (_, list) = await guest.GetAsync("/posts?column=1&q=water");
        Assert.Contains("<input type=\"hidden\" name=\"column\" value=\"1\">", list, StringComparison.Ordinal);
        Assert.Contains("href=\"/posts/4?column=1&amp;q=water\"", list, StringComparison.Ordinal);
        Assert.Contains(
            "href=\"/posts?column=1&amp;q=water\"",
            (await guest.GetAsync("/posts/4?column=1&q=water")).Text,
            StringComparison.Ordinal
        );
        var (done, _) = await guest.PostAsync("/posts?handler=approve", ("pick", "4"), ("column", "1"), ("q", "water"));
        Assert.Equal("/posts?column=1&q=water", done.Headers.Location!.ToString());
        Assert.Contains(
            "《Boil water after a flood》发布了，不会马上发到群里：大家要小贴士、看早报时就会看到。",
            (await guest.GetAsync("/posts?column=1&q=water")).Text,
            StringComparison.Ordinal
        );
        await guest.PostAsync("/posts?handler=approve", ("pick", "1"), ("pick", "6"));
        Assert.Matches("发布了 2 篇：(一个烤红薯、瑞禾村的菜地|瑞禾村的菜地、一个烤红薯)", (await guest.GetAsync("/posts")).Text);
    }

    [Fact]
    public async Task The_trail_speaks_of_things_by_their_names_and_never_of_addresses()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.PostAsync("/people/1?handler=copy", ("format", "csv"));
        await guest.PostAsync("/classes/new", ("group", "1"), ("title", "急救"), ("starts", "2020-02-08T15:00"));
        await guest.PostAsync("/shifts/1?handler=cancel");
        await guest.PostAsync("/accounts", ("name", "段小满"), ("role", "Viewer"), ("group", "1"));
        await guest.PostAsync("/groups/1?handler=board", ("on", "true"));
        await guest.PostAsync("/communities", ("id", "2"), ("name", "瑞禾新村"));
        var (_, text) = await guest.GetAsync("/audit?from=2020-02-05");
        await using var db = house.Read();
        var named = await db.People.Where(it => it.Id == 1).Select(it => it.Name).SingleAsync();
        foreach (
            var shown in new[]
            {
                $"<a href=\"/people/1\">{named}</a>",
                "#5 急救</a>",
                "#1 南门岗</a>",
                "段小满</a>",
                "杏花台互助群</a>",
                "瑞禾新村</b>",
            }
        )
            Assert.Contains(shown, text, StringComparison.Ordinal);
        Assert.DoesNotMatch(">[^<]*(\\{number|\\{id|/new|preview)[^<]*<", text);
        Assert.Contains("aria-current=\"true\">今天</a>", text, StringComparison.Ordinal);
        var words = house.App.Services.GetRequiredService<Phrases>();
        var acts = MutualAid.Admin.Access.Lines.Where(it => it.StartsWith("POST ", StringComparison.Ordinal)).Select(it => it[5..].Trim());
        string[] quiet =
        [
            "posts/new drop",
            "posts/{number:int}/edit drop",
            "setup",
            "enter",
            "sign-in",
            "sign-in look",
            "sign-in/code",
            "prove",
            "first/telegram later",
            "first/place later",
        ];
        foreach (var language in new[] { "zh-CN", "en" })
            Assert.Equal(
                [],
                acts.Where(it => !quiet.Contains(it) && !it.EndsWith(" preview", StringComparison.Ordinal))
                    .Where(it => !new Speech(words, language).Has("admin.audit.did." + it))
            );
    }

    [Fact]
    public async Task A_page_of_a_person_shows_every_line_of_their_copy_but_the_number()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await using var db = house.Read();
        var helper = await db
            .People.Where(it => it.Name == "邵卫东" && db.Members.Any(one => one.PersonId == it.Id))
            .Select(it => it.Id)
            .FirstAsync();
        var (_, page) = await guest.GetAsync($"/people/{helper}");
        var rows = (await guest.PostAsync($"/people/{helper}?handler=copy", ("format", "csv"))).Text.Split("\r\n")[1..^1];
        var told = rows.Select(it => it.Trim('"').Split("\",\"")).Where(it => it[0] is not ("联系电话" or "称呼")).ToList();
        Assert.Contains(told, it => it[2].StartsWith("睡个好觉", StringComparison.Ordinal));
        Assert.Contains(told, it => it[2].StartsWith("南门岗", StringComparison.Ordinal));
        foreach (var line in told)
            Assert.Contains(line[2], page, StringComparison.Ordinal);
        Assert.DoesNotContain("13800138000", page.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("我的数据", page, StringComparison.Ordinal);
        var viewer = await new ConsoleGuest(house).EnterAsAsync("钱大川", ConsoleRole.Viewer, 1);
        Assert.DoesNotContain("测温、开车", (await viewer.GetAsync($"/people/{helper}")).Text, StringComparison.Ordinal);
    }
}
