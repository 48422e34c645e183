using System.Collections.Concurrent;

namespace MutualAid.Bot.Engine;

/// <summary>More than five refused tries a minute from one person: silence for five minutes. What succeeds never counts.</summary>
public sealed class FloodGuard(int mostAMinute = 5)
{
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(string, string), Noise> noise = new();

    public static FloodGuard Off { get; } = new(int.MaxValue);

    public bool IsSilenced(Incoming message, DateTime now) =>
        message.Kind == IncomingKind.Text
        && noise.TryGetValue((message.Place.Channel, message.From.ExternalId), out var it)
        && it.SilentUntil > now;

    public void Count(Incoming message, DateTime now) =>
        noise.AddOrUpdate(
            (message.Place.Channel, message.From.ExternalId),
            _ => new Noise(1, now, DateTime.MinValue),
            (_, it) =>
                now - it.Since > TimeSpan.FromMinutes(1) ? new Noise(1, now, DateTime.MinValue)
                : it.Count + 1 > mostAMinute ? it with { Count = 0, SilentUntil = now + Silence }
                : it with { Count = it.Count + 1 }
        );

    private sealed record Noise(int Count, DateTime Since, DateTime SilentUntil);
}
