using System.Text.Json;
using MutualAid.Bot.Verbs;
using Xunit.Abstractions;

namespace MutualAid.Tests.EndToEnd;

/// <summary>A whole season, replayed through the real engine and reported: as commands, and as people said it.</summary>
public sealed class SeasonTests(ITestOutputHelper output) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("mutualaid-season-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("season-commands.jsonl")]
    [InlineData("season.jsonl")]
    public async Task The_report_of_a_replayed_season_agrees(string transcript)
    {
        var said = await ReplayAsync(transcript);
        var report = await ReportAsync();
        Figures.AssertAgree(report);

        var lines = File.ReadLines(Data(transcript)).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(
            [],
            lines
                .Where(line => IsTalk(line) && said.Exists(each => IsAnswer(each, line)))
                .Select(line => line.GetProperty("text").GetString())
        );
        var addressed = lines.Where(line => line.TryGetProperty("toBot", out var toBot) && toBot.GetBoolean()).ToList();
        var heard = addressed.Count(line => said.Exists(each => each.GetProperty("at").GetString() == line.GetProperty("at").GetString()));
        output.WriteLine($"{transcript}: {heard} of {addressed.Count} addressed lines were answered");
        Assert.True(heard >= addressed.Count * 9 / 10);
    }

    [Fact]
    public async Task A_need_is_asked_after_before_the_quiet_hours_and_put_away_at_72_hours()
    {
        var said = await ReplayAsync("season-commands.jsonl");
        var own = said.Where(line => line.GetProperty("why").GetString() == "expiry")
            .Select(line => $"{line.GetProperty("at").GetString()![5..16]} {line.GetProperty("text").GetString()!.Split('\n')[0]}")
            .ToList();

        Assert.Contains("02-19T21:30 #14 血压计还需要吗？", own);
        Assert.Contains("02-20T10:40 #14 血压计 2台｜石榴园社区｜已过期", own);
    }

    private async Task<List<JsonElement>> ReplayAsync(string transcript)
    {
        var file = Path.Combine(folder, "said.jsonl");
        Assert.Equal(0, await Verb.Find("replay")!.RunAsync([Data(transcript), "--data", Path.Combine(folder, "data"), "--out", file]));
        return File.ReadLines(file).Select(line => JsonDocument.Parse(line).RootElement).ToList();
    }

    private async Task<JsonElement> ReportAsync()
    {
        var file = Path.Combine(folder, "report.json");
        string[] args =
        [
            "--from",
            "2020-02-03",
            "--to",
            "2020-04-11",
            "--format",
            "json",
            "--data",
            Path.Combine(folder, "data"),
            "--out",
            file,
        ];
        Assert.Equal(0, await Verb.Find("report")!.RunAsync(args));
        return JsonDocument.Parse(await File.ReadAllTextAsync(file)).RootElement;
    }

    private static string Data(string file) => Path.Combine(AppContext.BaseDirectory, "Data", file);

    private static bool IsTalk(JsonElement line) =>
        line.TryGetProperty("toBot", out var toBot) && !toBot.GetBoolean() && !line.GetProperty("chat").GetString()!.StartsWith('@');

    // An answer comes at the time of the line, in its chat or its speaker's private one, and is no edit.
    private static bool IsAnswer(JsonElement each, JsonElement line) =>
        each.GetProperty("at").GetString() == line.GetProperty("at").GetString()
        && each.GetProperty("edits").ValueKind == JsonValueKind.Null
        && (
            each.GetProperty("chat").GetString() == line.GetProperty("chat").GetString()
            || each.GetProperty("chat").GetString() == "@" + line.GetProperty("from").GetProperty("id").GetString()
        );
}
