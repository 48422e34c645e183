using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using MutualAid.Admin.Exports;

namespace MutualAid.Admin.Pages;

/// <summary>The hours of a month, to take away.</summary>
public sealed class HoursSheetModel(Office office) : ConsolePage(office)
{
    private static readonly string[] Heads = ["name", "shifts", "hours", "waiting"];

    public async Task<IActionResult> OnGetAsync(string? month)
    {
        var zone = Office.Settings.TimeZone;
        var (first, found) = await LookAsync(async sight =>
        {
            var asked = HoursOfMonth.Month(month, sight.Now, zone);
            return (asked, await sight.HoursAsync(asked, zone, Stop));
        });
        await NoteAsync(null, first.ToString("yyyy-MM", CultureInfo.InvariantCulture));
        var rows = found.Select(it =>
            (IReadOnlyList<string?>)[it.Name, it.Shifts.ToString(CultureInfo.InvariantCulture), Hours(it.Minutes), Hours(it.Waiting)]
        );
        return Csv.File(
            "hours-" + first.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            [.. Heads.Select(head => Words.Plain("shifts.csv." + head))],
            rows
        );
    }

    private static string Hours(int minutes) => Math.Round(minutes / 60m, 2).ToString("0.##", CultureInfo.InvariantCulture);
}
