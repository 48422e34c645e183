using System.Text.Json;

namespace MutualAid.Bot.Channels.WeCom.Api;

internal enum Fate
{
    /// <summary>The platform answered; <see cref="Ack.Code"/> 0 is yes.</summary>
    Answered,

    /// <summary>Nothing left us.</summary>
    NotSent,

    /// <summary>It may have arrived.</summary>
    Lost,
}

/// <param name="Words">The platform's own, or what went wrong on the way; without secrets.</param>
/// <param name="Body">What came with a yes.</param>
internal sealed record Ack(Fate Fate, int Code = 0, string Words = "", JsonElement? Body = null)
{
    public bool IsYes => Fate == Fate.Answered && Code == 0;

    /// <summary>Null: it was no yes, or brought no such word.</summary>
    public string? Text(string name) =>
        IsYes
        && Body is { ValueKind: JsonValueKind.Object } body
        && body.TryGetProperty(name, out var it)
        && it.ValueKind == JsonValueKind.String
            ? it.GetString()
            : null;

    public override string ToString() => Fate == Fate.Answered ? $"{Code} {Words}" : $"{Fate}: {Words}";
}
