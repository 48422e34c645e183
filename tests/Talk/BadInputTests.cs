using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Language;

namespace MutualAid.Tests.Talk;

/// <summary>What cannot be understood gets one short answer or none, and changes nothing.</summary>
public sealed class BadInputTests
{
    private const string Typos = """
        nedd=need ned=need neeed=need nead=need need1=need needss=needs neds=needs claom=claim clam=claim claimm=claim cliam=claim
        relase=release releese=release verfy=verify verifi=verify veryfy=verify renw=renew renow=renew deliverd=delivered delivred=delivered
        delievered=delivered recieved=received receved=received receivd=received cancle=cancel cansel=cancel cancell=cancel ofer=offer
        offr=offer offfer=offer oferrs=offers donaton=donation donatoin=donation dontion=donation jion=join joinn=join setings=settings
        settigns=settings langauge=language lanuage=language mut=mute mutte=mute undoo=undo udno=undo hepl=help halp=help helpp=help
        privcy=privacy stat=stats statss=stats
        """;

    [Fact]
    public async Task A_typo_near_a_command_gets_the_right_suggestion_with_a_button()
    {
        await using var bot = await TestBot.StartedAsync();
        var table = Typos
            .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(pair => pair.Split('='));
        var (right, all) = (0, 0);
        foreach (var pair in table)
        {
            var heard = await bot.Says(Cast.Shao, $"/{pair[0]}");
            all++;
            right += heard.InGroup is [{ } post] && post.LabelsInOne == $"[/{pair[1]}]" ? 1 : 0;
        }

        Assert.True(all >= 50);
        Assert.True(right >= all * 0.95, $"{right} of {all}");
        var suggestion = (await bot.Says(Cast.Shao, "/nedd 口罩 100个")).Post;
        Assert.StartsWith(
            "#1 口罩 100个",
            (await bot.Presses(Cast.Shao, suggestion, "/need 口罩 100个")).Post.Text,
            StringComparison.Ordinal
        );
        Assert.True((await bot.Says(Cast.Shao, "/wetherreport 明天")).IsSilent);
    }

    [Theory]
    [InlineData("/need 口罩 一万五千亿个")]
    [InlineData("/need 口罩 0个")]
    [InlineData("/need 口罩 -5个")]
    [InlineData("需求 口罩 一万五千亿个")]
    [InlineData("/need")]
    [InlineData("/claim")]
    [InlineData("/claim 99")]
    [InlineData("认领 99")]
    [InlineData("/received 口罩")]
    [InlineData("/verify 1")]
    [InlineData("/mute 永远")]
    [InlineData("/offer")]
    [InlineData("/donation")]
    [InlineData("/need 2月30日前 口罩 10个")]
    public async Task What_cannot_be_done_gets_one_short_answer_and_changes_nothing(string text)
    {
        await using var bot = await TestBot.StartedAsync();
        var before = await Nouns.DumpAsync(bot);
        var heard = await bot.Says(Cast.Shao, text);
        Assert.True(heard.Post.Text.Length <= 120, heard.Post.Text);
        Assert.Equal(before, await Nouns.DumpAsync(bot));
        Assert.Empty(await bot.Look(db => db.Incidents.ToListAsync()));
    }

    [Fact]
    public async Task A_closed_need_a_foreign_button_and_an_expired_one_are_told_and_do_nothing()
    {
        await using var bot = await TestBot.StartedAsync();
        var card = (await bot.Says(Cast.Shao, "需求 口罩 100个 杏花台社区")).Post;
        var foreign = await bot.Presses(Cast.Gong, card, "核实");
        Assert.Equal("这个要管理员来办。", foreign.Toast);

        await bot.Says(Cast.Duan, "认领 1 60");
        var undo = await bot.CardAsync(1);
        var before = await Nouns.DumpAsync(bot);
        Assert.Equal("这是别人的按钮", (await bot.Presses(Cast.Gong, undo, "撤销")).Toast);
        bot.Clock.Move(TimeSpan.FromMinutes(12));
        Assert.Equal("这个按钮已过期，重新打开", (await bot.Presses(Cast.Duan, undo, "撤销")).Toast);
        Assert.Equal(before, await Nouns.DumpAsync(bot));

        await bot.Says(Cast.Shao, "取消 1");
        Assert.Equal("#1 已经取消了。", (await bot.Says(Cast.Gong, "认领 1")).Post.Text);
        Assert.Equal("#1 已经取消了。", (await bot.Presses(Cast.Gong, card, "认领")).Toast);
    }

    [Fact]
    public async Task Ten_presses_in_a_second_have_one_effect_and_ten_answers()
    {
        await using var bot = await TestBot.StartedAsync();
        var card = (await bot.Says(Cast.Shao, "需求 口罩 100个")).Post;
        var presses = Enumerable.Range(0, 10).Select(_ => bot.Press(Cast.Duan, card, card.Button("认领").Data!)).ToList();
        await Task.WhenAll(presses.Select(bot.ReceiveAsync));
        await bot.Courier.DrainAsync();
        Assert.Equal(1, await bot.Look(db => db.Claims.CountAsync()));
        Assert.All(presses, press => Assert.True(bot.Channel.Toasts.ContainsKey(press.CallbackId!)));
        Assert.Empty(await bot.Look(db => db.Incidents.ToListAsync()));
    }

    [Fact]
    public async Task Four_kilobytes_of_emoji_are_left_alone_or_answered_shortly()
    {
        await using var bot = await TestBot.StartedAsync();
        var emoji = string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦🧯", 300));
        Assert.True((await bot.Says(Cast.Shao, emoji)).IsSilent);
        var before = await Nouns.DumpAsync(bot);
        foreach (
            var text in new[]
            {
                "/need " + emoji,
                "需求 " + emoji,
                "/join " + emoji,
                "/claim " + emoji,
                "@小助手 " + emoji,
                "\ud83d /need \udc00",
            }
        )
            await bot.Says(Cast.Shao, text);
        await bot.Whispers(Cast.Shao, emoji);
        Assert.Empty(await bot.Look(db => db.Needs.ToListAsync()));
        Assert.Empty(await bot.Look(db => db.Incidents.ToListAsync()));
        Assert.NotNull(before);
    }

    [Fact]
    public async Task Invented_and_bent_payloads_do_nothing()
    {
        await using var bot = await TestBot.StartedAsync();
        var card = (await bot.Says(Cast.Shao, "需求 口罩 100个")).Post;
        var good = card.Button("认领").Data!;
        var seal = bot.Services.GetRequiredService<ButtonSeal>();
        var dice = new Random(20);
        for (var round = 0; round < 20_000; round++)
            Assert.Null(seal.Open(Bent(good, dice), bot.Place.Channel, bot.Place.ChatId, bot.Clock.GetUtcNow().UtcDateTime));
        Assert.Null(seal.Open(good, bot.Place.Channel, "g2", bot.Clock.GetUtcNow().UtcDateTime));

        var before = await Nouns.DumpAsync(bot);
        for (var round = 0; round < 200; round++)
            await bot.ReceiveAsync(bot.Press(Cast.Wen, card, Bent(good, dice)));
        await bot.Courier.DrainAsync();
        Assert.Equal(before, await Nouns.DumpAsync(bot));
        Assert.Empty(await bot.Look(db => db.Incidents.ToListAsync()));
    }

    [Fact]
    public async Task A_voice_message_is_passed_on_where_it_is_meant_for_the_bot()
    {
        await using var bot = await TestBot.StartedAsync();
        var voice = bot.Text(Cast.Feng, "") with { Kind = IncomingKind.Voice, File = "v1" };
        Assert.True((await bot.Gets(voice)).IsSilent);
        Assert.Equal(0, await bot.Look(db => db.VoiceNotes.CountAsync()));
        var reply = await bot.Gets(bot.Text(Cast.Feng, "") with { Kind = IncomingKind.Voice, File = "v2", ToBot = true, ReplyTo = "b1" });
        Assert.Equal("语音我听不懂，已转给管理员", reply.Post.Text);
        var whispered = await bot.Gets(bot.Whisper(Cast.Feng, "") with { Kind = IncomingKind.Voice, File = "v3" });
        Assert.Equal("语音我听不懂，已转给管理员", Assert.Single(whispered.In(Cast.Feng)).Text);
        Assert.Equal(["v2", "v3"], await bot.Look(db => db.VoiceNotes.OrderBy(note => note.Id).Select(note => note.FileId).ToListAsync()));
    }

    [Fact]
    public void Every_spelling_in_the_table_is_no_command() =>
        Assert.All(
            Typos.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries),
            pair => Assert.Equal("unknown", Reader.Read("/" + pair.Split('=')[0], new ReadingContext(default, Addressed: false)).Intent)
        );

    private static string Bent(string good, Random dice)
    {
        var text = good.ToCharArray();
        if (dice.Next(3) == 0)
            return string.Concat(Enumerable.Range(0, dice.Next(1, 64)).Select(_ => (char)dice.Next(33, 127)));
        do text[dice.Next(text.Length)] = (char)dice.Next(33, 127);
        while (new string(text) == good);
        return new string(text);
    }
}
