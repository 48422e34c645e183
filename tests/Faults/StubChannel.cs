using System.Collections.Concurrent;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;

namespace MutualAid.Tests.Faults;

/// <summary>A platform in the test's own hands: it notes what it is given and answers as it is told.</summary>
internal sealed class StubChannel : IChannel
{
    private int last;

    public string Name => "stub";

    public Abilities Can => Abilities.All;

    public Pace Pace => Pace.Free;

    public ConcurrentQueue<Outgoing> Carried { get; } = new();

    public Func<Outgoing, Delivery?> Answers { get; set; } = _ => null;

    public IEnumerable<string> Sent => Carried.Where(call => call.Kind == OutboxKind.Send).Select(call => Html.ToPlain(call.Text));

    public Task<Delivery> CarryAsync(Outgoing message, CancellationToken stop)
    {
        Carried.Enqueue(message);
        return Task.FromResult(Answers(message) ?? new Delivery(Outcome.Sent, message.MessageId ?? $"b{Interlocked.Increment(ref last)}"));
    }
}
