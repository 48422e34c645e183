namespace MutualAid.Core.Language;

/// <summary>What the rules made of a sentence, held against what its words lean to: the rules rule unless they are silent or nearly alone.</summary>
internal static class Settled
{
    // Longer texts tell stories, which the short pieces of a sentence do not tell apart.
    private const int Longest = 240;

    private const double Enough = 0.7;
    private const double Outweighs = 0.85;
    private const double Idle = 0.9;

    private static readonly HashSet<string> Open =
    [
        "need",
        "offer",
        "donation",
        "claim",
        "delivered",
        "received",
        "cancel",
        "list_needs",
        "list_offers",
        "list_classes",
        "list_shifts",
        "class_new",
        "policy",
        "stories",
        "tip",
        "volunteer_signup",
    ];

    public static Meaning? Of(Message message, Meaning? ruled)
    {
        // So much of what is talked about is understood where the card is known.
        if (
            message.Folded.Length > Longest
            || Pledges.Read(message.Text) is not null
            || ruled is not null && (!Open.Contains(ruled.Intent) || ruled.Progress)
        )
        {
            return ruled;
        }

        var leaning = Leanings.Of(Outline.Of(message));
        return ruled is null
            ? leaning.Share > Enough && !IsTalk(message.Folded, leaning.Intent)
                ? Filling.Of(message, leaning.Intent)
                : null
            : leaning.Silence > Idle && ruled.Intent is "need" or "offer" or "donation"
                ? null
                : leaning.Share > Outweighs && leaning.Intent != ruled.Intent && leaning.Intent != "none"
                    ? Filling.Of(message, leaning.Intent) ?? ruled
                    : ruled;
    }

    // 老人需要换个灯泡吗 asks others, and so does what is said to one person: no lean outweighs that.
    private static bool IsTalk(string text, string intent) =>
        intent is "need" or "offer" or "donation" && (Favours.IsDoubted(text) || Talk.IsTalk(text));
}
