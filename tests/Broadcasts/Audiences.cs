using MutualAid.Core.Broadcasts;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Broadcasts;

/// <summary>Who gets it, who does not want it, and what is refused with a line that works.</summary>
public sealed class Audiences
{
    [Theory]
    [InlineData("2群", "g2")]
    [InlineData("2群\n4群", "g2 g4")]
    [InlineData("标签 东片", "g3")]
    [InlineData("#东片", "g3")]
    [InlineData("所有群", "g1 g2 g3 g4")]
    [InlineData("社区 杏花台社区", "@秦爱珍")]
    [InlineData("管理员", "@温静宜")]
    public async Task Named_by_group_tag_community_or_role(string aim, string chats)
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.GroupsAsync(3);
        await bot.Whispers(Cast.Qin, "加入 杏花台社区");
        await bot.TagAsync("g3", "东片");
        await AimAsync(bot, aim);
        await bot.PressesAsync("发送");
        await bot.Until("2026-11-22 10:05");
        var rows = await bot.RowsAsync();
        Assert.Equal(chats.Split(' '), rows.Select(row => row.ChatId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Members_get_it_in_private_unless_they_switched_it_off()
    {
        await using var bot = await TestBot.StartedAsync();
        var settings = (await bot.Whispers(Cast.Lu, "/settings")).In(Cast.Lu).Single();
        Assert.Contains("私下的群发通知：收", settings.Text, StringComparison.Ordinal);
        await bot.Presses(Cast.Lu, settings, "不收群发");
        await AimAsync(bot, "成员");
        Assert.Contains("将私下发给 14 人\n另有 1 个不收群发", (await bot.ReportAsync()).Text, StringComparison.Ordinal);
        await bot.PressesAsync("发送");
        await bot.Whispers(Cast.Wen, "14");
        var sent = await bot.Until("2026-11-22 10:05");
        Assert.Empty(sent.In(Cast.Lu));
        Assert.Equal(Circle.Words, sent.In(Cast.Qin).Single().Text);
    }

    [Fact]
    public async Task A_group_is_tagged_and_switched_off_by_its_organiser()
    {
        await using var bot = await TestBot.StartedAsync();
        Assert.Equal("好的，本群标签：东片、老人多", (await bot.Says(Cast.Wen, "/settings 标签 东片、老人多")).Post.Text);
        var settings = (await bot.Says(Cast.Wen, "/settings")).Post;
        Assert.Contains("群发通知：收｜群标签：东片、老人多", settings.Text, StringComparison.Ordinal);
        await bot.Presses(Cast.Wen, settings, "不收群发");
        await bot.Whispers(Cast.Wen, $"/broadcast {Circle.Words}");
        Assert.StartsWith("现在没有人会收到", (await bot.PressesAsync("发送")).Toast, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_organisers_groups_and_broadcasts_are_out_of_reach()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.GroupsAsync(1, group => group.Title = "别人的群");
        await bot.Writer.DoAsync(
            "test",
            db =>
            {
                foreach (var member in db.Members.Where(it => it.Group.ExternalId == "g2"))
                    member.Role = Core.Groups.Role.Member;
                return Task.CompletedTask;
            }
        );
        await AimAsync(bot, "别人的群");
        Assert.StartsWith("没找到“别人的群”", (await bot.LookAsync())[^1].Text, StringComparison.Ordinal);
        Assert.Equal("这个要管理员来办。", (await bot.Whispers(Cast.Lu, "/broadcast 1")).In(Cast.Lu).Single().Text);
        Assert.Contains("群发请私下给我发", (await bot.Says(Cast.Wen, "/broadcast 大家好")).Post.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_words_are_refused_with_an_example_and_asked_for_again()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Whispers(Cast.Wen, "/broadcast");
        var bomb = string.Concat(Enumerable.Repeat("> - ", 3000));
        foreach (
            var (words, says) in new[] { (" ", "还没有文字"), (new string('长', 5000), "文字太长了（5000 字）"), (bomb, "格式一层套一层") }
        )
        {
            var refused = (await bot.Whispers(Cast.Wen, words)).In(Cast.Wen).Single().Text;
            Assert.StartsWith(says, refused, StringComparison.Ordinal);
            Assert.Contains("群发 明早9点停水", refused, StringComparison.Ordinal);
        }

        Assert.Equal(Circle.Words, (await bot.Whispers(Cast.Wen, Circle.Words)).In(Cast.Wen)[0].Text);
    }

    [Fact]
    public async Task A_bad_change_of_a_draft_leaves_it_as_it_was()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Whispers(Cast.Wen, $"/broadcast {Circle.Words}");
        await bot.PressesAsync("换对象");
        var list = string.Join('\n', Enumerable.Range(1, 5000).Select(number => $"{number}群"));
        Assert.StartsWith(
            "名单有 5000 行，一次最多 200 行",
            (await bot.Whispers(Cast.Wen, list)).In(Cast.Wen).Single().Text,
            StringComparison.Ordinal
        );
        await bot.Whispers(Cast.Wen, "取消");
        await bot.PressesAsync("定时");
        Assert.StartsWith(
            "这个时间已经过了",
            (await bot.Whispers(Cast.Wen, "2020年2月3日9点")).In(Cast.Wen).Single().Text,
            StringComparison.Ordinal
        );
        Assert.StartsWith("没看出几点", (await bot.Whispers(Cast.Wen, "改天")).In(Cast.Wen).Single().Text, StringComparison.Ordinal);
        await bot.Whispers(Cast.Wen, "取消");
        var picture = await bot.AtDeskAsync(
            (_, _, it) => Task.FromResult(BroadcastDesk.Write(it, new BroadcastWords("看图") { Photo = "p", PhotoBytes = 30 << 20 }))
        );
        Assert.Equal(BroadcastRefusal.PictureTooLarge, picture.Refusal);
        var draft = await bot.BroadcastAsync();
        Assert.Equal((Circle.Words, AudienceKind.Groups, null), (draft.Body, draft.Audience, draft.PlannedFor));
        Assert.Equal("您的群发，点一条接着办：", (await bot.Whispers(Cast.Wen, "群发")).In(Cast.Wen).Single().Text);
    }

    private static async Task AimAsync(TestBot bot, string aim)
    {
        await bot.Whispers(Cast.Wen, $"/broadcast {Circle.Words}");
        await bot.PressesAsync("换对象");
        await bot.Whispers(Cast.Wen, aim);
    }
}
