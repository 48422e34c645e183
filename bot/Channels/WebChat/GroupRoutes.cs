namespace MutualAid.Bot.Channels.WebChat;

internal sealed record GroupAct(string? Chat, string? Title, bool Plain, string? Seat, string? Language);

/// <summary>Groups: new, joined, styled, and people let in again.</summary>
internal static class GroupRoutes
{
    public static void MapGroups(this RouteGroupBuilder room)
    {
        room.MapPost("/room/groups", AddAsync);
        room.MapPost("/room/groups/join", JoinAsync);
        room.MapPost("/room/groups/organiser", BecomeOrganiserAsync);
        room.MapPost("/room/groups/style", StyleAsync);
        room.MapPost("/room/groups/invite", InviteAsync);
        room.MapPost("/room/groups/reattach", ReattachAsync);
    }

    private static async Task<IResult> AddAsync(GroupAct act, HttpContext context, RoomEntry entry, Door door)
    {
        if (await entry.SeatAsync(context) is not { } seat)
            return Answers.NoSeat();
        if (!door.IsFree(context) && !seat.Groups.Any(g => g.Organiser))
            return Answers.NotYours();
        if (RoomEntry.Clean(act.Title, 30) is not { } title)
            return Answers.Refused("room.error.title");
        var joined = await entry.AddGroupAsync(seat, title, act.Language, context.RequestAborted);
        return Answers.Ok(new { chat = joined.Groups[^1].ChatId });
    }

    private static async Task<IResult> JoinAsync(GroupAct act, HttpContext context, RoomEntry entry, Door door, IRoomPeople people)
    {
        if (await entry.SeatAsync(context) is not { } seat)
            return Answers.NoSeat();
        var groups = await people.GroupsAsync(context.RequestAborted);
        if (!door.IsFree(context) || groups.FirstOrDefault(g => g.ChatId == act.Chat) is not { } group)
            return Answers.NotYours();
        await entry.JoinAsync(seat, group, organiser: false, act.Language, context.RequestAborted);
        return Answers.Done();
    }

    /// <summary>On this machine only: a newcomer can try everything.</summary>
    private static async Task<IResult> BecomeOrganiserAsync(
        GroupAct act,
        HttpContext context,
        RoomEntry entry,
        Door door,
        IRoomPeople people
    )
    {
        if (await entry.SeatAsync(context) is not { } seat)
            return Answers.NoSeat();
        var groups = await people.GroupsAsync(context.RequestAborted);
        if (!door.IsFree(context) || seat.In(act.Chat ?? "") is null)
            return Answers.NotYours();
        await entry.JoinAsync(seat, groups.First(g => g.ChatId == act.Chat), organiser: true, act.Language, context.RequestAborted);
        return Answers.Done();
    }

    private static async Task<IResult> StyleAsync(
        GroupAct act,
        HttpContext context,
        RoomEntry entry,
        IRoomPeople people,
        RoomStyles styles,
        Hall hall
    )
    {
        if (await entry.SeatAsync(context) is not { } seat)
            return Answers.NoSeat();
        if (seat.In(act.Chat ?? "") is not { Organiser: true } place)
            return Answers.NotYours();
        await people.SetPlainAsync(place.ChatId, act.Plain, context.RequestAborted);
        styles.Set(place.ChatId, act.Plain);
        hall.Refresh();
        return Answers.Done();
    }

    private static async Task<IResult> InviteAsync(GroupAct act, HttpContext context, RoomEntry entry, Door door, IRoomPeople people)
    {
        if (await entry.SeatAsync(context) is not { } seat)
            return Answers.NoSeat();
        if (seat.In(act.Chat ?? "") is not { Organiser: true } place)
            return Answers.NotYours();
        var code = await people.InviteAsync(seat.Id, place.ChatId, context.RequestAborted);
        return Answers.Ok(new { link = $"{door.Address(context)}/?i={code}" });
    }

    /// <summary>A lost person gets a fresh way back. All see that it happened; nobody can take over an organiser of a group that is not theirs.</summary>
    private static async Task<IResult> ReattachAsync(
        GroupAct act,
        HttpContext context,
        RoomEntry entry,
        Door door,
        IRoomPeople people,
        RoomNotes notes
    )
    {
        var stop = context.RequestAborted;
        if (await entry.SeatAsync(context) is not { } seat)
            return Answers.NoSeat();
        var groups = await people.GroupsAsync(stop);
        var lost = groups.FirstOrDefault(g => g.ChatId == act.Chat)?.People.FirstOrDefault(p => p.SeatId == act.Seat);
        var theirs = groups.Where(g => g.People.Any(p => p.SeatId == act.Seat && p.Organiser));
        if (lost is null || seat.In(act.Chat!) is not { Organiser: true } || theirs.Any(g => seat.In(g.ChatId) is not { Organiser: true }))
            return Answers.NotYours();
        var passage = await people.RenewAsync(lost.SeatId, signOut: true, stop);
        await notes.AddAsync(act.Chat!, "room.note.reattached", seat.Name, lost.Name, stop);
        return Answers.Ok(new { link = $"{door.Address(context)}/?r={passage.ReturnCode}", pin = passage.Pin });
    }
}
