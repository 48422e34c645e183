using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Volunteers;

namespace MutualAid.Core.Reports;

/// <summary>Roster, teams, shifts and hours of a period, from the rows.</summary>
internal static class VolunteerFiguresQuery
{
    private static readonly TimeSpan WidestZone = TimeSpan.FromHours(26);

    /// <param name="end">UTC; what was said later does not count.</param>
    public static async Task<VolunteerFigures> VolunteerFiguresAsync(this Db db, DateOnly from, DateOnly to, DateTime end)
    {
        var (earliest, latest) = (Utc(from) - WidestZone, Utc(to.AddDays(1)) + WidestZone);
        var held = await db
            .Shifts.Where(it => it.StartsAt >= earliest && it.StartsAt < latest && it.StartsAt < end)
            .Where(it => it.CancelledAt == null || it.CancelledAt >= end)
            .Include(it => it.Group)
            .Include(it => it.Assignments)
                .ThenInclude(place => place.Hours)
                    .ThenInclude(entry => entry.ReplacedBy)
            .AsSplitQuery()
            .AsNoTrackingWithIdentityResolution()
            .ToListAsync();
        held.RemoveAll(it => it.Group.LocalDate(it.StartsAt) is var day && (day < from || day > to));
        var roster = await db
            .Volunteers.Where(it => it.JoinedAt < end && (it.LeftAt == null || it.LeftAt >= end))
            .Select(it => it.PersonId)
            .ToListAsync();
        var places = held.SelectMany(it => it.Assignments).Where(place => place.CheckedInAt < end).ToList();
        return new(
            roster.Concat(places.Select(place => place.PersonId)).Distinct().Count(),
            await db.Teams.CountAsync(team => team.MadeAt < end),
            held.Count,
            Math.Round(places.SelectMany(place => place.Hours).Where(entry => Holds(entry, end)).Sum(entry => entry.Minutes()) / 60m, 2)
        );
    }

    private static bool Holds(HoursEntry entry, DateTime end) =>
        entry.NotedById is not null && entry.NotedAt < end && !(entry.ReplacedBy?.NotedAt < end);

    private static DateTime Utc(DateOnly date) => date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
}
