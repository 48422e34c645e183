using System.Collections.Concurrent;

namespace MutualAid.Bot.Engine;

/// <summary>
/// More than five errors or repeated look-ups a minute from one person: one notice, then silence for five minutes. What succeeds never
/// counts, and organisers are exempt.
/// </summary>
public sealed class FloodGuard(int mostAMinute = 5)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(string, string), Noise> noise = new();

    public static FloodGuard Off { get; } = new(int.MaxValue);

    public bool IsSilenced(Incoming message, DateTime now) =>
        message.Kind == IncomingKind.Text && Of(message) is { } it && it.SilentUntil > now;

    /// <summary>One more is one too many: it is answered by the notice.</summary>
    public bool IsFull(Incoming message, DateTime now) => Of(message) is { } it && now - it.Since <= Minute && it.Count >= mostAMinute;

    /// <summary>The same look-up within a minute.</summary>
    public bool IsRepeated(Incoming message, DateTime now) =>
        Of(message) is { } it && now - it.LookedAt <= Minute && it.LookedUp == message.Text;

    public void Count(Incoming message, TurnResult result, DateTime now)
    {
        if (!result.CountsAsNoise && !result.LooksUp)
            return;
        var (count, lookedUp) = (result.CountsAsNoise ? 1 : 0, result.LooksUp ? message.Text : null);
        noise.AddOrUpdate(
            (message.Place.Channel, message.From.ExternalId),
            _ => new Noise(count, now, DateTime.MinValue, lookedUp, now),
            (_, it) => Next(it, count, lookedUp, now)
        );
    }

    private Noise Next(Noise it, int count, string? lookedUp, DateTime now)
    {
        var looked = it with { LookedUp = lookedUp ?? it.LookedUp, LookedAt = lookedUp is null ? it.LookedAt : now };
        return now - it.Since > Minute ? looked with { Count = count, Since = now }
            : it.Count + count > mostAMinute ? looked with { Count = 0, SilentUntil = now + Silence }
            : looked with { Count = it.Count + count };
    }

    private Noise? Of(Incoming message) => noise.GetValueOrDefault((message.Place.Channel, message.From.ExternalId));

    private sealed record Noise(int Count, DateTime Since, DateTime SilentUntil, string? LookedUp, DateTime LookedAt);
}
