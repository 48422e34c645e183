using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;
using MutualAid.Tests.Channels.FakeTelegram;

namespace MutualAid.Tests.Channels.Telegram;

public class TelegramOutcomeTests
{
    public static TheoryData<string, bool, Outcome, Outcome> Troubles =>
        new()
        {
            // fault, carried out all the same; what a send and what an edit make of it
            { nameof(FakeFault.TooManyRequests), false, Outcome.Retry, Outcome.Retry },
            { nameof(FakeFault.InternalError), false, Outcome.Retry, Outcome.Retry },
            { nameof(FakeFault.BadGateway), false, Outcome.Unknown, Outcome.Retry },
            { nameof(FakeFault.BadGateway), true, Outcome.Unknown, Outcome.Retry },
            { nameof(FakeFault.GatewayTimeout), false, Outcome.Unknown, Outcome.Retry },
            { nameof(FakeFault.GatewayTimeout), true, Outcome.Unknown, Outcome.Retry },
            { nameof(FakeFault.ErrorPage), false, Outcome.Unknown, Outcome.Retry },
            { nameof(FakeFault.WrongJson), true, Outcome.Unknown, Outcome.Retry },
            { nameof(FakeFault.Reset), false, Outcome.Unknown, Outcome.Retry },
            { nameof(FakeFault.Reset), true, Outcome.Unknown, Outcome.Retry },
            { nameof(FakeFault.Silence), false, Outcome.Unknown, Outcome.Retry },
            { nameof(FakeFault.Silence), true, Outcome.Unknown, Outcome.Retry },
        };

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task A_send_that_may_have_arrived_is_never_repeated(string fault, bool accepted, Outcome send, Outcome edit)
    {
        await using var telegram = await FakeTelegramServer.StartAsync(limits: FakeLimits.None);
        var (one, other) = (telegram.AddGroup("一群"), telegram.AddGroup("二群"));
        string? card;
        await using (var patient = await TelegramBot.StartAsync(telegram))
            card = (await patient.Channel.CarryAsync(Post.To(other, "卡片"), default)).MessageId;
        var isSilent = fault == nameof(FakeFault.Silence);
        await using var bot = await TelegramBot.StartAsync(
            telegram,
            settings => isSilent ? settings with { Patience = TimeSpan.FromSeconds(2) } : settings
        );
        foreach (var method in new[] { "sendMessage", "editMessageText", "deleteMessage" })
            telegram.Faults.Add(method, new(Enum.Parse<FakeFault>(fault), accepted));
        var sent = await bot.Channel.CarryAsync(Post.To(one, "一句"), default);
        Assert.Equal(send, sent.Outcome);
        Assert.Equal(accepted ? 1 : 0, one.BotMessages.Count);
        Assert.Equal(edit, (await bot.Channel.CarryAsync(Post.To(other, "改", OutboxKind.Edit, card), default)).Outcome);
        Assert.DoesNotContain(
            telegram.Calls.GroupBy(call => (call.Method, call.Text)),
            calls => calls.Count() > 1 && calls.Key.Text is not null
        );
    }

    [Fact]
    public async Task Nothing_leaves_while_no_connection_stands()
    {
        await using var telegram = await FakeTelegramServer.StartAsync();
        var group = telegram.AddGroup("一群");
        foreach (var address in new[] { $"http://127.0.0.1:{FreePort.Take()}", "http://nowhere.invalid" })
        {
            await using var bot = await TelegramBot.StartAsync(telegram, settings => settings with { ApiBase = new(address) });
            Assert.Equal(Outcome.Retry, (await bot.Channel.CarryAsync(Post.To(group, "一句"), default)).Outcome);
            await Until.TrueAsync(() => bot.Self.Trouble is not null);
        }
    }

    [Fact]
    public async Task A_flood_in_one_chat_waits_there_and_one_over_many_chats_waits_everywhere()
    {
        await using var telegram = await FakeTelegramServer.StartAsync();
        var groups = Enumerable.Range(1, 4).Select(number => telegram.AddGroup($"群{number}")).ToList();
        await using var bot = await TelegramBot.StartAsync(telegram, time: new MovedClock(DateTimeOffset.UnixEpoch));
        telegram.Faults.Add("sendMessage", new(FakeFault.TooManyRequests, RetryAfter: 7), times: 3);
        var verdicts = new List<Delivery>();
        foreach (var group in groups)
            verdicts.Add(await bot.Channel.CarryAsync(Post.To(group, "一句"), default));
        Assert.Equal([Outcome.Retry, Outcome.Retry, Outcome.Retry, Outcome.Sent], verdicts.Select(verdict => verdict.Outcome));
        Assert.Equal([7, 7, 7], verdicts.Take(3).Select(verdict => verdict.After!.Value.TotalSeconds));
        Assert.Equal([false, false, true, false], verdicts.Select(verdict => verdict.WholeChannel));
    }

    [Fact]
    public async Task Closed_chats_and_migrated_groups_are_told_apart()
    {
        await using var telegram = await FakeTelegramServer.StartAsync();
        var (ana, bao) = (telegram.AddPerson("李姐"), telegram.AddPerson("小宝"));
        var (kicked, old) = (telegram.AddGroup("一群"), telegram.AddGroup("二群", supergroup: false));
        await using var bot = await TelegramBot.StartAsync(telegram);
        Assert.Equal(Outcome.ChatGone, (await bot.Channel.CarryAsync(Post.To(ana.Private, "您好"), default)).Outcome);
        bao.Whispers("/start");
        bao.Blocks();
        kicked.RemoveBot(bao);
        var successor = old.Migrate();
        await telegram.WhenAsync(() => bot.Intake.Stored.Count == 5);
        Assert.Equal(Outcome.ChatGone, (await bot.Channel.CarryAsync(Post.To(bao.Private, "您好"), default)).Outcome);
        Assert.Equal(Outcome.ChatGone, (await bot.Channel.CarryAsync(Post.To(kicked, "大家好"), default)).Outcome);
        var moved = await bot.Channel.CarryAsync(Post.To(old, "大家好"), default);
        Assert.Equal((Outcome.Migrated, $"{successor.Id}"), (moved.Outcome, moved.Reason));
        var heard = bot.Intake.Stored.ToLookup(said => said.Kind);
        Assert.Equal(
            [$"{bao.Id}", $"{kicked.Id}"],
            heard[IncomingKind.Removed].Select(said => said.Place.ChatId).Order(StringComparer.Ordinal).Reverse()
        );
        Assert.All(
            heard[IncomingKind.Migrated],
            said => Assert.Equal(($"{old.Id}", $"{successor.Id}"), (said.Place.ChatId, said.MigratedTo))
        );
    }

    [Fact]
    public async Task The_token_is_in_no_log_line_whatever_goes_wrong()
    {
        await using var telegram = await FakeTelegramServer.StartAsync();
        var group = telegram.AddGroup("一群");
        var lines = new List<string>();
        foreach (
            var address in new[]
            {
                telegram.Address,
                new Uri($"https://127.0.0.1:{telegram.Address.Port}"),
                new Uri("http://nowhere.invalid"),
            }
        )
        {
            await using var bot = await TelegramBot.StartAsync(
                telegram,
                settings => settings with { ApiBase = address, Patience = TimeSpan.FromSeconds(2) }
            );
            telegram.Faults.Clear();
            foreach (var (fault, call) in Enum.GetValues<FakeFault>().Select((fault, at) => (fault, at + 1)))
                telegram.Faults.Add("sendMessage", new(fault), call: call);
            telegram.Faults.Add("getUpdates", new(FakeFault.Reset), times: 3);
            for (var call = 0; call < 10; call++)
                lines.Add($"{await bot.Channel.CarryAsync(Post.To(group, $"{call}"), default)}");
            await bot.Client.DownloadAsync(new("f", telegram.Token), default);
            await Until.TrueAsync(() => bot.Log.Lines.Any(line => line.StartsWith("Warning", StringComparison.Ordinal)));
            lines.AddRange(bot.Log.Lines);
            lines.Add(bot.Self.Trouble ?? "");
        }
        Assert.True(lines.Count > 40);
        Assert.DoesNotContain(lines, line => line.Contains(telegram.Token[11..], StringComparison.OrdinalIgnoreCase));
    }
}
