using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Bot.Supplies;
using MutualAid.Tests.Stores;

namespace MutualAid.Tests.Faults;

/// <summary>A bug in a command: it changes something, then fails, every time.</summary>
[Command("list_needs")]
public sealed class PoisonCommand : ICommand
{
    public Task RunAsync(Turn turn)
    {
        turn.From.Name = "changed";
        throw turn.Message.Text.Contains("timeout", StringComparison.Ordinal)
            ? new TaskCanceledException("a time-out of its own")
            : new InvalidOperationException("a bug");
    }
}

public class PoisonTests
{
    [Theory]
    [InlineData("/needs")]
    [InlineData("/needs timeout")]
    public async Task A_command_that_always_fails_costs_one_reply_with_a_code_and_is_not_repeated(string text)
    {
        await using var store = await TestStore.SqliteAsync();
        var types = typeof(NeedCommand).Assembly.GetTypes().Where(type => type != typeof(NeedsCommand)).Append(typeof(PoisonCommand));
        await using var stage = await Stage.StartAsync(store, commands: new CommandTable(types));
        var others = Enumerable.Range(0, 20).Select(number => stage.SayAsync($"p{number}", $"/need 口罩 {number + 1}个", $"n{number}"));
        await Task.WhenAll([.. others, .. Enumerable.Repeat(0, 5).Select(_ => stage.SayAsync("甲", text, "poison"))]);
        await stage.Courier.DrainAsync();

        await using var db = store.Store.Read();
        var incident = await db.Incidents.SingleAsync();
        Assert.Contains("PoisonCommand", incident.Error, StringComparison.Ordinal);
        Assert.Single(stage.Channel.Sent, said => said.Contains(incident.Code, StringComparison.Ordinal));
        Assert.Equal(20, await db.Needs.CountAsync());
        Assert.False(await db.People.AnyAsync(person => person.Name == "changed"));
        Assert.True(await db.Seen.AnyAsync(seen => seen.UpdateId == "poison"));
    }
}
