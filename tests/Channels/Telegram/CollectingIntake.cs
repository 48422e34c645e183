using MutualAid.Bot.Engine;

namespace MutualAid.Tests.Channels.Telegram;

/// <summary>An engine that only remembers. Like the real one, an update it knows has no second effect, and it can fail before it stores.</summary>
internal sealed class CollectingIntake : IIntake
{
    private readonly Lock gate = new();
    private readonly HashSet<string> seen = [];
    private readonly List<Incoming> stored = [];

    /// <summary>Throws for what this says; nothing is stored then.</summary>
    public Func<Incoming, bool> Fails { get; set; } = _ => false;

    public int Failures { get; private set; }

    public int Handed { get; private set; }

    public IReadOnlyList<Incoming> Stored
    {
        get
        {
            lock (gate)
                return [.. stored];
        }
    }

    public async Task<bool> ReceiveAsync(Incoming incoming, CancellationToken stop = default)
    {
        await Task.Yield();
        lock (gate)
        {
            Handed++;
            if (Fails(incoming))
            {
                Failures++;
                throw new IOException("the disk is full");
            }
            if (seen.Add(incoming.UpdateId))
                stored.Add(incoming);
        }

        return true;
    }
}
