using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Content;
using MutualAid.Core.Data;

namespace MutualAid.Bot.Content;

/// <summary><c>GET /pictures/NAME</c>: the cover of a post that people see by now. Its name is the key; it never changes.</summary>
internal static class PictureRoutes
{
    public static RouteHandlerBuilder MapPictures(this IEndpointRouteBuilder app) => app.MapGet("/pictures/{name}", OpenAsync);

    private static async Task<IResult> OpenAsync(string name, Store store, TimeProvider clock, HttpContext context)
    {
        await using var db = store.Read();
        var stop = context.RequestAborted;
        if (!await db.Posts.Published(clock.GetUtcNow().UtcDateTime).AnyAsync(it => it.Cover == name, stop))
            return Results.NotFound();
        var picture = await db.Pictures.FirstAsync(it => it.Name == name, stop);
        context.Response.Headers.CacheControl = "public, max-age=86400, immutable";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        return Results.File(picture.Bytes, picture.ContentType);
    }
}
