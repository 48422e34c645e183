using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;
using MutualAid.Tests.Channels.FakeTelegram;
using MutualAid.Tests.Messaging;

namespace MutualAid.Tests.Channels.Telegram;

public class TelegramChannelTests
{
    [Fact]
    public async Task A_message_carries_its_form()
    {
        await using var telegram = await FakeTelegramServer.StartAsync();
        var group = telegram.AddGroup("二群", forum: true);
        var ana = telegram.AddPerson("李姐");
        await using var bot = await TelegramBot.StartAsync(telegram);
        var topic = group.AddTopic("物资");
        var asked = ana.Says(group, "/need", topic);
        var message = Post.To(group, "<b>需求 #1</b> 口罩 &lt;急&gt;")
            .With(new Button("认领", "c:1"), new Button("看", null, "https://example.org/"));
        var sent = await bot.Channel.CarryAsync(message with { Topic = $"{topic}", ReplyTo = $"{asked.Id}", Silent = true }, default);
        var shown = group.BotMessages.Single();
        Assert.Equal(new Delivery(Outcome.Sent, $"{shown.Id}"), sent);
        Assert.Equal("<bold>需求 #1</bold> 口罩 <急>", shown.Shown);
        Assert.Equal(["认领", "看"], shown.Buttons.Single().Select(button => button.Label));
        Assert.Equal((asked, topic, true), (shown.ReplyTo, shown.Topic, shown.Silent));
    }

    [Fact]
    public async Task A_picture_stands_above_the_words_and_changes_with_them()
    {
        await using var telegram = await FakeTelegramServer.StartAsync();
        var group = telegram.AddGroup("二群");
        await using var bot = await TelegramBot.StartAsync(telegram);
        Uri At(string host) => new($"{host}/pictures/0123456789abcdef0123456789abcdef.jpg");
        var long2 = new string('长', 5000);
        await bot.Channel.CarryAsync(Post.To(group, long2) with { Picture = At("https://help.example.org") }, default);
        Assert.Equal([At("https://help.example.org").ToString(), null], group.BotMessages.Select(message => message.Preview));
        var card = group.BotMessages[0];
        await bot.Channel.CarryAsync(Post.To(group, "短了", OutboxKind.Edit, $"{card.Id}"), default);
        Assert.Equal(("短了", null), (card.Text, card.Preview));
        // What only this computer reaches Telegram cannot fetch.
        await bot.Channel.CarryAsync(Post.To(group, "本机") with { Picture = At("http://127.0.0.1:5080") }, default);
        Assert.Null(group.BotMessages[^1].Preview);
    }

    [Fact]
    public async Task A_press_is_heard_answered_and_the_card_changes_in_place()
    {
        await using var telegram = await FakeTelegramServer.StartAsync();
        var group = telegram.AddGroup("二群", botIsAdmin: true);
        var ana = telegram.AddPerson("李姐");
        await using var bot = await TelegramBot.StartAsync(telegram);
        var sent = await bot.Channel.CarryAsync(Post.To(group, "需求 #1").With(new Button("认领", "c:1")), default);
        var card = group.BotMessages.Single();
        var press = ana.Presses(card, "认领");
        await telegram.WhenAsync(() => bot.Intake.Stored.Count == 1);
        var heard = bot.Intake.Stored.Single();
        Assert.Equal((IncomingKind.Press, "c:1", sent.MessageId), (heard.Kind, heard.Button, heard.MessageId));
        var answer = new Outgoing
        {
            Kind = OutboxKind.Answer,
            ChatId = $"{group.Id}",
            CallbackId = heard.CallbackId,
            Text = "归您了 &amp; 谢谢",
        };
        Assert.Equal(Outcome.Sent, (await bot.Channel.CarryAsync(answer, default)).Outcome);
        Assert.Equal(Outcome.Sent, (await bot.Channel.CarryAsync(answer, default)).Outcome);
        Assert.Equal("归您了 & 谢谢", telegram.Toasts[press]);
        var edit = Post.To(group, "需求 #1 已认领", OutboxKind.Edit, sent.MessageId);
        Assert.Equal(Outcome.Sent, (await bot.Channel.CarryAsync(edit, default)).Outcome);
        Assert.Equal(Outcome.Sent, (await bot.Channel.CarryAsync(edit, default)).Outcome);
        await bot.Channel.CarryAsync(Post.To(group, "", OutboxKind.Pin, sent.MessageId), default);
        await bot.Channel.CarryAsync(Post.To(group, "👍", OutboxKind.React, sent.MessageId), default);
        Assert.Equal((1, true, "👍", "需求 #1 已认领"), (card.Edits, card.Pinned, card.Reaction, card.Text));
        Assert.Empty(card.Buttons);
        await bot.Channel.CarryAsync(Post.To(group, "", OutboxKind.Delete, sent.MessageId), default);
        Assert.True(card.Deleted);
        Assert.Equal(Outcome.MessageGone, (await bot.Channel.CarryAsync(edit, default)).Outcome);
    }

    [Fact]
    public async Task A_long_message_comes_in_parts_with_its_buttons_on_the_last()
    {
        var clock = new MovedClock(DateTimeOffset.UnixEpoch);
        await using var telegram = await FakeTelegramServer.StartAsync(clock);
        var group = telegram.AddGroup("二群");
        await using var bot = await TelegramBot.StartAsync(telegram);
        telegram.Faults.Add("sendMessage", new(FakeFault.TooManyRequests), call: 2);
        var text = string.Join('\n', Enumerable.Range(1, 900).Select(number => $"<b>{number}</b> 口罩 &amp; 手套"));
        var message = Post.To(group, text).With(new Button("认领", "c:1")) with { RowId = 9 };
        Assert.Equal(Outcome.Retry, (await bot.Channel.CarryAsync(message, default)).Outcome);
        clock.Move(TimeSpan.FromSeconds(1));
        var sent = await bot.Channel.CarryAsync(message, default);
        var parts = group.BotMessages;
        Assert.Equal(sent.MessageId, $"{parts[^1].Id}");
        Assert.Equal(Html.ToPlain(text), string.Join('\n', parts.Select(part => part.Text)));
        Assert.Equal(parts.Count - 1, parts.TakeWhile(part => part.Buttons.Count == 0).Count());
    }

    [Fact]
    public async Task A_photo_takes_a_short_text_as_its_caption()
    {
        await using var telegram = await FakeTelegramServer.StartAsync();
        var group = telegram.AddGroup("二群");
        await using var bot = await TelegramBot.StartAsync(telegram);
        await bot.Channel.CarryAsync(Post.To(group, "<i>收到</i>") with { Photo = "photo-1" }, default);
        await bot.Channel.CarryAsync(Post.To(group, new string('长', 2000)) with { Photo = "photo-2" }, default);
        Assert.Equal(["<italic>收到</italic>", "", new string('长', 2000)], group.BotMessages.Select(shown => shown.Shown));
        Assert.Equal(["photo-1", "photo-2", null], group.BotMessages.Select(shown => shown.Photo));
    }

    [Fact]
    public async Task A_question_opens_a_reply_and_a_lost_topic_does_not_stop_it()
    {
        await using var telegram = await FakeTelegramServer.StartAsync();
        var group = telegram.AddGroup("二群");
        await using var bot = await TelegramBot.StartAsync(telegram);
        await bot.Channel.CarryAsync(Post.To(group, "多少个？") with { ForceReply = true, Topic = "77", ReplyTo = "99" }, default);
        Assert.True(group.BotMessages.Single().ForcesReply);
        Assert.Null(group.BotMessages.Single().Topic);
    }

    [Fact]
    public async Task Broken_tags_are_shown_as_plain_unescaped_text()
    {
        await using var telegram = await FakeTelegramServer.StartAsync();
        var group = telegram.AddGroup("二群");
        await using var bot = await TelegramBot.StartAsync(telegram);
        var sent = await bot.Channel.CarryAsync(Post.To(group, "<b>王姐 &lt;3 &amp; 口罩"), default);
        await bot.Channel.CarryAsync(Post.To(group, "<u>改 &gt;", OutboxKind.Edit, sent.MessageId), default);
        Assert.Equal("改 >", group.BotMessages.Single().Shown);
        Assert.Contains(telegram.Calls, call => call.Description?.Contains("can't parse entities", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Any_text_of_people_is_accepted_and_shown_unchanged()
    {
        await using var telegram = await FakeTelegramServer.StartAsync(limits: FakeLimits.None);
        var group = telegram.AddGroup("二群");
        await using var bot = await TelegramBot.StartAsync(telegram);
        var random = new RandomText(4096);
        for (var i = 0; i < 10_000; i++)
        {
            var text = random.Text(1 + random.Next(25));
            var html = $"<b>{Html.Escape(text)}</b>";
            var (parsed, _) = FakeEntities.Parse(html);
            Assert.Equal(FakeEntities.Clean(Html.ToPlain(Html.Escape(text))), parsed);
            if (i % 50 != 0 || string.IsNullOrWhiteSpace(parsed))
                continue;
            var sent = await bot.Channel.CarryAsync(Post.To(group, html), default);
            Assert.Equal(Outcome.Sent, sent.Outcome);
            Assert.Equal(parsed.Trim(), group.BotMessages[^1].Text);
        }
        Assert.DoesNotContain(telegram.Calls, call => call.Status == 400);
    }

    [Fact]
    public async Task A_button_that_telegram_cannot_carry_is_a_fault_of_ours()
    {
        await using var telegram = await FakeTelegramServer.StartAsync();
        var group = telegram.AddGroup("二群");
        await using var bot = await TelegramBot.StartAsync(telegram);
        var fits = Post.To(group, "一").With(new Button("好", new string('口', 21) + "x"));
        var misfits = Post.To(group, "二").With(new Button("好", new string('口', 22)));
        Assert.Equal(Outcome.Sent, (await bot.Channel.CarryAsync(fits, default)).Outcome);
        Assert.Equal(Outcome.Failed, (await bot.Channel.CarryAsync(misfits, default)).Outcome);
    }
}
