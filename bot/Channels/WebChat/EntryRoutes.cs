namespace MutualAid.Bot.Channels.WebChat;

/// <summary>Coming in, coming back, and what the page knows about itself.</summary>
internal static class EntryRoutes
{
    public static void MapEntry(this RouteGroupBuilder room)
    {
        room.MapGet("/room/door", DoorAsync);
        room.MapPost("/room/enter", EnterAsync);
        room.MapPost("/room/return", ReturnAsync);
        room.MapGet("/room/me", MeAsync);
    }

    private static async Task<IResult> DoorAsync(string? i, string? o, HttpContext context, Door door, IRoomPeople people)
    {
        var link = (i ?? o) is { Length: > 0 } code ? await people.LinkAsync(code, context.RequestAborted) : null;
        var fits = link is not null && link.ForOrganiser == (o is not null);
        return Answers.Ok(
            new
            {
                free = door.IsFree(context),
                link = fits,
                organiser = fits && link!.ForOrganiser,
                group = fits ? link!.Group?.Title : null,
            }
        );
    }

    private static async Task<IResult> EnterAsync(Knock knock, HttpContext context, RoomEntry entry)
    {
        var (passage, refusal) = await entry.KnockAsync(knock, context);
        if (passage is null)
            return Answers.Refused(
                refusal!,
                refusal == "room.error.fast" ? StatusCodes.Status429TooManyRequests : StatusCodes.Status403Forbidden
            );
        return Answers.Ok(
            new
            {
                token = passage.Token,
                guest = passage.Seat.Guest,
                returnCode = passage.ReturnCode,
                pin = passage.Pin,
            }
        );
    }

    private static async Task<IResult> ReturnAsync(HttpContext context, RoomEntry entry, IRoomPeople people)
    {
        if (await entry.SeatAsync(context) is not { } seat)
            return Answers.NoSeat();
        var passage = await people.RenewAsync(seat.Id, signOut: false, context.RequestAborted);
        return Answers.Ok(new { returnCode = passage.ReturnCode, pin = passage.Pin });
    }

    private static async Task<IResult> MeAsync(HttpContext context, RoomEntry entry, Door door, IRoomPeople people)
    {
        if (await entry.SeatAsync(context) is not { } seat)
            return Answers.NoSeat();
        var groups = await people.GroupsAsync(context.RequestAborted);
        var free = door.IsFree(context);
        return Answers.Ok(
            new
            {
                id = seat.Id,
                name = seat.Name,
                community = seat.Community,
                guest = seat.Guest,
                free,
                address = door.Address(context),
                privateChat = seat.PrivateChat,
                groups = groups.Where(g => seat.In(g.ChatId) is not null).Select(g => View(g, seat)),
                others = groups.Where(g => free && seat.In(g.ChatId) is null).Select(g => new { id = g.ChatId, title = g.Title }),
            }
        );
    }

    private static object View(RoomGroup group, Seat seat) =>
        new
        {
            id = group.ChatId,
            title = group.Title,
            plain = group.Plain,
            organiser = seat.In(group.ChatId)!.Organiser,
            people = group.People.Select(p => new
            {
                id = p.SeatId,
                name = p.Name,
                organiser = p.Organiser,
            }),
        };
}
