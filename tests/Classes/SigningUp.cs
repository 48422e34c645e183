using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Classes;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Classes;

/// <summary>报名 and 候补: who is in, who waits, who is asked when a place is free.</summary>
public sealed class SigningUp
{
    [Theory]
    [InlineData("+1", "苗秀莲")]
    [InlineData("＋1", "苗秀莲")]
    [InlineData("+", "苗秀莲")]
    [InlineData("报名", "苗秀莲")]
    [InlineData("我要报名", "苗秀莲")]
    [InlineData("算我一个", "苗秀莲")]
    [InlineData("+1 王阿姨", "王阿姨")]
    [InlineData("帮王阿姨报名", "王阿姨")]
    [InlineData("报名 王阿姨、李叔", "王阿姨,李叔")]
    [InlineData("+2 王阿姨", "苗秀莲,王阿姨")]
    [InlineData("+2 王阿姨、李叔", "王阿姨,李叔")]
    [InlineData("+3", "苗秀莲,苗秀莲的同伴1,苗秀莲的同伴2")]
    [InlineData("收到", "")]
    [InlineData("辛苦了老师", "")]
    [InlineData("几点开始？", "")]
    [InlineData("口罩 20个", "")]
    public async Task An_answer_to_the_card_signs_up(string said, string names)
    {
        await using var bot = await TestBot.StartedAsync();
        var card = (await bot.Says(Cast.Wen, "新课《睡个好觉》 明晚8点")).Post;
        await bot.Replies(Cast.Miao, card, said);
        Assert.Equal(names, string.Join(',', (await bot.ClassAsync(1)).Going().Names()));
    }

    [Theory]
    [InlineData(Cast.Duan, "王阿姨来不了了", true)]
    [InlineData(Cast.Duan, "取消报名 王阿姨", true)]
    [InlineData(Cast.Wen, "王阿姨有事", true)]
    [InlineData(Cast.Lu, "王阿姨来不了了", false)]
    [InlineData(Cast.Duan, "李叔来不了了", false)]
    public async Task Only_the_proxy_and_organisers_take_a_guest_off(string who, string said, bool gone)
    {
        await using var bot = await TestBot.StartedAsync();
        var card = (await bot.Says(Cast.Wen, "新课《睡个好觉》 明晚8点")).Post;
        await bot.Replies(Cast.Duan, card, "+2 王阿姨");
        var heard = await bot.Replies(who, card, said);
        Assert.Equal(gone ? ["段丽华"] : ["段丽华", "王阿姨"], (await bot.ClassAsync(1)).Going().Names());
        Assert.Equal(gone ? 0 : 1, heard.InGroup.Count);
    }

    [Fact]
    public async Task A_bare_word_means_the_only_class_and_is_asked_when_there_are_two()
    {
        await using var bot = await TestBot.StartedAsync();
        Assert.True((await bot.Says(Cast.Miao, "报名")).IsSilent);
        await bot.Says(Cast.Wen, "新课《睡个好觉》 明晚8点");
        await bot.Says(Cast.Miao, "报名");
        await bot.Says(Cast.Wen, "新课《防火》 后天晚8点");
        var which = await bot.Says(Cast.Lu, "报名");
        Assert.Equal("[#1 睡个好觉][#2 防火]", which.Post.LabelsInOne);
        await bot.Presses(Cast.Lu, which.Post, "#2 防火");
        Assert.Equal([Cast.Miao], (await bot.ClassAsync(1)).Going().Names());
        Assert.Equal([Cast.Lu], (await bot.ClassAsync(2)).Going().Names());
    }

    [Fact]
    public async Task A_freed_place_goes_to_the_first_for_ten_minutes_then_to_the_next()
    {
        await using var bot = await TestBot.StartedAsync();
        await FullAsync(bot);
        await bot.Says(Cast.Miao, "取消报名 1");
        Assert.Equal(Cast.Bai, Assert.Single((await bot.Until("2026-11-22 10:02")).Posts).Chat);
        // The place is kept: nobody overtakes those who wait.
        await bot.Says(Cast.Lu, "报名 1");
        Assert.Equal([Cast.Duan], (await bot.ClassAsync(1)).Going().Names());
        Assert.Empty((await bot.Until("2026-11-22 10:10")).Posts);
        var second = Assert.Single((await bot.Until("2026-11-22 10:13")).Posts);
        Assert.Equal(Cast.Gong, second.Chat);
        await bot.Presses(Cast.Gong, second, "要");
        Assert.Equal([Cast.Duan, Cast.Gong], (await bot.ClassAsync(1)).Going().Names());
        Assert.Equal([Cast.Bai, Cast.Lu], (await bot.ClassAsync(1)).Waiting().Names());
        Assert.Empty((await bot.Until("2026-11-22 12:00")).Posts);
    }

    [Fact]
    public async Task An_offered_place_is_kept_from_who_comes_later()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Wen, Lessons.Announced);
        foreach (var who in new[] { Cast.Miao, Cast.Duan, Cast.Bai })
            await bot.Says(who, "报名 1");
        await bot.Says(Cast.Miao, "取消报名 1");
        var offer = Assert.Single((await bot.Until("2026-11-22 10:02")).Posts);
        await bot.Says(Cast.Lu, "报名 1");
        Assert.Equal([Cast.Bai, Cast.Lu], (await bot.ClassAsync(1)).Waiting().Names());
        await bot.Presses(Cast.Bai, offer, "要");
        Assert.Empty((await bot.Until("2026-11-22 11:00")).Posts);
        Assert.Equal([Cast.Duan, Cast.Bai], (await bot.ClassAsync(1)).Going().Names());
    }

    [Fact]
    public async Task A_stranger_in_private_learns_of_no_class()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Wen, Lessons.Announced);
        await bot.Gets(bot.Whisper("外人", "/start"));
        var heard = await bot.Gets(bot.Whisper("外人", "报名 第1课"));
        Assert.StartsWith("没有1号课", Assert.Single(heard.Posts).Text, StringComparison.Ordinal);
        Assert.Empty((await bot.ClassAsync(1)).SignUps);
    }

    [Fact]
    public async Task Who_is_too_late_reads_so_and_gets_what_nobody_else_waits_for()
    {
        await using var bot = await TestBot.StartedAsync();
        await FullAsync(bot);
        await bot.Says(Cast.Miao, "取消报名 1");
        var first = Assert.Single((await bot.Until("2026-11-22 10:02")).Posts);
        var second = Assert.Single((await bot.Until("2026-11-22 10:13")).Posts);
        Assert.Equal("这个空位已经让给下一位了，您还在候补。", (await bot.Presses(Cast.Bai, first, "要")).Toast);
        await bot.Until("2026-11-22 10:30");
        await bot.Presses(Cast.Bai, first, "要");
        Assert.Equal([Cast.Duan, Cast.Bai], (await bot.ClassAsync(1)).Going().Names());
        await bot.Presses(Cast.Gong, second, "要");
        Assert.Equal([Cast.Duan, Cast.Bai], (await bot.ClassAsync(1)).Going().Names());
    }

    [Fact]
    public async Task Without_a_private_chat_one_threaded_mention_offers_it()
    {
        await using var bot = await TestBot.StartedAsync();
        await FullAsync(bot);
        await bot.ClosePrivateAsync(Cast.Bai);
        await bot.Says(Cast.Miao, "取消报名 1");
        var mention = Assert.Single((await bot.Until("2026-11-22 10:02")).InGroup);
        Assert.Equal("白建平，1号课有空位，10分钟内点[要]", mention.Text);
        Assert.NotNull(mention.ReplyTo);
        Assert.NotEmpty((await bot.Presses(Cast.Lu, mention, "要")).Toast!);
        var taken = await bot.Presses(Cast.Bai, mention, "要");
        Assert.Contains("2 白建平", taken.Card(1).Text, StringComparison.Ordinal);
        Assert.Equal(mention.Id, Assert.Single(taken.Gone).Id);
    }

    [Fact]
    public async Task A_place_freed_at_night_is_offered_in_the_morning()
    {
        await using var bot = await TestBot.StartedAsync();
        await FullAsync(bot);
        await bot.Until("2026-11-22 23:00");
        await bot.Says(Cast.Miao, "取消报名 1");
        Assert.Empty((await bot.Until("2026-11-23 07:29")).Posts);
        Assert.Equal(Cast.Bai, Assert.Single((await bot.Until("2026-11-23 07:31")).Posts).Chat);
    }

    [Fact]
    public async Task A_list_of_a_thousand_keeps_to_one_message()
    {
        await using var bot = await TestBot.StartedAsync();
        var card = (await bot.Says(Cast.Wen, "新课《睡个好觉》 明晚8点 限900人")).Post;
        var names = Enumerable.Range(1, 1000).Select(each => $"名字比较长的邻居{each}号").ToList();
        await bot.Writer.DoAsync(
            "setup",
            async db =>
            {
                var it = await db.Classes.WithAll().SingleAsync();
                var position = 0;
                foreach (var name in names)
                    it.SignUps.Add(
                        new SignUp
                        {
                            Position = ++position,
                            Person = new Core.People.Person { Name = name },
                            SignedAt = it.MadeAt.AddSeconds(position),
                            PlacedAt = position <= 900 ? it.MadeAt.AddSeconds(position) : null,
                        }
                    );
            }
        );
        var edited = await bot.Replies(Cast.Miao, card, "+1");
        var text = edited.Card(1).Text;
        Assert.InRange(text.Length, 100, 4096);
        Assert.Contains("已报900人，候补101人，最近10位：", text, StringComparison.Ordinal);
        Assert.Contains("候补101 苗秀莲", text, StringComparison.Ordinal);
        Assert.EndsWith("[查看全部]", edited.Card(1).LabelsInOne, StringComparison.Ordinal);
        var all = await bot.Presses(Cast.Miao, edited.Card(1), "查看全部");
        var sent = string.Join('\n', all.In(Cast.Miao).Select(post => post.Text));
        Assert.All(names, name => Assert.Contains(name, sent, StringComparison.Ordinal));
    }

    /// <summary>Two places, taken by 苗秀莲 and 段丽华; 白建平 and 巩文斌 wait.</summary>
    private static async Task FullAsync(TestBot bot)
    {
        await bot.Says(Cast.Wen, Lessons.Announced);
        foreach (var who in new[] { Cast.Miao, Cast.Duan, Cast.Bai, Cast.Gong })
            await bot.Says(who, "报名 1");
        Assert.Equal([Cast.Bai, Cast.Gong], (await bot.ClassAsync(1)).Waiting().Names());
    }
}
