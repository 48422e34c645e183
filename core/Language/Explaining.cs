namespace MutualAid.Core.Language;

/// <summary>Tells why a message means what it means: what decided, what each slot was made of, what is left and what is asked.</summary>
public sealed partial class Explaining
{
    private readonly Message message;
    private readonly Meaning meaning;
    private readonly int start;
    private readonly List<Reason> reasons = [];
    private readonly List<Span> used = [];

    private Explaining(string text, ReadingContext context)
    {
        message = new Message(text.Length > Reader.Longest ? text[..Reader.Longest] : text, context);
        meaning = Reader.Read(text, context);
        start = Reader.Lead(message.Folded).Start;
    }

    /// <summary>The meaning with its reasons, in the order in which a person would tell them.</summary>
    public static Explanation Of(string text, ReadingContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        return new Explaining(text, context).Run();
    }

    private Explanation Run()
    {
        Decide();
        if (!meaning.IsNothing)
        {
            Slots();
            LeftOver();
            Asked();
        }

        return new Explanation(meaning, reasons);
    }

    private void Decide()
    {
        switch (meaning.Door)
        {
            case Door.Slash:
                var end = Word(start + 1);
                Tell(ReasonKind.Slash, new Span(start, end));
                break;
            case Door.Phrase:
                var length = Acts.Phrases.At(message.Folded, start);
                Tell(ReasonKind.Phrase, new Span(start, start + length));
                // 需求12已签收 begins with a phrase, but another word decides.
                Cues(Acts.ByPhrase[message.Folded.Substring(start, length)].Intent != meaning.Intent);
                break;
            case Door.Sentence:
                Cues(true);
                if (Sentences.IsLean(message, meaning))
                {
                    reasons.Add(new Reason(ReasonKind.Lean, ""));
                }

                break;
            default:
                reasons.Add(new Reason(IsAddressed ? ReasonKind.Nothing : ReasonKind.NotAddressed, ""));
                break;
        }
    }

    private void Cues(bool decide)
    {
        foreach (var cue in decide ? Deciding.Words(message, meaning.Intent).Distinct().Take(6) : [])
        {
            Tell(ReasonKind.Cue, cue);
        }
    }

    private bool IsAddressed => message.Context.Addressed || Reader.Lead(message.Folded).Mentioned;

    private int Word(int at)
    {
        var phrase = Acts.Phrases.At(message.Folded, at);
        var end = at;
        while (end < message.Folded.Length && (char.IsAsciiLetterOrDigit(message.Folded[end]) || message.Folded[end] == '_'))
        {
            end++;
        }

        return Math.Max(end, at + phrase);
    }

    private void Tell(ReasonKind kind, Span span)
    {
        reasons.Add(new Reason(kind, message.Slice(span)));
        used.Add(span);
    }

    private void LeftOver()
    {
        var text = message.WithoutMoments(used).ToCharArray();
        foreach (var doubt in meaning.Doubts)
        {
            var at = message.Text.IndexOf(doubt.Part, StringComparison.Ordinal);
            text.AsSpan(Math.Max(at, 0), at < 0 ? 0 : doubt.Part.Length).Fill('\u0001');
        }

        for (var i = start; i < text.Length; i++)
        {
            var from = i;
            while (i < text.Length && Texts.IsWord(text[i]))
            {
                i++;
            }

            if (i > from)
            {
                reasons.Add(new Reason(ReasonKind.LeftOver, message.Text[from..i]));
            }
        }
    }

    private void Asked()
    {
        foreach (var doubt in meaning.Doubts)
        {
            reasons.Add(new Reason(ReasonKind.Doubt, doubt.Part) { Doubt = doubt.Kind, Choices = doubt.Choices });
        }

        foreach (var item in meaning.Items.Where(item => item.Quantity is null && meaning.Doubts.Count == 0))
        {
            reasons.Add(new Reason(ReasonKind.Missing, item.Name) { Slot = "quantity" });
        }

        foreach (var slot in Deciding.Missing(meaning))
        {
            reasons.Add(new Reason(ReasonKind.Missing, "") { Slot = slot });
        }
    }
}
