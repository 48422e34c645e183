using System.Globalization;
using Microsoft.AspNetCore.Mvc;
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

    /// <summary>The last month before an empty one that has hours.</summary>
    public DateOnly? Latest { get; private set; }

    public Task OnGetAsync(string? month, int? page) =>
        LookAsync(async sight =>
        {
            Month = HoursOfMonth.Month(month, sight.Now, Office.Settings.TimeZone);
            var all = await sight.HoursAsync(Month, Office.Settings.TimeZone, Stop);
            var pager = new Pager(1, all.Count, Size);
            pager = pager with { Page = Math.Clamp(page ?? 1, 1, pager.Pages) };
            Rows = new Listed<HoursRow>([.. all.Skip((pager.Page - 1) * Size).Take(Size)], pager);
            Minutes = all.Sum(it => it.Minutes);
            Latest = all.Count > 0 ? null : await LatestAsync(sight);
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

    /// <summary>Hours noted by hand are taken back.</summary>
    public async Task<IActionResult> OnPostUndoAsync(long step)
    {
        var isUndone = await ActAsync(async sight =>
        {
            sight.Note(null);
            return await Office.Host.TakeBackAsync(sight.Rows, NewHoursModel.Card, step, Caller.Person);
        });
        return Tell("/volunteers/hours", isUndone ? "shifts.hours.undone" : "made.notUndone");
    }

    public string Beside(int months) => At(Month.AddMonths(months));

    public static string At(DateOnly month) => "/volunteers/hours?month=" + Said(month);

    private async Task<DateOnly?> LatestAsync(Sight sight)
    {
        var before = Typed.Utc(Month, Office.Settings.TimeZone);
        var last = await sight.Hours.Current().Where(it => it.From < before).MaxAsync(it => (DateTime?)it.From, Stop);
        return last is { } at && Typed.Day(at, Office.Settings.TimeZone) is var day ? new DateOnly(day.Year, day.Month, 1) : null;
    }

    public string Sheet => "/volunteers/hours.xlsx?month=" + Said(Month);

    private static string Said(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
