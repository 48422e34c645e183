using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Broadcasts;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;
using MutualAid.Core.People;
using MutualAid.Tests.Channels.FakeTelegram;
using MutualAid.Tests.Faults;
using Xunit.Abstractions;

namespace MutualAid.Tests.Broadcasts;

/// <summary>The real program sends to many groups while it is killed, paused, refused and cut off. Nobody is skipped, nobody gets it twice unmarked.</summary>
public sealed class InterruptionTests(ITestOutputHelper output)
{
    private const int Speed = 20;
    private static readonly bool IsDeep = Environment.GetEnvironmentVariable("DEEP") == "1";
    private static readonly int Chats = IsDeep ? 1000 : 90;
    private static readonly int Rounds = IsDeep ? 200 : 7;

    [Fact]
    public async Task Whatever_interrupts_it_each_gets_it_once_or_is_flagged()
    {
        var chance = new Random(20203);
        var clock = FastClock.FromNow(Speed);
        await using var telegram = await FakeTelegramServer.StartAsync(clock, FakeLimits.None);
        using var home = new Home(telegram, byHook: false);
        var author = telegram.AddPerson("温静宜");
        await PrepareAsync(home, telegram, author);
        var copy = home.Start(clock);
        var interruptions = new Dictionary<string, int>();
        var broadcasts = 0;
        try
        {
            await copy.ReadyAsync();
            for (; interruptions.Values.Sum() < Rounds; broadcasts++)
            {
                var number = broadcasts + 1;
                await BeginAsync(telegram, author, number);
                while (
                    interruptions.Values.Sum() is var done && done < Rounds && await AdvancedAsync(home, telegram, author, number, chance)
                )
                {
                    var kind = await InterruptAsync(done, chance, telegram, author, number);
                    interruptions[kind] = interruptions.GetValueOrDefault(kind) + 1;
                    if (kind != "kill")
                        continue;
                    await copy.KillAsync();
                    await copy.DisposeAsync();
                    copy = home.Start(clock);
                    await copy.ReadyAsync();
                }

                telegram.Faults.Clear();
                await SettledAsync(home, number);
            }
        }
        finally
        {
            await copy.DisposeAsync();
        }

        var flagged = 0;
        for (var number = 1; number <= broadcasts; number++)
            flagged += await JudgeAsync(home, telegram, number);
        output.WriteLine(
            $"{broadcasts} broadcasts to {Chats} chats, {Rounds} interruptions ({string.Join(", ", interruptions.Select(it => $"{it.Key} {it.Value}"))}), "
                + $"{flagged} flagged, 0 skipped, 0 unflagged duplicates"
        );
    }

    private static async Task BeginAsync(FakeTelegramServer telegram, FakePerson author, int number)
    {
        author.Whispers($"/broadcast {WordsOf(number)}");
        await PressAsync(telegram, author, number, "加急");
        await PressAsync(telegram, author, number, "发送");
        await telegram.WhenAsync(() =>
            author.Private.BotMessages.Count(message => message.Text.Contains("确认请回复数字", StringComparison.Ordinal)) == number
        );
        author.Whispers($"{Chats}");
    }

    private static string WordsOf(int number) => $"明早9点停水，第{number}次通知";

    /// <returns>What happened.</returns>
    private static async Task<string> InterruptAsync(int round, Random chance, FakeTelegramServer telegram, FakePerson author, int number)
    {
        var accepted = chance.Next(2) == 0;
        switch (round % 7)
        {
            case 0:
                return "kill";
            case 1:
                await PressAsync(telegram, author, number, "暂停");
                await PressAsync(telegram, author, number, "继续");
                return "pause";
            case 2:
                telegram.Faults.Add("sendMessage", new(FakeFault.TooManyRequests, RetryAfter: 3), times: 2);
                return "429";
            case 3:
                telegram.Faults.Add("sendMessage", new(FakeFault.InternalError), times: 2);
                return "500";
            case 4:
                telegram.Faults.Add("sendMessage", new(FakeFault.Reset, accepted));
                return "cut";
            case 5:
                telegram.Faults.Add("sendMessage", new(FakeFault.GatewayTimeout, accepted));
                return "time-out";
            default:
                telegram.Faults.Add("sendMessage", new(FakeFault.WrongJson, Accepted: true));
                return "wrong answer";
        }
    }

    /// <summary>Nothing is pressed when the last message went out meanwhile and the button with it.</summary>
    private static async Task PressAsync(FakeTelegramServer telegram, FakePerson author, int number, string label)
    {
        FakeMessage? Card(Func<FakeMessage, bool> fits) =>
            author.Private.BotMessages.LastOrDefault(message =>
                message.Text.StartsWith($"群发 #{number}｜", StringComparison.Ordinal) && fits(message)
            );
        FakeMessage? Labelled() => Card(message => message.Buttons.SelectMany(row => row).Any(button => button.Label == label));
        bool IsOut() =>
            Card(_ => true) is { } card
            && (card.Text.Contains("｜完成", StringComparison.Ordinal) || card.Text.Contains("请您定", StringComparison.Ordinal));
        await telegram.WhenAsync(() => Labelled() is not null || IsOut());
        if (Labelled() is { } found)
            author.Presses(found, label);
    }

    /// <summary>Some more have gone out; where all that is left is doubt, the author has it said again, marked. False: it is done.</summary>
    private static async Task<bool> AdvancedAsync(Home home, FakeTelegramServer telegram, FakePerson author, int number, Random chance)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var target = Sent(telegram, number).Count + chance.Next(1, 10);
        while (Sent(telegram, number).Count < target)
        {
            var isDone = author.Private.BotMessages.Any(message =>
                message.Text.StartsWith($"群发 #{number}｜完成", StringComparison.Ordinal)
            );
            await using var db = home.Read();
            var isFed = await db.Broadcasts.AnyAsync(it => it.Number == number && it.FedAt != null);
            var states = await StatesAsync(db, number);
            var isOut = isFed && !states.Exists(IsOpen);
            Assert.False(isDone && !isOut, "完成 was said while rows had no end");
            if (isOut && !states.Contains(OutboxState.Unknown))
                return false;
            if (isOut)
                await PressAsync(telegram, author, number, "不明的再发（标补发）");
            await tick.WaitForNextTickAsync(limit.Token);
        }

        return true;
    }

    private static Task<List<OutboxState>> StatesAsync(Db db, int number) =>
        db.Recipients.Where(it => it.Broadcast.Number == number).Select(it => it.Row.State).ToListAsync();

    private static bool IsOpen(OutboxState state) => state is OutboxState.Queued or OutboxState.Retry or OutboxState.Attempting;

    private static List<(long Chat, bool Marked)> Sent(FakeTelegramServer telegram, int number) =>
        telegram
            .Calls.Where(call => call is { Method: "sendMessage", Accepted: true, Chat: < 0 })
            .Select(call => (Chat: call.Chat!.Value, Text: JsonSerializer.Deserialize<string>(call.Text!)!))
            .Where(call => call.Text.EndsWith(WordsOf(number), StringComparison.Ordinal))
            .Select(call => (call.Chat, call.Text.StartsWith("（补发）", StringComparison.Ordinal)))
            .ToList();

    private static async Task PrepareAsync(Home home, FakeTelegramServer telegram, FakePerson author)
    {
        using var store = new SqliteStore(home.File);
        await store.PrepareAsync();
        await using var writer = store.CreateWriter();
        var groups = Enumerable.Range(1, Chats).Select(number => telegram.AddGroup($"{number}群").With(author, admin: true)).ToList();
        await writer.DoAsync(
            "setup",
            db =>
            {
                var person = new Person { Name = author.User.Name };
                person.Accounts.Add(new Account { Channel = "telegram", ExternalId = $"{author.Id}" });
                foreach (var chat in groups)
                    db.Members.Add(
                        new Member
                        {
                            Group = new Group
                            {
                                Channel = "telegram",
                                ExternalId = $"{chat.Id}",
                                Title = chat.Title,
                            },
                            Person = person,
                            Role = Role.Organiser,
                        }
                    );
                return Task.CompletedTask;
            }
        );
    }

    private static async Task SettledAsync(Home home, int number)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(IsDeep ? 10 : 2));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            await using var db = home.Read();
            var states = await StatesAsync(db, number);
            if (states.Count == Chats && !states.Exists(IsOpen))
                return;
            await tick.WaitForNextTickAsync(limit.Token);
        }
    }

    private static async Task<int> JudgeAsync(Home home, FakeTelegramServer telegram, int number)
    {
        await using var db = home.Read();
        var broadcast = await db.Broadcasts.SingleAsync(it => it.Number == number);
        var rows = await db.Recipients.Where(it => it.Broadcast.Number == number).Select(it => it.Row).ToListAsync();
        Assert.Equal(Chats, rows.Select(row => row.ChatId).Distinct(StringComparer.Ordinal).Count());
        var sent = Sent(telegram, number).ToLookup(it => $"{it.Chat}", it => it.Marked, StringComparer.Ordinal);
        var wrong = rows.Where(row => !IsHonest(row, sent[row.ChatId].ToList())).Select(row => $"{row.ChatId} {row.State} {row.Reason}");
        Assert.Empty(wrong);
        var unknown = rows.Count(row => row.State == OutboxState.Unknown);
        Assert.Equal(unknown > 0 ? BroadcastStage.InDoubt : BroadcastStage.Done, broadcast.Stage(await db.TallyAsync(broadcast)));
        return unknown;
    }

    // One message, or a second that says what it is, or a row that says it is not known.
    private static bool IsHonest(OutboxRow row, List<bool> got) =>
        got.Count(isMarked => !isMarked) <= 1
        && (row.IsRepeat || !got.Contains(true))
        && row.State switch
        {
            OutboxState.Sent => got.Count > 0,
            OutboxState.Unknown => true,
            _ => false,
        };
}
