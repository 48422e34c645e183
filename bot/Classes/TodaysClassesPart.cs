using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Classes;
using MutualAid.Core.Groups;

namespace MutualAid.Bot.Classes;

/// <summary>In the morning: what is taught in this group today.</summary>
public sealed class TodaysClassesPart : IDigestPart
{
    public int Order => 20;

    public async Task<IReadOnlyList<string>> LinesAsync(DigestPage page)
    {
        var (from, to) = (Start(page.Group, page.Today), Start(page.Group, page.Today.AddDays(1)));
        var today = await page
            .Db.Classes.Beginning(from, to)
            .Coming(page.Now)
            .OfGroup(page.Group.Id)
            .SoonestFirst()
            .WithAll()
            .AsNoTrackingWithIdentityResolution()
            .ToListAsync();
        return today.Count == 0
            ? []
            : [page.Speech.Say("classes.digest.title", today.Count), .. today.Select(it => ClassText.Row(it, page.Speech, page.Now))];
    }

    private static DateTime Start(Group group, DateOnly date) => group.ToUtc(date.ToDateTime(TimeOnly.MinValue));
}
