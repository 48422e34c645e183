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
);
