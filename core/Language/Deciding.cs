namespace MutualAid.Core.Language;

/// <summary>The words of a sentence that speak for an intent, from the same lists that decided it.</summary>
internal static class Deciding
{
    public static IEnumerable<Span> Words(Message message, string intent)
    {
        var text = message.Folded;
        return intent is "need" or "offer" or "donation" ? SupplyIntent.Words(text, intent)
            : intent == "class_new" ? Hits(text, [Lessons.Cue])
            : intent == "join" ? [new Span(0, message.Places.Count > 0 ? message.Places[0].Start : 0)]
            : message.Reference is not null && Acts(intent) is { Length: > 0 } acts ? Hits(text, acts)
            : Hits(text, [.. Lookups.CuesOf(intent)]);
    }

    /// <summary>What the act cannot do without.</summary>
    public static IEnumerable<string> Missing(Meaning meaning)
    {
        if (meaning is { Intent: "need" or "offer" or "donation", Items.Count: 0 })
        {
            yield return "items";
        }
        else if (meaning.Intent == "class_new")
        {
            if (meaning.Title is null)
            {
                yield return "title";
            }

            if (meaning.Start is null && meaning.Doubts.Count == 0)
            {
                yield return "start";
            }
        }
        else if (Acts(meaning.Intent).Length > 0 && meaning.Number is null)
        {
            yield return "request";
        }
    }

    private static Lexicon[] Acts(string intent) =>
        intent switch
        {
            "claim" => [Cues.Claim],
            "delivered" => [Cues.Delivered],
            "received" => [Cues.Received],
            "change" => [Changes.To],
            "cancel" => [Cues.Cancel],
            "release" => [Cues.Release],
            "verify" => [Cues.Verify],
            "renew" => [Cues.Renew],
            "class_signup" => [Cues.Signup],
            "class_leave" or "shift_leave" => [Cues.Leave],
            "class_move" => [Cues.Move],
            "attend" => [Cues.Attend],
            "shift_signup" => [Cues.ShiftSignup],
            _ => [],
        };

    private static IEnumerable<Span> Hits(string text, Lexicon[] cues)
    {
        foreach (var cue in cues)
        {
            if (cue.Find(text) is var at and >= 0)
            {
                yield return new Span(at, at + cue.At(text, at));
            }
        }
    }
}
