using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Groups;
using MutualAid.Core.Volunteers;

namespace MutualAid.Bot.Volunteers;

/// <summary>In the morning: the shifts of today that are still to begin.</summary>
public sealed class TodaysShiftsPart : IDigestPart
{
    public int Order => 30;

    public async Task<IReadOnlyList<string>> LinesAsync(DigestPage page)
    {
        var end = page.Group.ToUtc(page.Today.AddDays(1).ToDateTime(TimeOnly.MinValue));
        var today = await page
            .Db.Shifts.Coming(page.Now)
            .OfGroup(page.Group.Id)
            .Where(it => it.StartsAt > page.Now && it.StartsAt < end)
            .SoonestFirst()
            .WithAll()
            .AsNoTrackingWithIdentityResolution()
            .ToListAsync();
        return today.Count == 0
            ? []
            : [page.Speech.Say("volunteers.digest.title", today.Count), .. today.Select(it => ShiftText.Row(it, page.Speech, page.Now))];
    }
}
