using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Engine;

/// <summary>Carries the outbox: what a turn just saved at once, what failed or waits when its time comes. Each step is a row's state.</summary>
public sealed partial class Courier(IEnumerable<IChannel> channels, Postman postman, TimeProvider clock, ILogger<Courier> log)
    : BackgroundService
{
    private const int MostAtOnce = 64;
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, IChannel> channels = channels.ToDictionary(channel => channel.Name, StringComparer.Ordinal);
    private readonly Dictionary<string, RateLimits> limits = new(StringComparer.Ordinal);
    private readonly Lanes lanes = new();
    private readonly Lock door = new();
    private readonly List<(Ticket Ticket, Outgoing Call, Delivery Delivery)> results = [];
    private readonly SemaphoreSlim wake = new(0);
    private int inFlight;
    private long countedFence;

    /// <summary>Hands over what was just committed.</summary>
    public void Carry(IReadOnlyList<OutboxRow> rows)
    {
        if (rows.Count == 0)
            return;
        lock (door)
        {
            // What is meant for a channel that is switched off waits in its row until the channel is there again.
            foreach (var row in rows.Where(row => channels.ContainsKey(row.Channel)))
                lanes.Add(Ticket.Of(row));
        }

        Wake();
    }

    /// <summary>Carries everything that is due now and waits for the outcomes; returns when the next row is due.</summary>
    public async Task<DateTime?> DrainAsync(CancellationToken stop = default)
    {
        await SweepAsync(stop);
        while (true)
        {
            var next = await StepAsync(stop);
            // Dropped rows wake nobody: what is due after them goes at once.
            if (inFlight > 0 || results.Count > 0)
                await WaitAsync(TimeSpan.FromSeconds(1), stop);
            else if (next is null || next > Now)
                return next;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var swept = DateTime.MinValue;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (Now - swept >= SweepEvery)
                {
                    await SweepAsync(stoppingToken);
                    swept = Now;
                }

                var next = await StepAsync(stoppingToken);
                var pause = next is { } time && time - Now < SweepEvery ? time - Now : SweepEvery;
                await WaitAsync(pause, stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.LogError("The courier rests a second: {Error}", error.GetType().Name);
                await WaitAsync(SweepEvery, stoppingToken);
            }
        }
    }

    /// <summary>Calls that are out come home before the program ends, so that a restart leaves nothing in doubt.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestEnd);
        try
        {
            while (inFlight > 0)
                await wake.WaitAsync(limit.Token);
            await RecordAsync(limit.Token);
        }
        catch (Exception error)
        {
            log.LogWarning("Calls were out at the end, their rows stay in doubt: {Error}", error.GetType().Name);
        }
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task SweepAsync(CancellationToken stop)
    {
        if (!await postman.HoldsLeaseAsync(stop))
            return;
        await CountEarlierAsync(stop);
        foreach (var row in await postman.DueAsync(channels.Keys, stop))
        {
            lock (door)
                lanes.Add(Ticket.Of(row));
        }
    }

    // The limits of a platform outlive a restart and a change of copies.
    private async Task CountEarlierAsync(CancellationToken stop)
    {
        if (countedFence == postman.Fence)
            return;
        foreach (var (channel, chat, at) in await postman.CarriedLatelyAsync(stop))
        {
            lock (door)
            {
                if (channels.ContainsKey(channel))
                    Limits(channel).Count(chat, at);
            }
        }

        countedFence = postman.Fence;
    }

    /// <summary>Records what came back, starts what may go.</summary>
    private async Task<DateTime?> StepAsync(CancellationToken stop)
    {
        await RecordAsync(stop);
        List<Ticket> taken;
        DateTime? next;
        lock (door)
            taken = lanes.Take(Limits, Now, MostAtOnce, out next);
        if (taken.Count == 0)
            return next;

        List<(Ticket Ticket, Outgoing? Call)> calls;
        try
        {
            calls = await postman.BeginAsync(taken, Can, stop);
        }
        catch
        {
            // Nothing was attempted: the sweep finds the rows again.
            lock (door)
                taken.ForEach(lanes.Done);
            throw;
        }

        foreach (var (ticket, call) in calls)
        {
            if (call is null)
            {
                lock (door)
                    lanes.Done(ticket);
                continue;
            }

            Interlocked.Increment(ref inFlight);
            _ = CarryAsync(ticket, call);
        }

        return Now;
    }

    private async Task CarryAsync(Ticket ticket, Outgoing call)
    {
        Delivery delivery;
        try
        {
            // A call that is out is not broken off: its channel limits how long it takes.
            delivery = postman.MayCall(ticket)
                ? await channels[ticket.Channel].CarryAsync(call, CancellationToken.None)
                : new Delivery(Outcome.Retry, Reason: "another copy took over", After: TimeSpan.Zero);
        }
        catch (Exception error)
        {
            // A channel that throws did not say whether the bytes left.
            delivery = new Delivery(Outcome.Unknown, Reason: error.GetType().Name);
        }

        lock (door)
            results.Add((ticket, call, delivery));
        Interlocked.Decrement(ref inFlight);
        Wake();
    }

    private async Task RecordAsync(CancellationToken stop)
    {
        List<(Ticket Ticket, Outgoing Call, Delivery Delivery)> batch;
        lock (door)
        {
            batch = [.. results];
            results.Clear();
        }

        if (batch.Count == 0)
            return;
        var now = Now;
        foreach (var (ticket, _, delivery) in batch.Where(it => it.Delivery.After is not null))
        {
            lock (door)
            {
                if (delivery.WholeChannel)
                    Limits(ticket.Channel).CloseUntil(now + delivery.After!.Value);
                else
                    lanes.Hold(ticket.Lane, now + delivery.After!.Value);
            }
        }

        IReadOnlyList<OutboxRow> again;
        try
        {
            again = await postman.RecordAsync(batch.ConvertAll(it => (it.Ticket, it.Delivery)), stop);
        }
        catch
        {
            lock (door)
                results.AddRange(batch);
            throw;
        }

        lock (door)
        {
            foreach (var (ticket, _, _) in batch)
                lanes.Done(ticket);
            foreach (var row in again)
                lanes.Add(Ticket.Of(row));
        }
    }

    /// <summary>What the place of a message can show; a channel that is switched off may come back with everything.</summary>
    internal Abilities Can(Place place) => channels.TryGetValue(place.Channel, out var it) ? it.CanIn(place.ChatId) : Abilities.All;

    private Abilities Can(Ticket ticket, string? messageId) =>
        messageId is null ? channels[ticket.Channel].CanIn(ticket.ChatId) : channels[ticket.Channel].CanDoWith(ticket.ChatId, messageId);

    private RateLimits Limits(string channel)
    {
        if (!limits.TryGetValue(channel, out var it))
            limits[channel] = it = new RateLimits(channels[channel].Pace);
        return it;
    }

    private void Wake()
    {
        if (wake.CurrentCount == 0)
            wake.Release();
    }

    private async Task WaitAsync(TimeSpan pause, CancellationToken stop)
    {
        if (pause <= TimeSpan.Zero)
            return;
        using var until = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var delay = Task.Delay(pause, clock, until.Token);
        await Task.WhenAny(wake.WaitAsync(until.Token), delay);
        await until.CancelAsync();
        stop.ThrowIfCancellationRequested();
    }
}
