using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

namespace MutualAid.Bot.Channels.WebChat;

/// <summary><c>GET /room/events</c>: a stream of batches; <c>poll=1</c> waits for one batch, <c>poll=0</c> gives it at once.</summary>
internal static class EventRoutes
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(25);

    public static void MapEvents(this RouteGroupBuilder room) => room.MapGet("/room/events", EventsAsync);

    private static async Task EventsAsync(
        string? after,
        int? poll,
        HttpContext context,
        Hall hall,
        RoomHistory history,
        RoomEntry entry,
        IHostApplicationLifetime lifetime
    )
    {
        if (await entry.SeatAsync(context) is not { } seat)
        {
            await Answers.NoSeat().ExecuteAsync(context);
            return;
        }
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        foreach (var chat in seat.Groups.Select(g => g.ChatId).Append(seat.PrivateChat))
            await history.EnsureAsync(chat, ending.Token);
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            if (poll is null)
                await StreamAsync(context, entry, hall, seat, after, ending.Token);
            else
                await Answers.Ok(await PollAsync(hall, seat, after, poll == 1, ending.Token)).ExecuteAsync(context);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The page went away or the host stops: the page asks again with the cursor it has.
        }
    }

    private static async Task<Batch> PollAsync(Hall hall, Seat seat, string? after, bool wait, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(LongestPoll);
        while (true)
        {
            var changed = hall.Changed();
            var batch = hall.Since(after, seat);
            if (!batch.IsEmpty || !wait || limit.IsCancellationRequested)
                return batch;
            await Task.WhenAny(changed, Task.Delay(Timeout.Infinite, limit.Token));
        }
    }

    private static async Task StreamAsync(HttpContext context, RoomEntry entry, Hall hall, Seat seat, string? after, CancellationToken stop)
    {
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        await context.Response.WriteAsync(": hello\n\n", stop);
        await context.Response.Body.FlushAsync(stop);
        while (true)
        {
            var changed = hall.Changed();
            var batch = hall.Since(after, seat);
            if (!batch.IsEmpty)
                await WriteAsync(context, $"data: {JsonSerializer.Serialize(batch, RoomSetup.Json)}\n\n", stop);
            after = batch.Cursor;
            if (batch.Refresh)
            {
                // Signed out elsewhere, or in a new group whose lines the page asks for from the start.
                if (await entry.SeatAsync(context) is not { } now || now.Groups.Count != seat.Groups.Count)
                    return;
                seat = now;
                continue;
            }
            if (await Task.WhenAny(changed, Task.Delay(Beat, stop)) != changed)
                await WriteAsync(context, ": beat\n\n", stop);
        }
    }

    private static async Task WriteAsync(HttpContext context, string text, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        await context.Response.WriteAsync(text, stop);
        await context.Response.Body.FlushAsync(stop);
    }
}
