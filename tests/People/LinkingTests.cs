using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Groups;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.People;

/// <summary>One person on two platforms: what they did, their role and their community follow.</summary>
public sealed partial class LinkingTests
{
    private const string Other = "wecom";

    [Fact]
    public async Task Six_digits_said_on_the_other_platform_make_one_person()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Whispers(Cast.Wen, "加入 杏花台社区");
        await Elsewhere(bot, "user9", "需求列表");
        var code = await CodeAsync(bot, Cast.Wen);

        var asked = await AtAsync(bot, "user9", $"关联 {code}");
        Assert.Contains($"「{Cast.Wen}」", asked.Text, StringComparison.Ordinal);
        Assert.Equal(2, await CountAsync(bot, "user9", Cast.Wen));
        await PressAsync(bot, "user9", asked);

        Assert.Equal(1, await CountAsync(bot, "user9", Cast.Wen));
        var wen = await bot.Look(db =>
            db.People.Include(it => it.Accounts).Include(it => it.Community).SingleAsync(it => it.Name == Cast.Wen)
        );
        Assert.Equal((2, "杏花台社区"), (wen.Accounts.Count, wen.Community!.Name));
        Assert.Contains(
            "「user9」已关联到您名下",
            (await bot.LookAsync()).Last(post => post.Chat == Cast.Wen).Text,
            StringComparison.Ordinal
        );
        Assert.Contains("已关联 2 个平台的账号", (await bot.Whispers(Cast.Wen, "我的登记")).In(Cast.Wen)[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_asked_and_organised_there_is_theirs_here()
    {
        await using var bot = await TestBot.StartedAsync();
        var group = new Place(Other, "wr1", IsPrivate: false);
        await bot.ReceiveAsync(Said(bot, "user9", "需求 口罩 100个", group) with { From = new Sender("user9", "", IsAdmin: true) });
        var code = await CodeAsync(bot, Cast.Duan);
        await PressAsync(bot, "user9", await AtAsync(bot, "user9", $"关联 {code}"));

        var duan = await bot.Look(db => db.People.SingleAsync(it => it.Name == Cast.Duan));
        Assert.Equal(duan.Id, await bot.Look(db => db.Needs.Select(it => it.AskedById).SingleAsync()));
        var member = await bot.Look(db => db.Members.SingleAsync(it => it.Group.ExternalId == "wr1"));
        Assert.Equal((duan.Id, Role.Organiser), (member.PersonId, member.Role));
    }

    [Fact]
    public async Task On_four_platforms_one_person_and_on_each_a_way_out()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Whispers(Cast.Wen, "加入 杏花台社区");
        var group = new Place("botframework", "msteams|19:g", IsPrivate: false);
        await bot.ReceiveAsync(Said(bot, "user9", "需求 口罩 100个", group) with { From = new Sender("user9", "温姐", IsAdmin: true) });
        foreach (var channel in (string[])["wecom", "botframework", "room"])
            await PressAsync(bot, "user9", await AtAsync(bot, "user9", $"关联 {await CodeAsync(bot, Cast.Wen)}", channel), channel);
        Assert.Equal(["botframework", "room", "wecom", WrittenChannel.ChannelName], await ChannelsAsync(bot));
        var me = await AtAsync(bot, "user9", "我的登记", "room");
        Assert.Contains("杏花台社区", me.Text, StringComparison.Ordinal);
        Assert.Contains("已关联 4 个平台的账号", me.Text, StringComparison.Ordinal);

        var asked = await PressAsync(bot, "user9", await AtAsync(bot, "user9", "我的登记", "botframework"), "botframework", "解除关联");
        Assert.StartsWith("要把这个平台的账号和", asked.Text, StringComparison.Ordinal);
        Assert.Equal(4, (await ChannelsAsync(bot)).Count);
        var done = await PressAsync(bot, "user9", asked, "botframework");
        Assert.StartsWith("分开了", done.Text, StringComparison.Ordinal);
        Assert.Equal(["room", "wecom", WrittenChannel.ChannelName], await ChannelsAsync(bot));
        // The group and the role there go with the account; what was asked stays.
        var member = await bot.Look(db => db.Members.Include(it => it.Person).SingleAsync(it => it.Group.Channel == "botframework"));
        Assert.Equal(
            (Role.Organiser, 1),
            (member.Role, await bot.Look(db => db.Accounts.CountAsync(it => it.PersonId == member.PersonId)))
        );
        Assert.NotEqual(member.PersonId, await bot.Look(db => db.Needs.Select(it => it.AskedById).SingleAsync()));
        Assert.Contains("还没登记社区", (await AtAsync(bot, "user9", "我的登记", "botframework")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_good_once_and_for_ten_minutes()
    {
        await using var bot = await TestBot.StartedAsync();
        var first = await CodeAsync(bot, Cast.Wen);
        var second = await CodeAsync(bot, Cast.Wen);
        Assert.StartsWith("没有这个关联码", (await AtAsync(bot, "user9", $"关联 {first}")).Text, StringComparison.Ordinal);
        bot.Clock.Move(TimeSpan.FromMinutes(11));
        Assert.StartsWith("没有这个关联码", (await AtAsync(bot, "user9", $"关联 {second}")).Text, StringComparison.Ordinal);
        var third = await CodeAsync(bot, Cast.Wen);
        await PressAsync(bot, "user9", await AtAsync(bot, "user9", $"关联 {third}"));
        Assert.StartsWith("没有这个关联码", (await AtAsync(bot, "user8", $"关联 {third}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_codes_an_hour_and_no_more()
    {
        await using var bot = await TestBot.StartedAsync();
        var code = await CodeAsync(bot, Cast.Wen);
        var wrong = code == "000000" ? "000001" : "000000";
        for (var guess = 0; guess < 5; guess++)
            Assert.StartsWith("没有这个关联码", (await AtAsync(bot, "user9", $"关联 {wrong}")).Text, StringComparison.Ordinal);
        Assert.StartsWith("试得太多了", (await AtAsync(bot, "user9", $"关联 {code}")).Text, StringComparison.Ordinal);
        bot.Clock.Move(TimeSpan.FromMinutes(61));
        code = await CodeAsync(bot, Cast.Wen);
        Assert.StartsWith("要把您在这里的登记", (await AtAsync(bot, "user9", $"关联 {code}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_guessers_together_are_stopped_too()
    {
        await using var bot = await TestBot.StartedAsync();
        var code = await CodeAsync(bot, Cast.Wen);
        var wrong = code == "000000" ? "000001" : "000000";
        for (var guess = 0; guess < 50; guess++)
            await AtAsync(bot, $"guesser{guess}", $"关联 {wrong}");
        Assert.StartsWith("试得太多了", (await AtAsync(bot, "user9", $"关联 {code}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_said_in_a_group_is_void_and_ones_own_links_nobody()
    {
        await using var bot = await TestBot.StartedAsync();
        var code = await CodeAsync(bot, Cast.Wen);
        Assert.StartsWith("这是您自己的码", (await bot.Whispers(Cast.Wen, $"关联 {code}")).In(Cast.Wen)[0].Text, StringComparison.Ordinal);
        Assert.StartsWith(
            "对方在这个平台",
            (await bot.Whispers(Cast.Duan, $"关联 {code}")).In(Cast.Duan)[0].Text,
            StringComparison.Ordinal
        );
        Assert.StartsWith("关联码只能私聊", (await bot.Says(Cast.Wen, $"@小助手 关联 {code}")).Post.Text, StringComparison.Ordinal);
        Assert.StartsWith("没有这个关联码", (await AtAsync(bot, "user9", $"关联 {code}")).Text, StringComparison.Ordinal);
    }

    private static async Task<string> CodeAsync(TestBot bot, string who)
    {
        var said = (await bot.Whispers(who, "关联")).In(who)[0].Text;
        return Digits().Match(said).Value;
    }

    // The other platform has no channel here: what it would be told stands in its rows.
    private static Task Elsewhere(TestBot bot, string user, string text, string channel = Other) =>
        bot.ReceiveAsync(Said(bot, user, text, new Place(channel, $"@{user}", IsPrivate: true)));

    private static async Task<Core.Messaging.OutboxRow> AtAsync(TestBot bot, string user, string text, string channel = Other)
    {
        await Elsewhere(bot, user, text, channel);
        return await LastAsync(bot, user, channel);
    }

    private static async Task<Core.Messaging.OutboxRow> PressAsync(
        TestBot bot,
        string user,
        Core.Messaging.OutboxRow row,
        string channel = Other,
        string? label = null
    )
    {
        var buttons = System.Text.Json.JsonSerializer.Deserialize<List<List<Core.Messaging.Button>>>(row.Buttons!)![0];
        var said = Said(bot, user, "", new Place(channel, $"@{user}", IsPrivate: true));
        var data = buttons.First(button => label is null || button.Label == label).Data;
        await bot.ReceiveAsync(said with { Kind = IncomingKind.Press, Button = data, CallbackId = said.UpdateId });
        await bot.Courier.DrainAsync();
        return await LastAsync(bot, user, channel);
    }

    private static Task<Core.Messaging.OutboxRow> LastAsync(TestBot bot, string user, string channel) =>
        bot.Look(db =>
            db.Outbox.Where(row => row.Channel == channel && row.ChatId == $"@{user}" && row.Text.Length > 0)
                .OrderBy(row => row.Id)
                .LastAsync()
        );

    private static Task<List<string>> ChannelsAsync(TestBot bot) =>
        bot.Look(async db =>
        {
            var wen = await db.Accounts.SingleAsync(it => it.Channel == WrittenChannel.ChannelName && it.ExternalId == Cast.Wen);
            return await db.Accounts.Where(it => it.PersonId == wen.PersonId).Select(it => it.Channel).Order().ToListAsync();
        });

    private static Incoming Said(TestBot bot, string user, string text, Place place) =>
        bot.Text(user, text) with
        {
            Place = place,
            From = new Sender(user, ""),
            ToBot = true,
        };

    private static Task<int> CountAsync(TestBot bot, params string[] names) =>
        bot.Look(db => db.People.CountAsync(it => names.Contains(it.Name) && it.Accounts.Count > 0));

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex Digits();
}
