using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using MutualAid.Admin.Exports;

namespace MutualAid.Admin.Pages;

/// <summary>The hours of a month, to take away.</summary>
public sealed class HoursSheetModel(Office office) : ConsolePage(office)
{
    private const string Xml = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
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
        var rows = found.Select(it => (IReadOnlyList<object?>)[it.Name, it.Shifts, Hours(it.Minutes), Hours(it.Waiting)]);
        var name = Words.Plain("shifts.hours.sheet", first.Year, first.Month);
        var sheet = new Sheet(
            name,
            [.. Heads.Select(head => Words.Plain("shifts.csv." + head))],
            // A table with nothing below its head looks like a fault.
            [.. rows.DefaultIfEmpty([Words.Plain("shifts.hours.sheet.empty")])]
        );
        return File(Xlsx.Write(sheet), Xml, name + ".xlsx");
    }

    private static decimal Hours(int minutes) => Math.Round(minutes / 60m, 2);
}
