using System.Text;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Classes;
using MutualAid.Core.Data;

namespace MutualAid.Bot.Classes;

/// <summary><c>GET /calendar/KEY.ics</c>: a timetable for whoever holds the secret link.</summary>
internal static class CalendarRoutes
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public static RouteHandlerBuilder MapCalendar(this IEndpointRouteBuilder app) => app.MapGet("/calendar/{key}.ics", OpenAsync);

    private static async Task<IResult> OpenAsync(string key, Store store, TimeProvider clock, HttpContext context)
    {
        context.Response.Headers.CacheControl = "private, no-store";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        await using var db = store.Read();
        var stop = context.RequestAborted;
        var found = await db
            .CalendarKeys.Include(it => it.Group)
            .Include(it => it.Person)
            .FirstOrDefaultAsync(it => it.Key == key && it.RevokedAt == null, stop);
        if (found is null)
            return Results.NotFound();
        var now = clock.GetUtcNow().UtcDateTime;
        var since = now - Kept;
        var classes = db.Classes.Where(it => it.EndsAt > since);
        classes = found.PersonId is { } id ? classes.JoinedBy(id) : classes.OfGroup(found.GroupId!.Value);
        var text = CalendarText.Write(
            found.Person?.Name ?? found.Group!.Title,
            await classes.SoonestFirst().ToListAsync(stop),
            now,
            withVenue: found.PersonId is not null
        );
        return Results.Text(text, "text/calendar", Encoding.UTF8);
    }
}
