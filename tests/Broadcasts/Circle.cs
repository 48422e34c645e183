using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Broadcasts;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Broadcasts;

/// <summary>Groups that 温静宜 organises beside the first, and what she reads of a broadcast.</summary>
internal static class Circle
{
    public const string Words = "明早9点停水，请提前存水";

    /// <summary>二群, 三群 … with the chats g2, g3 …</summary>
    public static Task GroupsAsync(this Stage stage, int count, Action<Group>? shape = null) =>
        stage.Writer.DoAsync(
            "setup",
            async db =>
            {
                var wen = await db.People.SingleAsync(person => person.Name == Cast.Wen);
                var now = stage.Clock.GetUtcNow().UtcDateTime;
                for (var number = 2; number < count + 2; number++)
                {
                    var group = new Group
                    {
                        Channel = stage.Place.Channel,
                        ExternalId = $"g{number}",
                        Title = $"{number}群",
                        AddedAt = now,
                    };
                    shape?.Invoke(group);
                    db.Members.Add(
                        new Member
                        {
                            Group = group,
                            Person = wen,
                            Role = Role.Organiser,
                            JoinedAt = now,
                            RoleAt = now,
                        }
                    );
                }
            }
        );

    /// <summary>The card of her newest broadcast as it reads now.</summary>
    public static async Task<Shown> ReportAsync(this TestBot bot) =>
        (await bot.LookAsync()).Last(post => post.Chat == Cast.Wen && post.Text.StartsWith("群发 #", StringComparison.Ordinal));

    public static async Task<Heard> PressesAsync(this TestBot bot, string label) =>
        await bot.Presses(Cast.Wen, await bot.ReportAsync(), label);

    /// <summary>Written and confirmed by her; the half minute begins.</summary>
    public static async Task<Heard> BroadcastsAsync(this TestBot bot, string words = Words, int? count = null)
    {
        await bot.Whispers(Cast.Wen, $"/broadcast {words}");
        var heard = await bot.PressesAsync("发送");
        return count is null ? heard : await bot.Whispers(Cast.Wen, $"{count}");
    }

    /// <summary>The chats that were given these words, in order; how often each.</summary>
    public static List<string> Reached(this TestBot bot, string words = Words) =>
        [
            .. bot
                .Channel.Calls.Where(call => call.Kind == OutboxKind.Send && call.ChatId != $"@{Cast.Wen}")
                .Where(call => Html.ToPlain(call.Text).Contains(words, StringComparison.Ordinal))
                .Select(call => call.ChatId),
        ];

    public static Task<Broadcast> BroadcastAsync(this Stage stage, int number = 1) =>
        stage.Look(db => db.Broadcasts.SingleAsync(it => it.Number == number));

    public static Task<List<OutboxRow>> RowsAsync(this Stage stage, int number = 1) =>
        stage.Look(db => db.Recipients.Where(it => it.Broadcast.Number == number).OrderBy(it => it.Id).Select(it => it.Row).ToListAsync());

    public static Task TagAsync(this Stage stage, string chat, params string[] tags) =>
        stage.Writer.DoAsync(
            "setup",
            async db => await new TagDesk(db).SetAsync(await db.Groups.SingleAsync(group => group.ExternalId == chat), tags)
        );

    /// <summary>A button of 温静宜's private chat that says this.</summary>
    public static string Seal(this TestBot bot, string text) =>
        bot.Services.GetRequiredService<ButtonSeal>().Seal(text, bot.Place.Channel, $"@{Cast.Wen}");

    /// <summary>Through the desk, as a page of the console would.</summary>
    public static Task<T> AtDeskAsync<T>(this Stage stage, Func<Db, BroadcastDesk, Broadcast, Task<T>> act, int number = 1) =>
        stage.Writer.DoAsync(
            "test",
            async db =>
            {
                var desk = new BroadcastDesk(db, stage.Clock);
                return await act(db, desk, (await desk.FindAsync(number))!);
            }
        );
}
