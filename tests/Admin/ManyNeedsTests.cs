using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Groups;
using MutualAid.Core.Language;
using MutualAid.Core.Supplies;

namespace MutualAid.Tests.Admin;

public sealed class ManyNeedsTests
{
    [Fact]
    public async Task Those_chosen_are_looked_at_changed_at_once_written_down_once_and_put_back()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        Assert.Contains("改全部 3 条", (await guest.GetAsync("/needs")).Text, StringComparison.Ordinal);
        var (_, look) = await guest.GetAsync("/needs/many?all=true&act=Verify");
        Assert.Contains("这 3 条都改。", look, StringComparison.Ordinal);
        var before = await house.DumpAsync();
        var numbers = Field(look, "numbers");
        Assert.Equal(3, numbers.Split(',').Length);
        // Somebody was quicker with one of them.
        await guest.PostAsync("/needs/2?handler=verify");
        await guest.PostAsync("/needs/many", ("act", "Verify"), ("numbers", numbers));
        var (_, told) = await guest.GetAsync("/needs");
        Assert.Contains("核实了，条数：2；这些刚才有人改过，没有动：#2。", told, StringComparison.Ordinal);
        await using var db = house.Read();
        Assert.Equal(3, await db.Needs.CountAsync(it => it.VerifiedAt != null));
        Assert.Equal(1, await db.Audit.CountAsync(it => it.Act == "needs/many" && it.Subject == "#1、#4"));
        Assert.Contains("一次改了几条需求： <b>#1、#4</b>", Squeezed((await guest.GetAsync("/audit")).Text), StringComparison.Ordinal);
        await guest.PostAsync("/needs/4?handler=cancel");
        await guest.PostAsync("/needs/many?handler=undo", ("step", Field(told, "step")));
        Assert.Contains("撤销了，条数：1；这些刚才有人改过，没有动：#4。", (await guest.GetAsync("/needs")).Text, StringComparison.Ordinal);
        Assert.Equal([2, 4], await db.Needs.Where(it => it.VerifiedAt != null).Select(it => it.Number).OrderBy(it => it).ToListAsync());
        Assert.NotEqual(before, await house.DumpAsync());
    }

    [Fact]
    public async Task Undone_at_once_every_row_stands_as_before()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.GetAsync("/needs");
        var before = await house.DumpAsync();
        foreach (var act in new[] { "Urgent", "Community", "Cancel", "Verify", "NotUrgent" })
        {
            var (_, look) = await guest.GetAsync($"/needs/many?all=true&act={act}&community=2");
            await guest.PostAsync("/needs/many", ("act", act), ("community", "2"), ("numbers", Field(look, "numbers")));
            Assert.NotEqual(before, await house.DumpAsync());
            await guest.PostAsync("/needs/many?handler=undo", ("step", Field((await guest.GetAsync("/needs")).Text, "step")));
            Assert.Equal(before, await house.DumpAsync());
        }
    }

    [Fact]
    public async Task Another_groups_needs_are_neither_counted_nor_changed()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsAsync("段小满", ConsoleRole.Organiser, 2);
        var (_, look) = await guest.GetAsync("/needs/many?pick=1&pick=2&pick=4&act=Cancel");
        Assert.Contains("选了 1 条", look, StringComparison.Ordinal);
        await guest.PostAsync("/needs/many", ("act", "Cancel"), ("numbers", "1:1,2:0,4:0,99:0,x"));
        await using var db = house.Read();
        Assert.Equal([3, 4], await db.Needs.Where(it => it.CancelledAt != null).Select(it => it.Number).OrderBy(it => it).ToListAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await guest.PostAsync("/needs/4?handler=merge", ("into", "1"))).Answer.StatusCode);
    }

    [Fact]
    public async Task A_repeated_need_is_put_into_the_other_and_out_again()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        await house.DoAsync(async db =>
        {
            var asker = await db.People.FirstAsync(it => it.Name == "邵卫东");
            var group = await db.Groups.SingleAsync(it => it.Id == 1);
            await new SupplyDesk(db, house.Clock).AskAsync(new Actor(asker, group), [new Item("84消毒液", 20, "瓶")]);
        });
        var guest = await new ConsoleGuest(house).EnterAsync();
        Assert.Contains("并入 #2", (await guest.GetAsync("/needs/5")).Text, StringComparison.Ordinal);
        var before = await house.DumpAsync();
        await guest.PostAsync("/needs/5?handler=merge", ("into", "2"));
        var (_, kept) = await guest.GetAsync("/needs/2");
        Assert.Contains("#5 并进来了", kept, StringComparison.Ordinal);
        Assert.Contains("84消毒液 50瓶", kept, StringComparison.Ordinal);
        Assert.Contains("已并入 #2", (await guest.GetAsync("/needs/5")).Text, StringComparison.Ordinal);
        Assert.Contains("合并了需求", (await guest.GetAsync("/audit")).Text, StringComparison.Ordinal);
        await guest.PostAsync("/needs/5?handler=undo", ("step", Field(kept, "step")));
        Assert.Equal(before, await house.DumpAsync());
        Assert.Contains("把 #5 并入 #2", (await guest.GetAsync("/needs/many?pick=2&pick=5")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_brought_and_what_came_is_noted_for_others()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await using var db = house.Read();
        var helper = await db.People.Where(it => it.Name == "邵卫东").Select(it => it.Id).FirstAsync();
        await guest.PostAsync("/needs/1?handler=deliver", ("person", $"{helper}"));
        Assert.Contains("签收：口罩 60个", (await guest.GetAsync("/needs/1")).Text, StringComparison.Ordinal);
        await guest.PostAsync("/needs/1?handler=receive");
        Assert.Equal(60m, (await db.Needs.WithAll().SingleAsync(it => it.Number == 1)).Lines.Sum(it => it.Received()));
    }

    [Fact]
    public async Task Thousands_are_changed_and_put_back_within_seconds()
    {
        const int many = 5000;
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        await house.DoAsync(async db =>
        {
            var (group, asker) = (await db.Groups.SingleAsync(it => it.Id == 2), await db.People.FirstAsync());
            for (var number = 100; number < 100 + many; number++)
            {
                var need = new Need
                {
                    Number = number,
                    Group = group,
                    AskedBy = asker,
                    AskedAt = ConsoleCast.Now,
                    LastActAt = ConsoleCast.Now,
                };
                need.Lines.Add(
                    new NeedLine
                    {
                        Item = "米",
                        ItemKey = "米",
                        Quantity = 1,
                        Unit = "袋",
                    }
                );
                db.Add(need);
            }
        });
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (_, look) = await guest.GetAsync("/needs/many?all=true&act=Urgent&group=2");
        var watch = Stopwatch.StartNew();
        await guest.PostAsync("/needs/many", ("act", "Urgent"), ("numbers", Field(look, "numbers")));
        var there = watch.Elapsed;
        await using var db = house.Read();
        Assert.Equal(many + 1, await db.Needs.CountAsync(it => it.Urgent));
        watch.Restart();
        await guest.PostAsync("/needs/many?handler=undo", ("step", Field((await guest.GetAsync("/needs")).Text, "step")));
        Assert.Equal(1, await db.Needs.CountAsync(it => it.Urgent));
        Assert.True(there < TimeSpan.FromSeconds(20) && watch.Elapsed < TimeSpan.FromSeconds(20), $"{there} {watch.Elapsed}");
        Console.WriteLine($"many: {there} {watch.Elapsed}");
    }

    private static string Field(string text, string name) =>
        PageForm.In("", text).SelectMany(it => it.Fields).First(it => it.Name == name).Value;

    private static string Squeezed(string text) => System.Text.RegularExpressions.Regex.Replace(text, "\\s+", " ");
}
