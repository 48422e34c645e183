namespace MutualAid.Core.Language;

/// <summary>What a reason speaks of.</summary>
public enum ReasonKind
{
    /// <summary>The slash command that decided.</summary>
    Slash,

    /// <summary>The phrase at the beginning that decided.</summary>
    Phrase,

    /// <summary>A word of the free sentence that spoke for the intent.</summary>
    Cue,

    /// <summary>No rule read it: people who mean this say it in such words.</summary>
    Lean,

    /// <summary>It is for nobody here: the message was not addressed, and no phrase of the bot bounds it.</summary>
    NotAddressed,

    /// <summary>It was addressed, and still asks for nothing the bot does.</summary>
    Nothing,

    /// <summary>A slot and the words it came from.</summary>
    Slot,

    /// <summary>Words that nothing was made of.</summary>
    LeftOver,

    /// <summary>Words that cannot stand as they are: asked or refused.</summary>
    Doubt,

    /// <summary>A slot that the act needs and nobody said: asked.</summary>
    Missing,
}

/// <summary>One step of an explanation.</summary>
/// <param name="Part">The words it speaks of, as typed; empty when it speaks of none.</param>
public sealed record Reason(ReasonKind Kind, string Part)
{
    /// <summary>Name of the slot, as in the output of <c>parse</c>.</summary>
    public string? Slot { get; init; }

    /// <summary>What was made of the words.</summary>
    public string? Value { get; init; }

    public DoubtKind? Doubt { get; init; }

    public IReadOnlyList<string> Choices { get; init; } = [];
}

/// <summary>A meaning and why the message has it.</summary>
public sealed record Explanation(Meaning Meaning, IReadOnlyList<Reason> Reasons);
