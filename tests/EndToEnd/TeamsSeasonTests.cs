using System.Text.Json;
using MutualAid.Bot.Verbs;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.EndToEnd;

/// <summary>The season as commands, said in Teams to the running program.</summary>
public class TeamsSeasonTests
{
    [Fact]
    public async Task The_figures_of_a_season_are_the_same_through_Teams()
    {
        var lines = TranscriptLine.Read(Path.Combine(AppContext.BaseDirectory, "Data", "season-commands.jsonl")).ToList();
        await using var bot = await TeamsStage.StartAsync(lines[0].At);
        foreach (var line in lines)
            await bot.PlayAsync(line);
        Assert.Empty(bot.Platform.Connector.Complaints);
        Assert.Empty(await bot.Look(db => Task.FromResult(db.Incidents.ToList())));

        var file = Path.Combine(bot.Folder, "report.json");
        string[] period = ["--from", "2020-02-03", "--to", "2020-04-11", "--format", "json", "--data", bot.Folder, "--out", file];
        Assert.Equal(0, await Verb.Find("report")!.RunAsync(period));
        Figures.AssertAgree(JsonDocument.Parse(await File.ReadAllTextAsync(file)).RootElement);
    }
}
