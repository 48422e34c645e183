namespace MutualAid.Bot.Channels.WebChat;

/// <summary>What the page is told; refusals carry the key of a phrase.</summary>
internal static class Answers
{
    public static IResult Ok(object value) => Results.Json(value, RoomSetup.Json);

    public static IResult Done() => Ok(new { ok = true });

    public static IResult Refused(string why, int status = StatusCodes.Status400BadRequest) =>
        Results.Json(new { error = why }, RoomSetup.Json, statusCode: status);

    public static IResult NoSeat() => Refused("room.error.seat", StatusCodes.Status401Unauthorized);

    public static IResult NotYours() => Refused("room.error.rights", StatusCodes.Status403Forbidden);

    public static IResult TooFast() => Refused("room.error.fast", StatusCodes.Status429TooManyRequests);

    public static IResult NotStored() => Refused("room.error.stored", StatusCodes.Status503ServiceUnavailable);
}
