using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Engine;

/// <summary>What the engine and its turns share.</summary>
public sealed record EngineParts(
    IServiceProvider Services,
    Phrases Phrases,
    ButtonSeal Seal,
    GroupDefaults Defaults,
    FloodGuard Flood,
    TimeProvider Clock
)
{
    /// <summary>Null: a platform that is not connected here.</summary>
    public Pace? PaceOf(string channel) => Services.GetServices<IChannel>().FirstOrDefault(it => it.Name == channel)?.Pace;
}
