using MutualAid.Core.Classes;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Classes;

/// <summary>签到: in its window, by word, answer or button, for oneself or for another.</summary>
public sealed class Attending
{
    [Theory]
    [InlineData("2026-11-23 19:44", "1号课 19:45 起签到。")]
    [InlineData("2026-11-23 19:45", null)]
    [InlineData("2026-11-23 20:59", null)]
    [InlineData("2026-11-23 21:01", "1号课的签到时间过了，请告诉管理员。")]
    public async Task It_counts_from_a_quarter_of_an_hour_before_to_the_end(string at, string? refusal)
    {
        await using var bot = await AtAsync(at, Lessons.Announced, Cast.Miao);
        var heard = await bot.Says(Cast.Miao, "签到 第1课");
        Assert.Equal(refusal, heard.InGroup.SingleOrDefault()?.Text);
        Assert.Equal(refusal is null ? 1 : 0, await PresentAsync(bot));
    }

    [Fact]
    public async Task A_short_class_counts_for_three_quarters_of_an_hour()
    {
        await using var bot = await AtAsync("2026-11-23 20:44", Lessons.Announced + " 20分钟", Cast.Miao);
        await bot.Says(Cast.Miao, "/attend 1");
        Assert.Equal(1, await PresentAsync(bot));
    }

    [Fact]
    public async Task Word_answer_and_button_do_the_same_and_twice_counts_once()
    {
        await using var bot = await AtAsync("2026-11-23 19:55", "新课《睡个好觉》 明晚8点", Cast.Miao, Cast.Duan, Cast.Bai);
        var card = (await bot.LookAsync()).Single(post => post.Text.StartsWith("#1", StringComparison.Ordinal));
        await bot.Says(Cast.Miao, "签到");
        await bot.Replies(Cast.Duan, card, "签到");
        await bot.Presses(Cast.Bai, (await bot.LookAsync()).Single(post => post.Id == card.Id), "签到");
        var again = await bot.Says(Cast.Miao, "签到");
        Assert.Empty(again.Posts);
        Assert.Equal(3, await PresentAsync(bot));
    }

    [Fact]
    public async Task A_proxy_says_it_for_their_guest()
    {
        await using var bot = await AtAsync("2026-11-23 19:55", "新课《睡个好觉》 明晚8点");
        var card = (await bot.LookAsync()).Single(post => post.Text.StartsWith("#1", StringComparison.Ordinal));
        await bot.Replies(Cast.Duan, card, "+1 王阿姨");
        Assert.NotEmpty((await bot.Replies(Cast.Lu, card, "代签 王阿姨")).Posts);
        await bot.Replies(Cast.Duan, card, "王阿姨到了");
        var it = await bot.ClassAsync(1);
        Assert.Equal(["王阿姨"], it.SignUps.Where(signUp => signUp.HasAttended()).Names());
        Assert.Equal(it.SignUps[0].PersonId, it.SignUps[0].AttendedById);
    }

    [Fact]
    public async Task A_code_word_is_asked_and_checked()
    {
        await using var bot = await AtAsync("2026-11-23 20:05", "新课《睡个好觉》 明晚8点 口令 早睡", Cast.Miao, Cast.Duan);
        var asked = await bot.Says(Cast.Miao, "签到");
        Assert.Equal("#1 的签到口令是什么？", asked.Post.Text);
        Assert.Equal("口令不对，请再看看。", (await bot.Replies(Cast.Miao, asked.Post, "晚睡")).Post.Text);
        await bot.Says(Cast.Duan, "/attend 1 早睡");
        Assert.Equal(1, await PresentAsync(bot));
    }

    [Fact]
    public async Task Who_was_not_signed_up_is_let_in_while_there_is_a_place()
    {
        await using var bot = await AtAsync("2026-11-23 20:05", Lessons.Announced, Cast.Miao);
        await bot.Says(Cast.Duan, "签到 第1课");
        Assert.Contains("没有您的报名", (await bot.Says(Cast.Bai, "签到 第1课")).Post.Text, StringComparison.Ordinal);
        Assert.Equal([Cast.Miao, Cast.Duan], (await bot.ClassAsync(1)).Going().Names());
    }

    [Fact]
    public async Task A_bare_word_is_left_alone_when_nothing_runs()
    {
        await using var bot = await AtAsync("2026-11-23 12:00", Lessons.Announced, Cast.Miao);
        Assert.True((await bot.Says(Cast.Miao, "签到")).IsSilent);
    }

    private static async Task<int> PresentAsync(TestBot bot) => (await bot.ClassAsync(1)).SignUps.Count(signUp => signUp.HasAttended());

    private static async Task<TestBot> AtAsync(string at, string announced, params string[] people)
    {
        var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Wen, announced);
        foreach (var who in people)
            await bot.Says(who, "报名 1");
        await bot.Until(at);
        // The stage lets four seconds pass before each sentence.
        bot.Clock.Move(TimeSpan.FromSeconds(-4));
        return bot;
    }
}
