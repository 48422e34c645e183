using MutualAid.Core.Language;

namespace MutualAid.Core.Messaging;

/// <summary>An explanation in the words of a language, a line a reason.</summary>
public static class ExplanationText
{
    public static IReadOnlyList<string> Lines(this Explanation explanation, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        ArgumentNullException.ThrowIfNull(speech);
        var intent = explanation.Meaning.Intent;
        var left = explanation.Reasons.Where(reason => reason.Kind == ReasonKind.LeftOver).Select(reason => reason.Part).ToList();
        return
        [
            speech.Plain("language.why.intent", speech.Plain($"language.intent.{intent}"), intent),
            .. explanation
                .Reasons.Where(reason => reason.Kind is not (ReasonKind.LeftOver or ReasonKind.Doubt or ReasonKind.Missing))
                .Select(reason => Line(speech, reason)),
            .. left.Count == 0 ? [] : (string[])[speech.Plain("language.why.LeftOver", string.Join(" · ", left))],
            .. explanation
                .Reasons.Where(reason => reason.Kind is ReasonKind.Doubt or ReasonKind.Missing)
                .Select(reason => Line(speech, reason)),
        ];
    }

    private static string Line(Speech speech, Reason reason)
    {
        var key = reason is { Kind: ReasonKind.Doubt, Doubt: { } doubt }
            ? doubt.ToString()
            : reason.Kind + (reason is { Kind: ReasonKind.Missing, Part.Length: > 0 } ? "Of" : "");
        var slot = reason.Slot is null ? "" : speech.Plain($"language.slot.{reason.Slot}");
        var line = speech.Plain($"language.why.{key}", reason.Part, slot, reason.Value);
        return reason.Choices.Count == 0 ? line : $"{line} ({speech.Plain("language.why.choices", string.Join(" / ", reason.Choices))})";
    }
}
