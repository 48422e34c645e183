namespace MutualAid.Bot.Channels.WebChat;

/// <summary>Photos go up before the line that shows them. The name is the key to see one.</summary>
internal static class PhotoRoutes
{
    public static void MapPhotos(this RouteGroupBuilder room)
    {
        room.MapPost("/room/photos", UploadAsync);
        room.MapGet("/room/photos/{name}", Show);
    }

    private static async Task<IResult> UploadAsync(HttpContext context, RoomEntry entry, RoomPhotos photos)
    {
        if (await entry.SeatAsync(context) is not { } seat)
            return Answers.NoSeat();
        if (!entry.MaySay(seat))
            return Answers.TooFast();
        if (await ReadAsync(context) is not { } bytes)
            return Answers.Refused("room.error.photo", StatusCodes.Status413PayloadTooLarge);
        return await photos.KeepAsync(bytes, context.RequestAborted) is { } name
            ? Answers.Ok(new { photo = name })
            : Answers.Refused("room.error.photo", StatusCodes.Status415UnsupportedMediaType);
    }

    private static async Task<byte[]?> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > RoomPhotos.Largest)
            return null;
        using var all = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            all.Write(buffer, 0, read);
            if (all.Length > RoomPhotos.Largest)
                return null;
        }
        return all.ToArray();
    }

    private static IResult Show(string name, HttpContext context, RoomPhotos photos)
    {
        if (!photos.Has(name))
            return Results.NotFound();
        context.Response.Headers.CacheControl = "private, max-age=86400";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'";
        return Results.File(photos.PathOf(name), RoomPhotos.ContentType(name));
    }
}
