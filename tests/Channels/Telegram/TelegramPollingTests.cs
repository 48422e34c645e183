using MutualAid.Bot.Engine;
using MutualAid.Tests.Channels.FakeTelegram;

namespace MutualAid.Tests.Channels.Telegram;

public class TelegramPollingTests
{
    [Fact]
    public async Task It_introduces_itself_and_hands_in_what_people_say()
    {
        await using var telegram = await FakeTelegramServer.StartAsync();
        telegram.PrivacyMode = false;
        var group = telegram.AddGroup("二群");
        var ana = telegram.AddPerson("李姐");
        group.With(ana, admin: true);
        await using var bot = await TelegramBot.StartAsync(telegram);
        ana.Says(group, "@MutualAidTestBot 需求 口罩 200个");
        await telegram.WhenAsync(() => bot.Intake.Stored.Count == 1 && telegram.Updates.Pending == 0);
        var said = bot.Intake.Stored[0];
        Assert.Equal("需求 口罩 200个", said.Text);
        Assert.True(said.ToBot);
        Assert.Equal(new Sender($"{ana.Id}", "李姐", IsAdmin: true, Language: "zh-CN"), said.From);
        Assert.Equal(new Place("telegram", $"{group.Id}", false, Title: "二群"), said.Place);
        Assert.Equal(6, telegram.Commands.Count);
        Assert.Equal(7, telegram.Commands[("all_group_chats", null)].Count);
        Assert.Contains("verify Verify a need: /verify 3", telegram.Commands[("all_chat_administrators", "en")]);
    }

    [Fact]
    public async Task With_privacy_mode_on_only_what_is_meant_for_the_bot_arrives()
    {
        await using var telegram = await FakeTelegramServer.StartAsync();
        var group = telegram.AddGroup("三群");
        var ana = telegram.AddPerson("王姐");
        group.With(ana);
        await using var bot = await TelegramBot.StartAsync(telegram);
        ana.Says(group, "大家早");
        ana.Says(group, "/need 口罩");
        ana.Says(group, "@MutualAidTestBot 需求");
        ana.Says(group, "/need@MutualAidTestBot 口罩 20个");
        await telegram.WhenAsync(() => bot.Intake.Stored.Count == 1);
        var sent = await bot.Channel.CarryAsync(Post.To(group, "登记了"), default);
        ana.Says(group, "/needs");
        ana.Replies(group.BotMessages[0], "谢谢");
        await telegram.WhenAsync(() => bot.Intake.Stored.Count == 3);
        Assert.Equal(Outcome.Sent, sent.Outcome);
        Assert.Equal(["/need 口罩 20个", "/needs", "谢谢"], bot.Intake.Stored.Select(said => said.Text));
        Assert.Equal(sent.MessageId, bot.Intake.Stored[2].ReplyTo);
    }

    [Fact]
    public async Task Nothing_is_lost_or_reordered_while_the_intake_cannot_store()
    {
        await using var telegram = await FakeTelegramServer.StartAsync();
        telegram.PrivacyMode = false;
        var groups = Enumerable.Range(1, 5).Select(number => telegram.AddGroup($"群{number}")).ToList();
        var ana = telegram.AddPerson("李姐");
        groups.ForEach(group => group.With(ana));
        await using var bot = await TelegramBot.StartAsync(telegram);
        var chance = new Random(11);
        bot.Intake.Fails = _ => chance.Next(3) == 0;
        foreach (var line in Enumerable.Range(0, 150))
            ana.Says(groups[line % 5], $"{line}");
        await telegram.WhenAsync(() => telegram.Updates.Pending == 0 && bot.Intake.Stored.Count == 150);
        Assert.True(bot.Intake.Failures > 10);
        Assert.All(groups, group => AssertInOrder(bot, group));
    }

    [Fact]
    public async Task Copies_shuffled_and_restarted_numbers_have_one_effect_each()
    {
        await using var telegram = await FakeTelegramServer.StartAsync();
        var ana = telegram.AddPerson("李姐");
        telegram.Updates.Copies = 3;
        await using var bot = await TelegramBot.StartAsync(telegram, settings => settings with { PollHold = TimeSpan.FromSeconds(1) });
        for (var line = 0; line < 40; line++)
            ana.Whispers($"{line}");
        telegram.Updates.Shuffle(3);
        await telegram.WhenAsync(() => bot.Intake.Stored.Count == 40 && telegram.Updates.Pending == 0);
        telegram.Updates.JumpDown();
        await telegram.WhenAsync(() => telegram.EmptyPolls > 0);
        ana.Whispers("一周以后");
        await telegram.WhenAsync(() => bot.Intake.Stored.Count == 41);
        Assert.Equal(41, bot.Intake.Stored.Select(said => said.UpdateId).Distinct().Count());
    }

    [Fact]
    public async Task A_refused_token_stops_the_channel_with_one_clear_line()
    {
        await using var telegram = await FakeTelegramServer.StartAsync();
        await using var bot = await TelegramBot.StartAsync(
            telegram,
            settings => settings with { Token = "4200000001:AAwrongwrongwrongwrongwrong" }
        );
        await Until.TrueAsync(() => bot.Self.Trouble is not null);
        Assert.Equal("Telegram:Token is refused", bot.Self.Trouble);
        Assert.Single(bot.Log.Lines, line => line.StartsWith("Critical", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Troubles_at_the_start_and_while_polling_are_overcome()
    {
        await using var telegram = await FakeTelegramServer.StartAsync();
        telegram.Faults.Add("getMe", new(FakeFault.Reset), times: 2);
        telegram.Faults.Add("deleteWebhook", new(FakeFault.BadGateway));
        telegram.Faults.Add("setMyCommands", new(FakeFault.WrongJson), call: 2);
        foreach (var (fault, call) in Enum.GetValues<FakeFault>().Where(one => one != FakeFault.Silence).Select((one, at) => (one, at + 1)))
            telegram.Faults.Add("getUpdates", new(fault), call: call);
        var ana = telegram.AddPerson("李姐");
        ana.Whispers("/start b31");
        await using var bot = await TelegramBot.StartAsync(telegram);
        await telegram.WhenAsync(() => bot.Intake.Stored.Count == 1);
        Assert.Equal("/start b31", bot.Intake.Stored[0].Text);
        Assert.Null(bot.Self.Trouble);
    }

    [Fact]
    public async Task A_web_hook_left_behind_is_taken_away()
    {
        await using var telegram = await FakeTelegramServer.StartAsync();
        await using var bot = await TelegramBot.StartAsync(telegram);
        await telegram.WhenAsync(() => telegram.Calls.Count(call => call.Method == "setMyCommands") == 6);
        lock (telegram.Gate)
            telegram.Hook.Set("http://127.0.0.1:9/", null);
        telegram.Changed();
        await telegram.WhenAsync(() => telegram.Hook.Address is null);
        telegram.AddPerson("李姐").Whispers("在吗");
        await telegram.WhenAsync(() => bot.Intake.Stored.Count == 1);
    }

    [Fact]
    public async Task Roles_are_asked_once_and_again_when_they_change()
    {
        await using var telegram = await FakeTelegramServer.StartAsync();
        telegram.PrivacyMode = false;
        var group = telegram.AddGroup("一群", botIsAdmin: true);
        var ana = telegram.AddPerson("李姐");
        group.With(ana);
        await using var bot = await TelegramBot.StartAsync(telegram);
        await telegram.WhenAsync(() => telegram.Commands.Count == 6);
        ana.Says(group, "一");
        ana.Says(group, "二");
        await telegram.WhenAsync(() => bot.Intake.Stored.Count == 2);
        group.Promote(ana);
        await telegram.WhenAsync(() => bot.Intake.Stored.Count == 3);
        ana.Says(group, "三");
        ana.SaysAnonymously(group, "四");
        await telegram.WhenAsync(() => bot.Intake.Stored.Count == 5);
        Assert.Equal([false, false, true, true, null], bot.Intake.Stored.Select(said => said.From.IsAdmin));
        Assert.Equal(IncomingKind.Membership, bot.Intake.Stored[2].Kind);
        Assert.False(bot.Intake.Stored[4].From.CanHoldRole);
        Assert.Equal(2, telegram.Calls.Count(call => call.Method == "getChatAdministrators"));
    }

    private static void AssertInOrder(TelegramBot bot, FakeChat group)
    {
        var lines = bot.Intake.Stored.Where(said => said.Place.ChatId == $"{group.Id}").Select(said => int.Parse(said.Text)).ToList();
        Assert.Equal(30, lines.Count);
        Assert.Equal(lines.Order(), lines);
    }
}
