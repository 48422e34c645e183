using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;
using MutualAid.Tests.Channels.FakeWeCom;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Channels.WeCom;

/// <summary>From asking to signing, again and again, whatever becomes of the line: people look at what is there and go on.</summary>
internal sealed class WeComStory(WeComStage bot)
{
    public int Told { get; private set; }

    public static async Task<WeComStory> BeginAsync(WeComStage bot)
    {
        await Setup.NeedsAsync(bot, 1);
        await bot.MeetAsync(Cast.Shao, Cast.Wen, Cast.Duan, Cast.Gong);
        return new WeComStory(bot);
    }

    public async Task TellAsync()
    {
        var number = ++Told + 1;
        await SayAsync(Cast.Shao, $"需求 手套{number}号 100双 杏花台社区");
        await PressAsync(Cast.Wen, number, "核实", $"核实 {number}");
        await SayAsync(Cast.Duan, $"认领 {number} 60");
        await SayAsync(Cast.Gong, $"认领 {number} 50");
        await SayAsync(Cast.Duan, $"送达 {number}", photo: true);
        await SayAsync(Cast.Shao, "收到", quote: Posts(number).LastOrDefault()?.Text ?? $"#{number}");
        await PressAsync(Cast.Shao, number, "确认签收 60双？", $"签收 {number}");
    }

    /// <summary>What waited and what was in doubt comes, as far as it comes by itself.</summary>
    public async Task CalmAsync(int rounds = 4)
    {
        for (var round = 0; round < rounds; round++)
        {
            bot.Clock.Move(TimeSpan.FromMinutes(3));
            await bot.Services.GetRequiredService<Postman>().RepeatDoubtfulAsync(CancellationToken.None);
            await bot.SettledAsync();
        }
    }

    /// <summary>Each story happened once, is shown to its end, and nothing stands twice unmarked or is claimed and not there.</summary>
    public async Task AssertWholeAsync()
    {
        var posts = bot.Server.Posts;
        Assert.Equal((Told, Told, Told), await bot.Look(CountAsync));
        var rows = await bot.Look(db => db.Outbox.Where(row => row.Channel == "wecom" && row.Kind == OutboxKind.Send).ToListAsync());
        Assert.Empty(rows.Where(row => row.State is OutboxState.Failed or OutboxState.Queued or OutboxState.Retry).Select(row => row.Text));
        foreach (var row in rows.Where(row => row.State == OutboxState.Sent))
            Assert.True(posts.Any(post => IsOf(post, row)), $"claimed and not there: {row.Text}");
        Assert.Empty(
            posts.GroupBy(post => (post.Chat, post.Text)).Where(same => !IsMarked(same.Key.Text) && same.Count() > 1).Select(it => it.Key)
        );
        for (var number = 2; number <= Told + 1; number++)
        {
            var isInDoubt = rows.Exists(row =>
                row.State == OutboxState.Unknown && row.Text.Contains($"#{number} ", StringComparison.Ordinal)
            );
            Assert.True(
                isInDoubt || Posts(number).Any(post => post.Text.Contains("已签收 60，还差 40", StringComparison.Ordinal)),
                $"#{number} does not end"
            );
            Assert.True(
                isInDoubt
                    || posts.Any(post =>
                        post.Chat == Private(Cast.Duan) && post.Text.Contains($"手套{number}号", StringComparison.Ordinal)
                    ),
                $"#{number} told its claimer nothing"
            );
        }
    }

    private static async Task<(int, int, int)> CountAsync(Core.Data.Db db) =>
        (
            await db.Needs.CountAsync(need => need.VerifiedAt != null),
            await db.Claims.CountAsync(claim => claim.Quantity == 60),
            await db.Handovers.CountAsync(handover => handover.Quantity == 60 && handover.Photo != null)
        );

    private IEnumerable<FakePost> Posts(int number) =>
        bot.Server.Posts.Where(post =>
            post.Chat == WeComStage.Chat && Bare(post.Text).StartsWith($"#{number} 手套", StringComparison.Ordinal)
        );

    private async Task SayAsync(string who, string text, bool photo = false, string? quote = null)
    {
        bot.Clock.Move(TimeSpan.FromSeconds(4));
        bot.Server.Says(WeComStage.Id(who), WeComStage.Chat, text, quote, photo);
        await bot.SettledAsync();
    }

    // Who does not find the button says it.
    private async Task PressAsync(string who, int number, string label, string words)
    {
        var post = bot.Server.Posts.LastOrDefault(it =>
            it.Text.Contains($"#{number} ", StringComparison.Ordinal) && it.Buttons.Any(button => button.Label == label)
        );
        if (post is null)
        {
            await SayAsync(who, words);
            return;
        }

        bot.Clock.Move(TimeSpan.FromSeconds(4));
        bot.Server.Presses(WeComStage.Id(who), post, post.Buttons.First(button => button.Label == label).Key);
        await bot.SettledAsync();
    }

    private static string Private(string who) => $"@{WeComStage.Id(who)}";

    private static bool IsMarked(string text) => text.StartsWith("（补发）", StringComparison.Ordinal);

    private static string Bare(string text) => IsMarked(text) ? text["（补发）".Length..] : text;

    private static bool IsOf(FakePost post, OutboxRow row) =>
        post.Id.StartsWith($"r{row.Id}-", StringComparison.Ordinal)
        || (!post.IsCard && Letters(post.Text) == Letters(Html.ToPlain(row.Text)));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
