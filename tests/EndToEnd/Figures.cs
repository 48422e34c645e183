using System.Text.Json;
using MutualAid.Bot.Verbs;

namespace MutualAid.Tests.EndToEnd;

/// <summary>The figures that the season's report must have, by whatever way the season came in.</summary>
internal static class Figures
{
    public static IReadOnlyList<TranscriptLine> Season(string transcript) =>
        [.. TranscriptLine.Read(Path.Combine(AppContext.BaseDirectory, "Data", transcript))];

    /// <summary>The program's own report on what it holds has them.</summary>
    public static async Task AssertReportedAsync(string folder)
    {
        var file = Path.Combine(folder, "report.json");
        string[] period = ["--from", "2020-02-03", "--to", "2020-04-11", "--format", "json", "--data", folder, "--out", file];
        Assert.Equal(0, await Verb.Find("report")!.RunAsync(period));
        AssertAgree(JsonDocument.Parse(await File.ReadAllTextAsync(file)).RootElement);
    }

    public static void AssertAgree(JsonElement report)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Data", "season.expected.json");
        var expected = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
        Assert.Equal(Fields(expected, "requests"), Fields(report, "requests"));
        Assert.Equal(Rows(expected, "handovers"), Rows(report, "handovers"));
        Assert.Equal(Rows(expected, "donations"), Rows(report, "donations"));
        Assert.Equal(Rows(expected, "classes"), Rows(report, "classes"));
        Assert.Equal(Names(expected.GetProperty("communities")), Names(report.GetProperty("communities")));
        Assert.Equal(
            expected.GetProperty("communities").GetProperty("reached").GetInt32(),
            report.GetProperty("communities").GetProperty("reached").GetInt32()
        );
    }

    private static Dictionary<string, int> Fields(JsonElement report, string key) =>
        report.GetProperty(key).EnumerateObject().ToDictionary(field => field.Name, field => field.Value.GetInt32());

    private static List<string?> Names(JsonElement communities) =>
        communities.GetProperty("list").EnumerateArray().Select(name => name.GetString()).Order(StringComparer.Ordinal).ToList();

    private static List<string> Rows(JsonElement report, string key) =>
        report.GetProperty(key).EnumerateArray().Select(Row).Order(StringComparer.Ordinal).ToList();

    // These do not come from this chat and are not compared.
    private static string Row(JsonElement row) =>
        string.Join(
            '|',
            row.EnumerateObject()
                .Where(field => field.Name is not ("value" or "organisation" or "fee" or "waived"))
                .OrderBy(field => field.Name, StringComparer.Ordinal)
                .Select(field => $"{field.Name}={Value(field.Value)}")
        );

    private static string Value(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Number => value.GetDecimal().ToString("0.###", System.Globalization.CultureInfo.InvariantCulture),
            JsonValueKind.Array => string.Join(',', value.EnumerateArray().Select(each => each.GetString()).Order(StringComparer.Ordinal)),
            _ => value.ToString(),
        };
}
