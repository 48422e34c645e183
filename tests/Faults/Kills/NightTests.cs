using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Content;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;
using MutualAid.Core.People;
using MutualAid.Core.Schedule;
using MutualAid.Tests.Channels.FakeTelegram;
using MutualAid.Tests.Channels.Telegram;

namespace MutualAid.Tests.Faults.Kills;

/// <summary>S4 with the real program: a cry at night and one message in the morning, whenever it is killed.</summary>
public class NightTests
{
    private const string Again = "（补发）";
    private const string Morning = "早上好";

    /// <param name="settled">Killed a minute later, as in the scenario; else at the moment in which the message stands in the chat.</param>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Killed_after_the_morning_message_it_is_not_said_again(bool settled)
    {
        var clock = FastClock.FromNow(speed: 20);
        var night = Night(clock.GetUtcNow());
        clock.MoveTo(night);
        await using var telegram = await FakeTelegramServer.StartAsync(clock, FakeLimits.None);
        telegram.PrivacyMode = false;
        var (lu, jiang) = (telegram.AddPerson("卢国庆"), telegram.AddPerson("蒋海涛"));
        var group = telegram.AddGroup("杏花台互助群").With(lu).With(jiang);
        using var home = new Home(telegram, byHook: false);
        await PrepareAsync(home, group, telegram.AddPerson("温静宜"));

        await using (var copy = home.Start(clock))
        {
            await copy.ReadyAsync();
            lu.Says(group, "@小助手 急需退烧药20盒 梧桐口小区");
            await telegram.WhenAsync(() => Posts(group, "#1【急】 退烧药 20盒").Count == 1);
            await UntilAsync(async () => await DigestsAsync(home, DueState.Waiting) == 1);
            await copy.KillAsync();
        }

        await using (var copy = home.Start(clock))
        {
            await copy.ReadyAsync();
            jiang.Says(group, "认领 1");
            await telegram.WhenAsync(() =>
                Posts(group, "#1【急】 退烧药 20盒").Exists(post => post.Text.Contains("蒋海涛 20", StringComparison.Ordinal))
            );
            lu.Says(group, "@小助手 急需棉被5床 梧桐口小区");
            await telegram.WhenAsync(() => Posts(group, "#2【急】 棉被 5床").Count == 1);
            await copy.KillAsync();
        }

        clock.MoveTo(night.AddHours(9).AddMinutes(15));
        await using (var copy = home.Start(clock))
        {
            await copy.ReadyAsync();
            await telegram.WhenAsync(() => Posts(group, Morning).Count > 0);
            if (settled)
                await UntilAsync(async () => clock.GetUtcNow() >= night.AddHours(9).AddMinutes(23) && await OpenRowsAsync(home) == 0);
            await copy.KillAsync();
        }

        await using (var copy = home.Start(clock))
        {
            await copy.ReadyAsync();
            // Longer than a post in doubt waits before it is said again, marked.
            var end = clock.GetUtcNow().AddMinutes(5);
            await UntilAsync(async () => clock.GetUtcNow() >= end && await OpenRowsAsync(home) == 0);
            await copy.StopAsync();
        }

        var digests = Posts(group, Morning);
        Assert.Single(digests, post => !post.Text.StartsWith(Again, StringComparison.Ordinal));
        Assert.InRange(digests.Count, 1, settled ? 1 : 2);
        Assert.Contains("#2【急】 棉被 5床", digests[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("退烧药", digests[0].Text, StringComparison.Ordinal);
        // A card that a kill put in doubt is said again with its mark, which goes when the card is next edited.
        Assert.InRange(Posts(group, "#1【急】").Count, 1, await RepeatsAsync(home, "need:1") + 1);
        Assert.Equal(1, await DigestsAsync(home, DueState.Done));
        await using var db = home.Read();
        Assert.Equal(0, await db.Incidents.CountAsync());
    }

    // Twenty to eleven in the evening of the day, in the group's zone.
    private static DateTimeOffset Night(DateTimeOffset now) =>
        new(now.ToOffset(TimeSpan.FromHours(8)).Date.AddHours(22).AddMinutes(39), TimeSpan.FromHours(8));

    private static List<FakeMessage> Posts(FakeChat group, string words) =>
        [.. group.BotMessages.Where(message => message.Text.Contains(words, StringComparison.Ordinal) && message.ReplyTo?.IsBots != true)];

    private static Task UntilAsync(Func<Task<bool>> holds) => Until.TrueAsync(holds, TimeSpan.FromMinutes(2));

    private static async Task<int> RepeatsAsync(Home home, string card)
    {
        await using var db = home.Read();
        return await db.Outbox.CountAsync(row =>
            row.Card!.Key == card && row.Kind == OutboxKind.Send && row.IsRepeat && row.Text.StartsWith(Again)
        );
    }

    private static async Task<int> DigestsAsync(Home home, DueState state)
    {
        await using var db = home.Read();
        return await db.Due.CountAsync(row => row.Kind == Digest.Due && row.State == state);
    }

    private static async Task<int> OpenRowsAsync(Home home)
    {
        await using var db = home.Read();
        return await db.Outbox.CountAsync(row =>
            row.State == OutboxState.Attempting || row.State == OutboxState.Retry || (row.State == OutboxState.Unknown && !row.IsRepeat)
        );
    }

    private static async Task PrepareAsync(Home home, FakeChat chat, FakePerson organiser)
    {
        using var store = new SqliteStore(home.File);
        await store.PrepareAsync();
        await using var writer = store.CreateWriter();
        await writer.DoAsync(
            "setup",
            db =>
            {
                var person = new Person { Name = organiser.User.Name };
                person.Accounts.Add(new Account { Channel = "telegram", ExternalId = $"{organiser.Id}" });
                var group = new Group
                {
                    Channel = "telegram",
                    ExternalId = $"{chat.Id}",
                    Title = chat.Title,
                    ConfirmedAt = DateTime.UnixEpoch,
                };
                db.Members.Add(
                    new Member
                    {
                        Group = group,
                        Person = person,
                        Role = Role.Organiser,
                    }
                );
                return Task.CompletedTask;
            }
        );
    }
}
