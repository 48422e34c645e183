using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;

namespace MutualAid.Core.Supplies;

/// <summary>A group's week so far, Monday first.</summary>
/// <param name="Monday">Local date of the group's zone.</param>
/// <param name="Asked">Needs asked this week.</param>
/// <param name="Received">Handovers confirmed this week, one per line and confirmation.</param>
/// <param name="Open">Needs of the group that are open now, whenever asked.</param>
/// <param name="Donations">Donations dated this week.</param>
/// <param name="WithNothing">Communities that asked the group this week and have not received anything of it this week.</param>
public sealed record WeekStats(DateOnly Monday, int Asked, int Received, int Open, int Donations, IReadOnlyList<string> WithNothing);

public static class WeekStatsQuery
{
    public static async Task<WeekStats> WeekAsync(this Db db, Group group, DateTime now)
    {
        var today = group.LocalDate(now);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var since = group.ToUtc(monday.ToDateTime(TimeOnly.MinValue));
        var asked = db.Needs.OfGroup(group.Id).Where(need => need.AskedAt >= since);
        var received = db.Handovers.Where(handover => handover.ReceivedAt >= since && handover.Line.Need.GroupId == group.Id);
        var reached = received.Select(handover => handover.CommunityId);
        var waiting = await asked
            .Where(need => need.CommunityId != null && need.CancelledAt == null && !reached.Contains(need.CommunityId))
            .Select(need => need.Community!.Name)
            .Distinct()
            .ToListAsync();
        return new WeekStats(
            monday,
            await asked.CountAsync(),
            await received.CountAsync(),
            await db.Needs.Open().OfGroup(group.Id).CountAsync(),
            await db.Donations.Kept().CountAsync(donation => donation.GroupId == group.Id && donation.Date >= monday),
            [.. waiting.Order(StringComparer.Ordinal)]
        );
    }
}
