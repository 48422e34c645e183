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
            ("/needs?state=unclaimed", [2, 4]),
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
        Assert.Contains("已经有人认领了", (await guest.GetAsync("/needs/1?ask=cancel")).Text, StringComparison.Ordinal);
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
        Assert.Contains("撤不了", (await guest.GetAsync($"/needs/{number}")).Text, StringComparison.Ordinal);
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

    [GeneratedRegex("name=\"step\" value=\"(?<step>[0-9]+)\"")]
    private static partial Regex Step();

    private static async Task<string> IdAsync(ConsoleHouse house, string name)
    {
        await using var db = house.Read();
        return $"{await db.Members.Where(it => it.Person.Name == name).Select(it => it.PersonId).FirstAsync()}";
    }
}
