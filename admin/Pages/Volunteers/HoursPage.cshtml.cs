using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Volunteers;

namespace MutualAid.Admin.Pages;

/// <summary>Who served how long in a month, and which hours wait for somebody to confirm them.</summary>
public sealed class HoursModel(Office office) : ConsolePage(office)
{
    private const int Size = 50;

    public sealed record WaitingRow(int Number, string Place, string Name, DateTime From, DateTime To, string Zone);

    public DateOnly Month { get; private set; }

    public Listed<HoursRow> Rows { get; private set; } = null!;

    public int Minutes { get; private set; }

    public IReadOnlyList<WaitingRow> Waiting { get; private set; } = [];

    public Task OnGetAsync(string? month, int? page) =>
        LookAsync(async sight =>
        {
            Month = HoursOfMonth.Month(month, sight.Now, Office.Settings.TimeZone);
            var all = await sight.HoursAsync(Month, Office.Settings.TimeZone, Stop);
            var pager = new Pager(1, all.Count, Size);
            pager = pager with { Page = Math.Clamp(page ?? 1, 1, pager.Pages) };
            Rows = new Listed<HoursRow>([.. all.Skip((pager.Page - 1) * Size).Take(Size)], pager);
            Minutes = all.Sum(it => it.Minutes);
            Waiting = await sight
                .Hours.Unconfirmed()
                .OrderBy(it => it.From)
                .ThenBy(it => it.Id)
                .Take(Size)
                .Select(it => new WaitingRow(
                    it.Assignment.Shift.Number,
                    it.Assignment.Shift.Place,
                    it.Assignment.Person.Name,
                    it.From,
                    it.To,
                    it.Assignment.Shift.Group.TimeZone
                ))
                .ToListAsync(Stop);
            return true;
        });

    public string Beside(int months) => "/volunteers/hours?month=" + Said(Month.AddMonths(months));

    public string Sheet => "/volunteers/hours.csv?month=" + Said(Month);

    private static string Said(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
