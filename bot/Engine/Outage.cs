using System.Collections.Concurrent;

namespace MutualAid.Bot.Engine;

/// <summary>Nothing can be saved at the moment: each chat is told so once, and the program is not ready.</summary>
public sealed class Outage
{
    private readonly ConcurrentDictionary<(string Channel, string Chat), bool> told = new();

    /// <summary>Began with a turn that could not be stored, ends with the first that could.</summary>
    public bool IsOn { get; private set; }

    /// <summary>True once a chat and outage, for what a person said or pressed.</summary>
    public bool IsNewTo(Incoming message)
    {
        IsOn = true;
        return message.Kind is IncomingKind.Text or IncomingKind.Press && told.TryAdd((message.Place.Channel, message.Place.ChatId), true);
    }

    public void End()
    {
        if (!IsOn)
            return;
        IsOn = false;
        told.Clear();
    }
}
