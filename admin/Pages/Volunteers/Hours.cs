using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Volunteers;

namespace MutualAid.Admin.Pages;

/// <summary>One person's hours of a month, from the lines of the ledger that hold.</summary>
/// <param name="Waiting">Minutes that nobody confirmed yet.</param>
public sealed record HoursRow(string Name, int Shifts, int Minutes, int Waiting);

/// <summary>The ledger by person and month.</summary>
public static class HoursOfMonth
{
    private const int MostLines = 50_000;

    /// <param name="month">Its first day, on the clock of <paramref name="zone"/>.</param>
    public static async Task<IReadOnlyList<HoursRow>> HoursAsync(this Sight sight, DateOnly month, string zone, CancellationToken stop)
    {
        var (from, to) = (Typed.Utc(month, zone), Typed.Utc(month.AddMonths(1), zone));
        var lines = await sight
            .Hours.Current()
            .Where(it => it.From >= from && it.From < to)
            .Select(it => new
            {
                it.Assignment.PersonId,
                it.Assignment.Person.Name,
                it.Assignment.ShiftId,
                it.From,
                it.To,
                IsConfirmed = it.NotedById != null,
            })
            .Take(MostLines)
            .ToListAsync(stop);
        return
        [
            .. lines
                .GroupBy(it => (it.PersonId, it.Name))
                .Select(all => new HoursRow(
                    all.Key.Name,
                    all.Select(it => it.ShiftId).Distinct().Count(),
                    all.Where(it => it.IsConfirmed).Sum(it => (int)(it.To - it.From).TotalMinutes),
                    all.Where(it => !it.IsConfirmed).Sum(it => (int)(it.To - it.From).TotalMinutes)
                ))
                .OrderByDescending(it => it.Minutes)
                .ThenBy(it => it.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>The month that was asked for, else that of today.</summary>
    public static DateOnly Month(string? asked, DateTime now, string zone)
    {
        var today = Typed.Day(now, zone);
        return Typed.Date(asked + "-01") is { Year: >= 2000 and < 3000 } month ? month : new DateOnly(today.Year, today.Month, 1);
    }
}
