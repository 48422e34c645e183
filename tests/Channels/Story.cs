using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Channels;

/// <summary>From asking to signing, again and again, whatever becomes of the way there and back: people look at what is there and go on.</summary>
internal sealed class Story(HostStage bot)
{
    private const string Mark = "（补发）";

    public int Told { get; private set; }

    public async Task TellAsync()
    {
        var number = ++Told + 1;
        await bot.Says(Cast.Shao, $"需求 手套{number}号 100双 杏花台社区");
        await PressAsync(Cast.Wen, number, "核实", $"核实 {number}");
        await bot.Says(Cast.Duan, $"认领 {number} 60");
        await bot.Says(Cast.Gong, $"认领 {number} 50");
        await bot.SendsPhoto(Cast.Duan, $"送达 {number}");
        if ((await bot.LookAsync()).LastOrDefault(post => IsCard(post, number)) is { } card)
            await bot.Replies(Cast.Shao, card, "收到");
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
        var posts = await bot.LookAsync();
        Assert.Equal((Told, Told, Told), await bot.Look(CountAsync));
        var all = await bot.Look(db => db.Outbox.Where(row => row.Channel == bot.Place.Channel).ToListAsync());
        var rows = all.FindAll(row => row.Kind == OutboxKind.Send);
        var taken = all.FindAll(row => row is { Kind: OutboxKind.Delete, State: OutboxState.Sent });
        Assert.Empty(rows.Where(row => row.State is OutboxState.Failed or OutboxState.Queued or OutboxState.Retry).Select(row => row.Text));
        foreach (var row in rows.Where(row => row.State == OutboxState.Sent))
            Assert.True(posts.Any(post => IsOf(post, row)) || taken.Exists(it => IsOf(it, row)), $"claimed and not there: {row.Text}");
        Assert.Empty(
            posts.GroupBy(post => (post.Chat, post.Text)).Where(same => !IsMarked(same.Key.Text) && same.Count() > 1).Select(it => it.Key)
        );
        for (var number = 2; number <= Told + 1; number++)
            AssertEnds(number, posts, rows);
    }

    private static void AssertEnds(int number, IReadOnlyList<Shown> posts, List<OutboxRow> rows)
    {
        if (rows.Exists(row => row.State == OutboxState.Unknown && row.Text.Contains($"#{number} ", StringComparison.Ordinal)))
            return;
        Assert.True(
            posts.Any(post => IsCard(post, number) && post.Text.Contains("已签收 60，还差 40", StringComparison.Ordinal)),
            $"#{number} does not end"
        );
        Assert.True(
            posts.Any(post => post.Chat == Cast.Duan && post.Text.Contains($"手套{number}号", StringComparison.Ordinal)),
            $"#{number} told its claimer nothing"
        );
    }

    private static async Task<(int, int, int)> CountAsync(Core.Data.Db db) =>
        (
            await db.Needs.CountAsync(need => need.VerifiedAt != null),
            await db.Claims.CountAsync(claim => claim.Quantity == 60),
            await db.Handovers.CountAsync(handover => handover.Quantity == 60 && handover.Photo != null)
        );

    // Who does not find the button says it.
    private async Task PressAsync(string who, int number, string label, string words)
    {
        var post = (await bot.LookAsync()).LastOrDefault(it =>
            it.Text.Contains($"#{number} ", StringComparison.Ordinal) && it.Labels.Contains(label, StringComparer.Ordinal)
        );
        await (post is null ? bot.Says(who, words) : bot.Presses(who, post, label));
    }

    private static bool IsCard(Shown post, int number) =>
        post.Chat == Stage.Group && Bare(post.Text).StartsWith($"#{number} 手套", StringComparison.Ordinal);

    private static bool IsMarked(string text) => text.StartsWith(Mark, StringComparison.Ordinal);

    private static string Bare(string text) => IsMarked(text) ? text[Mark.Length..] : text;

    private static bool IsOf(Shown post, OutboxRow row) =>
        post.Id == row.MessageId || Letters(post.Text) == Letters(Html.ToPlain(row.Text));

    private static bool IsOf(OutboxRow taken, OutboxRow row) => taken.TargetId == row.Id || taken.MessageId == row.MessageId;

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
