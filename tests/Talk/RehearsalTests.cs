using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using MutualAid.Bot.Engine;

namespace MutualAid.Tests.Talk;

/// <summary>What is played before the first visitor comes leaves nothing behind.</summary>
public sealed class RehearsalTests
{
    [Fact]
    public async Task An_asking_and_a_claim_are_played_and_leave_no_rows()
    {
        await using var bot = await RoomStage.StartAsync();
        using var rehearsal = new Rehearsal(
            bot.Services.GetRequiredService<BotEngine>(),
            bot.Writer,
            bot.Services.GetRequiredService<EngineParts>(),
            NullLogger<Rehearsal>.Instance
        );
        await rehearsal.StartAsync(CancellationToken.None);
        await rehearsal.ExecuteTask!;
        Assert.Equal(0, await bot.Look(db => db.Needs.CountAsync()));
        Assert.Equal(0, await bot.Look(db => db.Claims.CountAsync()));
        Assert.Equal(0, await bot.Look(db => db.Communities.CountAsync()));
        Assert.Equal(0, await bot.Look(db => db.Cards.CountAsync(it => it.Channel == "rehearsal")));
        Assert.Equal(0, await bot.Look(db => db.Groups.CountAsync(it => it.ExternalId == "rehearsal")));
        Assert.StartsWith("#1 口罩 2个", (await bot.Says(Cast.Shao, "需求 口罩 2个")).Post.Text, StringComparison.Ordinal);
    }
}
