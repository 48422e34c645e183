using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.Supplies;

/// <summary>In the morning: what still lacks somebody, the urgent first. What was taken on in the night is not said again.</summary>
public sealed class OpenNeedsPart : IDigestPart
{
    private const int MostShown = 6;

    public int Order => 10;

    public async Task<IReadOnlyList<string>> LinesAsync(DigestPage page)
    {
        var open = await page
            .Db.Needs.Open()
            .OfGroup(page.Group.Id)
            .MostUrgentFirst()
            .WithAll()
            .AsNoTrackingWithIdentityResolution()
            .ToListAsync();
        var lacking = open.FindAll(need => need.Lines.Exists(line => line.LeftToClaim() > 0));
        if (lacking.Count == 0)
            return [];
        var lines = new List<string> { page.Speech.Say("supplies.digest.title", lacking.Count) };
        lines.AddRange(lacking.Take(MostShown).Select(need => NeedText.Row(need, page.Speech)));
        if (lacking.Count > MostShown)
            lines.Add(page.Speech.Say("supplies.board.more", lacking.Count - MostShown));
        return lines;
    }
}
