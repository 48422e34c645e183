using MutualAid.Tests.Talk;

namespace MutualAid.Tests.EndToEnd;

/// <summary>The season as commands, said in Teams to the running program.</summary>
public class TeamsSeasonTests
{
    [Fact]
    public async Task The_figures_of_a_season_are_the_same_through_Teams()
    {
        var lines = Figures.Season("season-commands.jsonl");
        await using var bot = await TeamsStage.StartAsync(lines[0].At);
        foreach (var line in lines)
            await bot.PlayAsync(line);
        Assert.Empty(bot.Platform.Connector.Complaints);
        Assert.Empty(await bot.Look(db => Task.FromResult(db.Incidents.ToList())));

        await Figures.AssertReportedAsync(bot.Folder);
    }
}
