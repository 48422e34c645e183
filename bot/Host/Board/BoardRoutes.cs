using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Classes;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.Host;

/// <summary><c>GET /board</c>: what the groups that wish it show to everybody. No names of people, no contacts, no scripts, no sign-in.</summary>
internal static class BoardRoutes
{
    private const int MostNeeds = 100;
    private const int MostOffers = 50;
    private const int MostClasses = 30;

    public static RouteGroupBuilder MapBoard(this IEndpointRouteBuilder app)
    {
        var board = app.MapGroup("/board");
        board.MapGet("", OpenAsync);
        board.MapGet("/echo", EchoRoutes.OpenAsync);
        board.MapGet("/classes/{number:int}", OpenClassAsync);
        return board;
    }

    private static async Task<IResult> OpenAsync(HttpContext context, Store store, Phrases phrases, Settings settings, TimeProvider clock)
    {
        await using var db = store.Read();
        var page = new BoardPage(context, phrases, settings);
        var (stop, now) = (context.RequestAborted, clock.GetUtcNow().UtcDateTime);
        var groups = await Shown(db).OrderBy(it => it.Id).ToListAsync(stop);
        var ids = groups.ConvertAll(it => it.Id);
        // What nobody has looked at yet other groups do not see either.
        var needs = await db
            .Needs.Open()
            .Verified()
            .Where(it => ids.Contains(it.GroupId))
            .MostUrgentFirst()
            .Take(MostNeeds)
            .WithAll()
            .ToListAsync(stop);
        var offers = await db
            .Offers.Open()
            .Where(it => ids.Contains(it.GroupId))
            .OrderByDescending(it => it.Number)
            .Take(MostOffers)
            .Include(it => it.Lines)
            .ToListAsync(stop);
        var classes = await db
            .Classes.Coming(now)
            .Where(it => ids.Contains(it.GroupId))
            .SoonestFirst()
            .Take(MostClasses)
            .Include(it => it.Group)
            .ToListAsync(stop);
        return page.Send(
            page.Say("board.title"),
            [
                page.Groups(groups),
                page.Part("board.needs", "board.needs.empty", needs.Select(page.Need)),
                page.Part("board.offers", "board.offers.empty", offers.Select(page.Offer)),
                page.Part("board.classes", "board.classes.empty", classes.Select(page.Class)),
                page.Way("/board/echo", "board.echo.link"),
            ]
        );
    }

    private static async Task<IResult> OpenClassAsync(
        int number,
        HttpContext context,
        Store store,
        Phrases phrases,
        Settings settings,
        TimeProvider clock
    )
    {
        await using var db = store.Read();
        var page = new BoardPage(context, phrases, settings);
        var found = await db
            .Classes.Where(it => Shown(db).Any(group => group.Id == it.GroupId))
            .Include(it => it.Group)
            .Include(it => it.SignUps)
            .FirstOrDefaultAsync(it => it.Number == number, context.RequestAborted);
        return found is null
            ? page.Send(page.Say("board.nowhere"), [$"<p>{page.Say("board.nowhere.why")}</p>"], StatusCodes.Status404NotFound)
            : page.Send(BoardPage.Title(found), [page.ClassWhole(found, clock.GetUtcNow().UtcDateTime)]);
    }

    /// <summary>Those that wish to be seen by everybody.</summary>
    public static IQueryable<Group> Shown(Db db) => db.Groups.Where(it => it.PublicBoardAt != null && it.InactiveAt == null);
}
