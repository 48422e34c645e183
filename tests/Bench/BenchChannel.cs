using System.Diagnostics;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;

namespace MutualAid.Bench;

/// <summary>A platform without limits that takes everything after a given round trip.</summary>
internal sealed class BenchChannel(TimeSpan roundTrip) : IChannel
{
    private TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int sent;

    public string Name => "bench";

    public Abilities Can => Abilities.All;

    public Pace Pace => Pace.Free;

    /// <summary>So many messages end the run.</summary>
    public int Awaited { get; init; }

    public Task Done => done.Task;

    public long Last { get; private set; }

    /// <summary>Another run with as many messages.</summary>
    public void Restart()
    {
        sent = 0;
        done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public async Task<Delivery> CarryAsync(Outgoing message, CancellationToken stop)
    {
        if (roundTrip > TimeSpan.Zero)
            await Task.Delay(roundTrip, stop);
        if (message.Kind != OutboxKind.Send)
            return new Delivery(Outcome.Sent, message.MessageId);
        var count = Interlocked.Increment(ref sent);
        if (count == Awaited)
        {
            Last = Stopwatch.GetTimestamp();
            done.TrySetResult();
        }

        return new Delivery(Outcome.Sent, $"b{count}");
    }
}
