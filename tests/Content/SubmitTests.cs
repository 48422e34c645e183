using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Content;
using MutualAid.Core.Groups;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Content;

public sealed class SubmitTests
{
    [Fact]
    public async Task A_story_goes_from_its_author_over_an_organiser_to_the_group()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Qin, "加入 杏花台社区");
        Assert.StartsWith("投稿请私下发给我", (await bot.Says(Cast.Qin, "投稿")).Post.Text, StringComparison.Ordinal);
        Assert.StartsWith("给您的稿子起个题目吧", (await bot.Whispers(Cast.Qin, "投稿")).In(Cast.Qin)[0].Text, StringComparison.Ordinal);
        Assert.Equal("《一个烤红薯》的内容发给我吧，一条消息写完。", (await bot.Whispers(Cast.Qin, "一个烤红薯")).In(Cast.Qin)[0].Text);
        var sent = await bot.Whispers(Cast.Qin, "旁边大爷递来一个烤红薯。\n我们几个分着吃了。");
        Assert.StartsWith("《一个烤红薯》收到了", sent.In(Cast.Qin)[0].Text, StringComparison.Ordinal);
        var note = Assert.Single(sent.In(Cast.Wen));
        Assert.Equal("秦爱珍 投来一篇《一个烤红薯》，等您看。", note.Text);
        Assert.StartsWith("还没有社区经验", (await bot.Says(Cast.Lu, "社区经验")).Post.Text, StringComparison.Ordinal);

        var list = Assert.Single((await bot.Presses(Cast.Wen, note, "去看看")).In(Cast.Wen));
        Assert.Equal("待审 1 条：\n#1 【社区故事】一个烤红薯\n秦爱珍投稿：旁边大爷递来一个烤红薯。 我们几个分着吃了。", list.Text);
        var approved = await bot.Presses(Cast.Wen, list, "通过 #1");
        Assert.Equal("没有等您审的稿子了。", Assert.Single(approved.Edits).Text);
        Assert.StartsWith("您投的《一个烤红薯》登出来了", Assert.Single(approved.In(Cast.Qin)).Text, StringComparison.Ordinal);
        var story = (await bot.Says(Cast.Lu, "/stories 烤红薯")).Post;
        Assert.Equal("【社区故事】一个烤红薯\n旁边大爷递来一个烤红薯。\n我们几个分着吃了。\n来自杏花台社区", story.Text);
        var post = await bot.Look(db => db.Posts.Include(it => it.ApprovedBy).SingleAsync());
        Assert.Equal(Cast.Wen, post.ApprovedBy!.Name);
    }

    [Fact]
    public async Task A_declined_author_hears_of_it_and_an_undo_takes_the_decision_back()
    {
        await using var bot = await TestBot.StartedAsync();
        var note = (await bot.Says(Cast.Qin, "/submit 一个烤红薯\n很甜。")).In(Cast.Wen)[0];
        var list = (await bot.Presses(Cast.Wen, note, "去看看")).In(Cast.Wen)[0];
        var before = await Nouns.DumpAsync(bot, "UndoStep.UndoneAt");
        var declined = await bot.Presses(Cast.Wen, list, "不用 #1");
        Assert.StartsWith("您投的《一个烤红薯》这次没有登", declined.In(Cast.Qin)[0].Text, StringComparison.Ordinal);
        await bot.Whispers(Cast.Wen, "/undo");
        Assert.Equal(1, await bot.Look(db => db.Posts.InReview().CountAsync()));
        Assert.Equal(WithoutDue(before), WithoutDue(await Nouns.DumpAsync(bot, "UndoStep.UndoneAt")));
    }

    [Fact]
    public async Task Only_organisers_of_the_authors_group_see_and_decide()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Qin, "/submit 一个烤红薯\n很甜。");
        Assert.Equal("没有等您审的稿子了。", (await bot.Whispers(Cast.Lu, "/stories 待审")).In(Cast.Lu)[0].Text);
        await OtherGroupAsync(bot);
        Assert.Equal("没有等您审的稿子了。", (await bot.Whispers(Cast.Lu, "/stories 待审")).In(Cast.Lu)[0].Text);
        var refused = await bot.Writer.DoAsync(
            "test",
            async db =>
            {
                var lu = await db.People.SingleAsync(person => person.Name == Cast.Lu);
                return await new ContentDesk(db, bot.Clock).ApproveAsync(1, new Actor(lu, null));
            }
        );
        Assert.Equal(ContentRefusal.NotEditor, refused.Refusal);
        Assert.StartsWith("待审 1 条", (await bot.Whispers(Cast.Wen, "/stories 待审")).In(Cast.Wen)[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("审稿请私下", (await bot.Says(Cast.Wen, "/stories 待审")).Post.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_in_two_groups_says_for_which_it_is()
    {
        await using var bot = await TestBot.StartedAsync();
        await OtherGroupAsync(bot);
        await bot.Whispers(Cast.Lu, "投稿");
        await bot.Whispers(Cast.Lu, "一个烤红薯");
        var which = Assert.Single((await bot.Whispers(Cast.Lu, "很甜。")).In(Cast.Lu));
        Assert.Equal("[杏花台互助群][云谷互助群]", which.LabelsInOne);
        await bot.Presses(Cast.Lu, which, "云谷互助群");
        Assert.Equal("云谷互助群", (await bot.Look(db => db.Posts.Include(post => post.Group).SingleAsync())).Group!.Title);
        Assert.StartsWith("还没有社区经验", (await bot.Says(Cast.Qin, "社区经验")).Post.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_library_is_approved_at_one_stroke_after_a_question()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.ImportAsync();
        var all = await bot.Look(db => db.Posts.CountAsync(post => post.Language == "zh-CN"));
        var list = (await bot.Whispers(Cast.Wen, "/stories 待审")).In(Cast.Wen)[0];
        Assert.StartsWith($"待审 {all} 条：", list.Text, StringComparison.Ordinal);
        var second = (await bot.Presses(Cast.Wen, list, "下一页")).Edits[0];
        Assert.StartsWith($"待审 {all} 条：", second.Text, StringComparison.Ordinal);
        Assert.NotEqual(list.Text, second.Text);
        var sure = (await bot.Presses(Cast.Wen, second, $"全部通过 {all} 条")).Edits[0];
        Assert.Equal(0, await bot.Look(db => db.Posts.CountAsync(post => post.ApprovedAt != null)));
        Assert.Equal($"{all} 条都通过了。", (await bot.Presses(Cast.Wen, sure, $"确认通过 {all} 条")).Edits[0].Text);
        Assert.Equal(all, await bot.Look(db => db.Posts.CountAsync(post => post.ApprovedAt != null)));
        Assert.StartsWith("【小贴士】", (await bot.Says(Cast.Lu, "小贴士")).Post.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_cannot_be_read_is_refused_with_the_reason()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Whispers(Cast.Qin, "投稿");
        await bot.Whispers(Cast.Qin, "一个烤红薯");
        var refused = await bot.Whispers(Cast.Qin, new string('>', 3000) + "甜");
        Assert.StartsWith("这篇太长，或者格式一层套一层", Assert.Single(refused.In(Cast.Qin)).Text, StringComparison.Ordinal);
        Assert.Equal(0, await bot.Look(db => db.Posts.CountAsync()));
    }

    private static Task OtherGroupAsync(TestBot bot) =>
        bot.Writer.DoAsync(
            "test",
            async db =>
            {
                var now = bot.Clock.GetUtcNow().UtcDateTime;
                db.Members.Add(
                    new Member
                    {
                        Group = new Group
                        {
                            Channel = WrittenChannel.ChannelName,
                            ExternalId = "g2",
                            Title = "云谷互助群",
                            AddedAt = now,
                            ConfirmedAt = now,
                        },
                        Person = await db.People.SingleAsync(person => person.Name == Cast.Lu),
                        Role = Role.Organiser,
                        JoinedAt = now,
                        RoleAt = now,
                    }
                );
            }
        );

    // What is due of an act stays noted: it happened, and drew what there was to draw.
    private static string WithoutDue(string dump)
    {
        var start = dump.IndexOf("DueRow\n", StringComparison.Ordinal);
        return dump[..start] + dump[dump.IndexOf("RepeatRule\n", StringComparison.Ordinal)..];
    }
}
