using System.Net;
using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Accounts;
using MutualAid.Core.Messaging;
using MutualAid.Core.Schedule;

namespace MutualAid.Tests.Admin;

public sealed class SchedulePageTests
{
    [Fact]
    public async Task Every_kind_of_due_row_has_its_words()
    {
        await using var house = await ConsoleHouse.StartAsync();
        var words = house.App.Services.GetRequiredService<Phrases>().In("zh-CN");
        var kinds = house.App.Services.GetServices<IDueAct>().Select(it => it.Kind).ToList();
        Assert.True(kinds.Count > 5);
        Assert.Equal([], kinds.Where(it => !words.ContainsKey("admin.schedule.kind." + it)));
    }

    [Fact]
    public async Task What_failed_is_run_again_or_left_out()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        await PlanAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        Assert.Contains("没办成的定时任务", (await guest.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("试了 4 次，一直没有回应。", (await guest.GetAsync("/schedule?state=failed")).Text, StringComparison.Ordinal);
        await guest.PostAsync("/schedule?handler=run", ("id", $"{await IdAsync(house, "failed")}"), ("state", "failed"));
        Assert.Contains("马上就办", (await guest.GetAsync("/schedule?state=failed")).Text, StringComparison.Ordinal);
        Assert.Equal(DueState.Waiting, await StateAsync(house, "failed"));
        await guest.PostAsync("/schedule?handler=drop", ("id", $"{await IdAsync(house, "next")}"));
        Assert.Equal(DueState.Dropped, await StateAsync(house, "next"));
        await guest.PostAsync("/schedule?handler=run", ("id", $"{await IdAsync(house, "done")}"));
        Assert.Contains("没有改动", (await guest.GetAsync("/schedule")).Text, StringComparison.Ordinal);
        Assert.Equal(DueState.Done, await StateAsync(house, "done"));
    }

    [Fact]
    public async Task Another_groups_rows_are_not_there()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        await PlanAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsAsync("段小满", ConsoleRole.Organiser, 2);
        Assert.DoesNotContain("杏花台互助群", (await guest.GetAsync("/schedule")).Text, StringComparison.Ordinal);
        var (answer, _) = await guest.PostAsync("/schedule?handler=drop", ("id", $"{await IdAsync(house, "next")}"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(DueState.Waiting, await StateAsync(house, "next"));
    }

    internal static Task PlanAsync(ConsoleHouse house) =>
        house.DoAsync(async db =>
        {
            var desk = new ScheduleDesk(db, house.Clock);
            var group = await db.Groups.SingleAsync(it => it.Id == 1);
            var (at, clock) = (house.Clock.GetUtcNow().UtcDateTime, house.Clock);
            await desk.PlanAsync("supplies.undelivered", "next", at.AddHours(2), group);
            await desk.CloseAsync(await desk.PlanAsync("content.digest", "done", at.AddHours(-2), group), DueState.Done);
            var failed = await desk.PlanAsync("class.reminder", "failed", at.AddHours(-1), group);
            for (var fault = 0; fault < 5; fault++)
                await desk.NoteFaultAsync(failed, nameof(TimeoutException));
        });

    private static async Task<long> IdAsync(ConsoleHouse house, string key)
    {
        await using var db = house.Read();
        return await db.Due.Where(it => it.Key == key).Select(it => it.Id).SingleAsync();
    }

    private static async Task<DueState> StateAsync(ConsoleHouse house, string key)
    {
        await using var db = house.Read();
        return await db.Due.Where(it => it.Key == key).Select(it => it.State).SingleAsync();
    }
}
