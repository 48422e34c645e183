using System.Text.RegularExpressions;

namespace MutualAid.Bot.Channels.WebChat;

/// <summary><c>POST /room/say</c> and <c>/room/press</c>: answered after the commit, so what is answered is not lost.</summary>
internal static partial class TalkRoutes
{
    public const int LongestText = 4096;

    public static void MapTalk(this RouteGroupBuilder room)
    {
        room.MapPost("/room/say", SayAsync);
        room.MapPost("/room/press", PressAsync);
    }

    private static async Task<IResult> SayAsync(Said said, HttpContext context, RoomEntry entry, RoomTalk talk, RoomPhotos photos)
    {
        if (await entry.SeatAsync(context) is not { } seat)
            return Answers.NoSeat();
        if (said.Chat is null || !RoomEntry.MaySpeak(seat, said.Chat))
            return Answers.NotYours();
        if (!entry.MaySay(seat))
            return Answers.TooFast();
        if (!ClientId().IsMatch(said.ClientId ?? "") || (said.Text?.Length ?? 0) > LongestText)
            return Answers.Refused("room.error.long");
        if (string.IsNullOrWhiteSpace(said.Text) && said.Photo is null)
            return Answers.Refused("room.error.empty");
        if (said.Photo is not null && !photos.Has(said.Photo))
            return Answers.Refused("room.error.photo");
        if (said.EditOf is not null && !said.EditOf.StartsWith(seat.Id + ".", StringComparison.Ordinal))
            return Answers.NotYours();
        return await StoredAsync(
            context,
            said.ClientId!,
            async () =>
            {
                if (said.EditOf is null)
                    return Answers.Ok(
                        new { id = await talk.SayAsync(seat, said, context.RequestAborted), request = talk.MayBeMeant(seat, said) }
                    );
                await talk.EditAsync(seat, said, context.RequestAborted);
                return Answers.Ok(new { id = said.EditOf });
            }
        );
    }

    private static async Task<IResult> PressAsync(Pressed pressed, HttpContext context, RoomEntry entry, RoomTalk talk)
    {
        if (await entry.SeatAsync(context) is not { } seat)
            return Answers.NoSeat();
        if (pressed.Chat is null || !RoomEntry.MaySpeak(seat, pressed.Chat))
            return Answers.NotYours();
        if (!entry.MayPress(seat))
            return Answers.TooFast();
        if (
            !ClientId().IsMatch(pressed.ClientId ?? "")
            || pressed.Data is not { Length: > 0 and <= 256 }
            || pressed.MessageId is not { Length: > 0 and <= 64 }
        )
            return Answers.Refused("room.error.press");
        return await StoredAsync(
            context,
            pressed.ClientId!,
            async () =>
            {
                await talk.PressAsync(seat, pressed, context.RequestAborted);
                return Answers.Done();
            }
        );
    }

    // The fault's kind only: its message might quote what the person said.
    private static async Task<IResult> StoredAsync(HttpContext context, string clientId, Func<Task<IResult>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !context.RequestAborted.IsCancellationRequested)
        {
            var logger = context.RequestServices.GetRequiredService<ILogger<RoomTalk>>();
            logger.LogError("Not stored: {ClientId}, {Fault}", clientId, fault.GetType().FullName);
            return Answers.NotStored();
        }
    }

    [GeneratedRegex("^[A-Za-z0-9-]{8,40}$")]
    private static partial Regex ClientId();
}
