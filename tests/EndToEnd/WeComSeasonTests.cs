using MutualAid.Tests.Talk;

namespace MutualAid.Tests.EndToEnd;

/// <summary>The season said to the group assistant of WeCom: people's talk among themselves never reaches it.</summary>
public class WeComSeasonTests
{
    [Theory]
    [InlineData("season-commands.jsonl")]
    [InlineData("season.jsonl")]
    public async Task The_figures_of_a_season_are_the_same_through_WeCom(string transcript)
    {
        var lines = Figures.Season(transcript);
        await using var bot = await WeComStage.StartAtAsync(lines[0].At, "--WeCom:Organisers:0=u01", "--WeCom:Organisers:1=u02");
        foreach (var line in lines)
            await bot.PlayAsync(line);
        Assert.Empty(bot.Server.Violations);
        Assert.Empty(await bot.Look(db => Task.FromResult(db.Incidents.ToList())));
        await Figures.AssertReportedAsync(bot.Folder);
    }
}
