namespace MutualAid.Core.Language;

/// <summary>Reads a free sentence that is addressed to the bot.</summary>
internal static class Sentences
{
    public static Meaning? Read(Message message) => TwoActs.Read(message) ?? One(message);

    /// <summary>One act, whatever else the sentence says.</summary>
    public static Meaning? One(Message message) => Settled.Of(message, Ruled(message));

    /// <summary>Whether no rule read this, only words that people often say when they mean it.</summary>
    public static bool IsLean(Message message, Meaning read) => TwoActs.Read(message) is null && Ruled(message)?.Intent != read.Intent;

    private static Meaning? Ruled(Message message)
    {
        var meanings = new Dictionary<string, Meaning>(StringComparer.Ordinal);
        return Changes.Read(message)
            ?? Slips.Read(message)
            ?? Restated.Read(message)
            ?? Enough.Read(message)
            ?? Progress.Read(message)
            ?? RollCall.Read(message)
            ?? Numbered.Read(message)
            ?? Unnumbered.Read(message)
            ?? Joining(message)
            ?? Lesson(message)
            ?? Prior(message)
            ?? Supply(message, meanings)
            ?? Lookups.Read(message)
            ?? Favours.Read(message);
    }

    // What would else be taken for an ask: 我想投个稿, 哪些社区缺口罩, 想找心理咨询师聊聊.
    private static Meaning? Prior(Message message)
    {
        var looked = Lookups.Read(message);
        return
            looked is null
            || (
                Counted(message)
                && looked.Intent
                    is not ("submit_story" or "stats" or "my_hours" or "volunteer_signup" or "counsel" or "tip" or "stories" or "policy")
            )
            ? null
            : looked;
    }

    private static bool Counted(Message message) =>
        ItemScan
            .Read(message.Text, message.Masked(Phones.Find(message.Folded)), ItemMode.Sentence)
            .Items.Exists(i => i.Quantity is not null && Goods.Ends(Folding.Align(i.Name)));

    private static Meaning? Lesson(Message message)
    {
        if (!Lessons.IsCue(message.Folded) && !Lessons.IsTimed(message) && Lessons.Opened(message.Folded) is null)
        {
            return null;
        }

        var meaning = Lessons.New(message, false);
        var titled =
            meaning.Title is not null
            && (meaning.Start is not null || meaning.Speaker is not null || message.Folded.Contains('《', StringComparison.Ordinal));
        return
            titled && Lessons.Opened(message.Folded) is not null
            || titled
                && !Cues.Question.In(
                    message
                        .Folded.Replace("？", "", StringComparison.Ordinal)
                        .Replace(Folding.Align(meaning.Title!), "", StringComparison.Ordinal)
                )
            ? meaning
            : null;
    }

    private static Meaning? Joining(Message message)
    {
        var text = message.Folded.TrimEnd(' ', '。', '!', ',');
        var end = text.EndsWith('的') ? text.Length - 1 : -1;
        foreach (var head in (string[])["我是", "我们是", "我来自"])
        {
            if (
                text.StartsWith(head, StringComparison.Ordinal)
                && message.Places is [var only]
                && only.Start == head.Length
                && (only.End == end || (head == "我来自" && only.End == text.Length))
            )
            {
                return new Meaning("join") { Community = message.Slice(only.Start, only.End) };
            }
        }

        return null;
    }

    private static Meaning? Supply(Message message, Dictionary<string, Meaning> meanings)
    {
        var intent = SupplyIntent.Decide(message, Of);
        return intent is null ? null : Favours.Instead(message, Of(intent)) ?? Of(intent);

        Meaning Of(string wanted)
        {
            if (!meanings.TryGetValue(wanted, out var meaning))
            {
                meaning = wanted switch
                {
                    "need" => Supplies.Need(message, ItemMode.Sentence),
                    "offer" => Supplies.Offer(message, ItemMode.Sentence),
                    _ => Supplies.Donation(message, ItemMode.Sentence),
                };
                meanings[wanted] = meaning;
            }

            return meaning;
        }
    }
}
