using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Messaging;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.Host;

/// <summary><c>GET /board/echo</c>: where gifts went, so that who gave sees it arrive. Names of people, givers included, stand nowhere.</summary>
internal static class EchoRoutes
{
    private const int MostNeeds = 60;
    private const int MostDonations = 40;

    public static async Task<IResult> OpenAsync(HttpContext context, Store store, Phrases phrases, Settings settings)
    {
        await using var db = store.Read();
        var page = new BoardPage(context, phrases, settings);
        var stop = context.RequestAborted;
        var groups = await BoardRoutes.Shown(db).OrderBy(it => it.Id).ToListAsync(stop);
        var ids = groups.ConvertAll(it => it.Id);
        var arrived = await db
            .Needs.Where(need => ids.Contains(need.GroupId) && need.VerifiedAt != null && need.CancelledAt == null)
            .Where(need => need.Lines.Any(line => line.Handovers.Any(handover => handover.Quantity > 0)))
            .OrderByDescending(need => need.LastActAt)
            .ThenByDescending(need => need.Id)
            .Take(MostNeeds)
            .Include(need => need.Group)
            .Include(need => need.Community)
            .Include(need => need.Lines)
                .ThenInclude(line => line.Handovers)
            .AsSplitQuery()
            .ToListAsync(stop);
        var given = await db
            .Donations.Kept()
            .Where(it => ids.Contains(it.GroupId))
            .OrderByDescending(it => it.Date)
            .ThenByDescending(it => it.Number)
            .Take(MostDonations)
            .Include(it => it.Lines)
            .ToListAsync(stop);
        return page.Send(
            page.Say("board.echo.title"),
            [
                page.Groups(groups),
                page.Part("board.echo.arrived", "board.echo.arrived.empty", arrived.Select(page.Echo)),
                page.Part("board.echo.given", "board.echo.given.empty", given.Select(page.Gift)),
                page.Way("/board", "board.back"),
            ]
        );
    }
}
