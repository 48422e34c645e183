using Microsoft.EntityFrameworkCore;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Broadcasts;

/// <summary>When it goes: quiet hours, a set time, again and again.</summary>
public sealed class Timing
{
    [Fact]
    public async Task At_night_it_waits_for_each_groups_own_morning()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.GroupsAsync(1, group => group.TimeZone = "Asia/Tokyo");
        await bot.Until("2026-11-22 22:30");
        await bot.BroadcastsAsync();
        await bot.Until("2026-11-23 06:00");
        Assert.Empty(bot.Reached());
        Assert.StartsWith("群发 #1｜正在发", (await bot.ReportAsync()).Text, StringComparison.Ordinal);
        await bot.Until("2026-11-23 06:45");
        Assert.Equal(["g2"], bot.Reached());
        await bot.Until("2026-11-23 07:45");
        Assert.Equal(["g2", "g1"], bot.Reached());
        Assert.StartsWith("群发 #1｜完成", (await bot.ReportAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Urgent_passes_the_night_because_somebody_chose_so()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Until("2026-11-22 23:00");
        await bot.Whispers(Cast.Wen, $"/broadcast {Circle.Words}");
        Assert.Contains("1 个群现在安静", (await bot.ReportAsync()).Text, StringComparison.Ordinal);
        await bot.PressesAsync("加急");
        Assert.Contains("加急：夜里和免打扰时也发", (await bot.ReportAsync()).Text, StringComparison.Ordinal);
        await bot.PressesAsync("发送");
        await bot.Until("2026-11-22 23:05");
        Assert.Equal(["g1"], bot.Reached());
    }

    [Fact]
    public async Task Resumed_at_night_it_still_waits_for_the_morning()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.BroadcastsAsync();
        await bot.PressesData(Cast.Wen, await bot.ReportAsync(), bot.Seal("!bcpause 1"));
        await bot.Until("2026-11-22 23:00");
        Assert.Empty(bot.Reached());
        await bot.PressesAsync("继续");
        await bot.Until("2026-11-23 07:00");
        Assert.Empty(bot.Reached());
        await bot.Until("2026-11-23 07:40");
        Assert.Equal(["g1"], bot.Reached());
    }

    [Fact]
    public async Task At_a_set_time_with_its_weekday_and_zone()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Whispers(Cast.Wen, $"/broadcast {Circle.Words}");
        await bot.PressesAsync("定时");
        await bot.Whispers(Cast.Wen, "后天上午9点");
        Assert.Contains("11月24日 周二 09:00（还有2天） Asia/Shanghai 发", (await bot.ReportAsync()).Text, StringComparison.Ordinal);
        await bot.PressesAsync("发送");
        await bot.Until("2026-11-24 08:59");
        Assert.Empty(bot.Reached());
        await bot.Until("2026-11-24 09:05");
        Assert.Equal(["g1"], bot.Reached());
    }

    [Fact]
    public async Task Every_Monday_it_is_one_of_its_own_until_it_is_stopped()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Whispers(Cast.Wen, $"/broadcast {Circle.Words}");
        await bot.PressesAsync("定时");
        await bot.Whispers(Cast.Wen, "每周一9点");
        Assert.Contains("每周一 09:00 发，下一次 11月23日 周一 09:00", (await bot.ReportAsync()).Text, StringComparison.Ordinal);
        await bot.PressesAsync("发送");
        await bot.Until("2026-11-30 10:00");
        Assert.Equal(["g1", "g1"], bot.Reached());
        await bot.PressesData(Cast.Wen, await bot.ReportAsync(), bot.Seal("!bcstop 1"));
        await bot.Until("2026-12-09 10:00");
        Assert.Equal(2, bot.Reached().Count);
        Assert.Equal([1, 2, 3], await bot.Look(db => db.Broadcasts.Select(it => it.Number).OrderBy(number => number).ToListAsync()));
    }

    [Fact]
    public async Task Two_hours_late_it_is_not_sent_as_if_on_time_but_given_back()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.BroadcastsAsync();
        bot.Clock.MoveTo(Stage.At("2026-11-22 13:00").UtcDateTime);
        var heard = await bot.Until("2026-11-22 13:10");
        Assert.Contains(heard.In(Cast.Wen), post => post.Text.StartsWith("群发 #1 没能按时发出", StringComparison.Ordinal));
        Assert.Empty(bot.Reached());
        Assert.Null((await bot.BroadcastAsync()).ConfirmedAt);
    }
}
