using System.Globalization;
using MutualAid.Bot.Host;
using MutualAid.Core.Data;
using MutualAid.Core.Reports;

namespace MutualAid.Bot.Verbs;

/// <summary><c>report</c>: the closing report of a period. Opens the data read-only and fires nothing.</summary>
internal static class ReportVerb
{
    public static async Task<int> RunAsync(VerbLine line)
    {
        var from = Day(line, "from");
        var to = Day(line, "to");
        if (to < from)
            throw new VerbException("--to lies before --from");
        if (line.Need("format") is var format and not "json")
            throw new VerbException($"--format {format} is not there yet; json is");
        var settings = line.Settings();
        if (!settings.OnPostgres && !File.Exists(settings.Storage))
            throw new FileNotFoundException($"There is no database {settings.Storage}");
        await using var db = HostParts.OpenStore(settings).Read();
        var report = await db.ClosingReportAsync(from, to, Zone.Find(settings.TimeZone));
        var json = ReportJson.Write(report);
        if (line["out"] is { } file)
            await File.WriteAllTextAsync(file, json + "\n");
        else
            Console.WriteLine(json);
        return 0;
    }

    private static DateOnly Day(VerbLine line, string option) =>
        DateOnly.TryParseExact(line.Need(option), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new VerbException($"--{option} \"{line[option]}\" is not a day such as 2020-02-03");
}
