using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Messaging;
using MutualAid.Core.Supplies;

namespace MutualAid.Tests.Admin;

public sealed partial class NeedPageTests
{
    [Fact]
    public async Task The_list_is_found_through_by_state_words_and_group()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        (string Path, int[] Shown)[] told =
        [
            ("/needs", [1, 2, 4]),
            ("/needs?state=urgent", []),
            ("/needs?state=lacking", [1, 2, 4]),
            ("/needs?state=closed", [3]),
            ("/needs?q=口罩", [1]),
            ("/needs?q=%234", [4]),
            ("/needs?group=1", [1, 2]),
            ("/needs?state=nonsense&page=99", [1, 2, 4]),
        ];
        foreach (var (path, shown) in told)
        {
            var text = (await guest.GetAsync(path)).Text;
            var seen = Enumerable.Range(1, 4).Where(it => text.Contains($"href=\"/needs/{it}\"", StringComparison.Ordinal));
            Assert.Equal(shown, seen);
        }
    }

    [Fact]
    public async Task A_verified_need_carries_the_name_and_its_card_is_drawn_anew()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        await house.DoAsync(db =>
        {
            db.Cards.Add(
                new Card
                {
                    Key = "need:2",
                    Channel = "silent",
                    ChatId = "g1",
                    MessageId = "m1",
                }
            );
            return Task.CompletedTask;
        });
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.PostAsync("/needs/2?handler=verify");
        var text = (await guest.GetAsync("/needs/2")).Text;
        Assert.Contains("#2 核实好了", text, StringComparison.Ordinal);
        Assert.Contains("温静宜 核实", text, StringComparison.Ordinal);
        await using var db = house.Read();
        Assert.NotNull((await db.Needs.SingleAsync(it => it.Number == 2)).VerifiedAt);
        Assert.Equal(1, await db.Outbox.CountAsync(it => it.Card != null && it.Card.Key == "need:2" && it.Kind == OutboxKind.Edit));

        var (again, said) = await guest.PostAsync("/needs/2?handler=verify");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Contains("已经核实过", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_left_is_claimed_for_somebody_and_given_back()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var person = await IdAsync(house, "邵卫东");
        var (refused, text) = await guest.PostAsync("/needs/1?handler=claim", ("person", person), ("line", "口罩"), ("quantity", "500"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("没有那么多了，只差 140", text, StringComparison.Ordinal);
        Assert.Contains("value=\"500\"", text, StringComparison.Ordinal);
        await guest.PostAsync("/needs/1?handler=claim", ("person", person), ("line", "口罩"), ("quantity", "100"));
        text = (await guest.GetAsync("/needs/1")).Text;
        Assert.Contains("邵卫东 认领 口罩 100个", text, StringComparison.Ordinal);
        Assert.Contains("口罩 160个", text, StringComparison.Ordinal);
        await guest.PostAsync("/needs/1?handler=release", ("person", person));
        await using var db = house.Read();
        var need = await db.Needs.WithAll().SingleAsync(it => it.Number == 1);
        Assert.Equal(200, need.Lines[0].LeftToClaim());
    }

    [Fact]
    public async Task A_need_is_cancelled_only_after_the_question()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (_, question) = await guest.GetAsync("/needs/1?ask=cancel");
        foreach (var words in new[] { "取消需求「#1 口罩 200个、手套 20双」？", "已经有人认领了", "确定取消这条需求", "不取消了" })
            Assert.Contains(words, question, StringComparison.Ordinal);
        await guest.PostAsync("/needs/1?handler=cancel");
        Assert.Contains("已取消", (await guest.GetAsync("/needs/1")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verify", 2)]
    [InlineData("cancel", 1)]
    [InlineData("claim", 1)]
    [InlineData("release", 1)]
    public async Task Each_act_is_taken_back_exactly_by_its_button(string act, int number)
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var person = await IdAsync(house, "邵卫东");
        var before = await house.DumpAsync();
        await guest.PostAsync($"/needs/{number}?handler={act}", ("person", person));
        Assert.NotEqual(before, await house.DumpAsync());
        var text = (await guest.GetAsync($"/needs/{number}")).Text;
        var step = Step().Match(text).Groups["step"].Value;
        await guest.PostAsync($"/needs/{number}?handler=undo", ("step", step));
        Assert.Contains("撤销了", (await guest.GetAsync($"/needs/{number}")).Text, StringComparison.Ordinal);
        Assert.Equal(before, await house.DumpAsync());
        // Nor twice, nor by another, nor for ever.
        await guest.PostAsync($"/needs/{number}?handler=undo", ("step", step));
        Assert.Matches("class=\"notice warn\"[^>]*>\\s*<p>撤不了", (await guest.GetAsync($"/needs/{number}")).Text);
    }

    [Fact]
    public async Task A_verification_is_taken_back_long_after_and_that_too_by_its_button()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        Assert.DoesNotContain("撤销核实", (await guest.GetAsync("/needs/2")).Text, StringComparison.Ordinal);
        await guest.PostAsync("/needs/2?handler=verify");
        await guest.GetAsync("/needs");
        Assert.Contains("action=\"/needs/2?handler=unverify\"", (await guest.GetAsync("/needs/2")).Text, StringComparison.Ordinal);
        var verified = await house.DumpAsync();
        await guest.PostAsync("/needs/2?handler=unverify");
        var (_, text) = await guest.GetAsync("/needs/2");
        Assert.Contains("#2 改回待核实了", text, StringComparison.Ordinal);
        Assert.Contains("怎么核实", text, StringComparison.Ordinal);
        await guest.PostAsync("/needs/2?handler=undo", ("step", Step().Match(text).Groups["step"].Value));
        Assert.Equal(verified, await house.DumpAsync());
        Assert.Contains("撤销了核实：需求", (await guest.GetAsync("/audit")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_groups_need_is_not_there_and_nobody_outside_is_asked_to_bring_it()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsAsync("段小满", ConsoleRole.Organiser, 2);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync("/needs/1")).Answer.StatusCode);
        await guest.GetAsync("/needs/4");
        var before = await house.DumpAsync();
        foreach (var act in new[] { "verify", "cancel", "claim", "release" })
        {
            var (answer, _) = await guest.PostAsync($"/needs/1?handler={act}", ("person", "1"));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        // He is of another group than the need.
        var stranger = await IdAsync(house, "邵卫东");
        var (refused, _) = await guest.PostAsync("/needs/4?handler=claim", ("person", stranger));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(before, await house.DumpAsync());
    }

    [Fact]
    public async Task A_role_of_one_group_and_a_look_at_another_do_not_mix()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsAsync("段小满", ConsoleRole.Organiser, 2);
        await house.DoAsync(async db =>
            await new AccountDesk(db, house.Clock).GrantAsync((await db.ConsoleAccounts.SingleAsync())!, ConsoleRole.Viewer, 1, by: 0)
        );
        Assert.DoesNotContain("handler=verify", (await guest.GetAsync("/needs/2")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.PostAsync("/needs/2?handler=verify")).Answer.StatusCode);
        await guest.PostAsync("/needs/4?handler=verify");
        await using var db = house.Read();
        Assert.Equal([4], await db.Needs.Where(it => it.VerifiedAt != null).Select(it => it.Number).ToListAsync());
    }

    [Fact]
    public async Task A_caller_who_is_on_no_list_claims_and_is_noted_down_once()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (_, need) = await guest.GetAsync("/needs/2");
        Assert.Contains("<a class=\"button\" href=\"#claim\">替人认领</a>", need, StringComparison.Ordinal);
        var before = await house.DumpAsync();
        (string, string)[] caller = [("person", ""), ("name", "白建平"), ("phone", "13800138001")];
        var (refused, again) = await guest.PostAsync("/needs/2?handler=claim", [.. caller, ("quantity", "500")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("value=\"白建平\"", again, StringComparison.Ordinal);
        Assert.Equal(before, await house.DumpAsync());
        await guest.PostAsync("/needs/2?handler=claim", [.. caller, ("quantity", "10")]);
        Assert.Contains("白建平 认领了 #2 84消毒液 10瓶，", (await guest.GetAsync("/needs/2")).Text, StringComparison.Ordinal);
        await guest.PostAsync("/needs/2?handler=claim", ("person", ""), ("name", "白建平"), ("quantity", "5"));
        await using var db = house.Read();
        var person = await db.People.SingleAsync(it => it.Name == "白建平");
        Assert.Equal(
            [10m, 5m],
            await db.Claims.Where(it => it.ById == person.Id).OrderBy(it => it.Id).Select(it => it.Quantity).ToListAsync()
        );
        Assert.Equal("13800138001", await db.Volunteers.Where(it => it.PersonId == person.Id).Select(it => it.Contact).SingleAsync());
        // Who wrote it down, and how to reach the caller: the number itself stands nowhere before it is asked for.
        var (_, shown) = await guest.GetAsync("/needs/2");
        Assert.Contains($"<a href=\"/people/{person.Id}\"><b>白建平</b></a>", shown, StringComparison.Ordinal);
        Assert.Contains("<small>温静宜 代记</small>", shown, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"看电话：白建平\"", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("13800138001", shown, StringComparison.Ordinal);
        var (_, called) = await guest.PostAsync($"/people/{person.Id}?handler=contact");
        Assert.Contains("13800138001", called, StringComparison.Ordinal);
        Assert.DoesNotContain("代记", (await guest.GetAsync("/needs/1")).Text, StringComparison.Ordinal);
        var (_, trail) = await guest.GetAsync("/audit");
        Assert.Contains("<a href=\"/needs/2\">#2 84消毒液 30瓶</a>", trail, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"/people/{person.Id}\">白建平</a>", trail, StringComparison.Ordinal);
    }

    [GeneratedRegex("name=\"step\" value=\"(?<step>[0-9]+)\"")]
    private static partial Regex Step();

    private static async Task<string> IdAsync(ConsoleHouse house, string name)
    {
        await using var db = house.Read();
        return $"{await db.Members.Where(it => it.Person.Name == name).Select(it => it.PersonId).FirstAsync()}";
    }
}
