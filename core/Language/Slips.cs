namespace MutualAid.Core.Language;

/// <summary>An amount set right by who owns to a slip: 我写错了，不是100个，是90个; 刚才签收多写了，应该是58.</summary>
internal static class Slips
{
    // A slip is owned to at once and in few words; the bounds keep reading linear.
    private const int Longest = 120;
    private const int LatestAdmitted = 30;

    private static readonly Lexicon Admitted = Lexicon.Listed("SlipsAdmitted");
    private static readonly Lexicon Wrong = Lexicon.Listed("SlipsWrong");

    // 不是100是90: without a word of the slip the right amount must be told as such.
    private static readonly Lexicon Right = new("实际 其实 收到 送了 只有 是 应该是 应该 要 改 就够 就行 就好 够了 it's it_is make_it but");

    public static Meaning? Read(Message message)
    {
        // What was struck out was taken back within an ask: 要100个，不对打错了，是150个.
        if (
            message.Folded.Length > Longest
            || message.Folded.Contains('\u0001', StringComparison.Ordinal)
            || Cues.Question.In(message.Folded)
        )
        {
            return null;
        }

        var reference = message.Reference;
        if (reference is { Kind: ReferenceKind.Class or ReferenceKind.Shift })
        {
            return null;
        }

        List<Span> aside = [.. Phones.Find(message.Folded)];
        if (reference is { } named)
        {
            aside.Add(new Span(named.Start, named.End));
        }

        var text = message.Masked(aside);
        return Set(text) is { } right ? Fill(message, text, right) : null;
    }

    private static Amount? Set(string text)
    {
        var slip = Admitted.Find(text);
        var amounts = Clauses.Of(text).SelectMany(clause => clause.Amounts).Where(IsFigure).ToList();
        var wrong = amounts.FindAll(amount => IsWrong(text, amount));
        var owned =
            slip is >= 0 and <= LatestAdmitted || wrong.Exists(amount => Wrong.Before(text, amount.Start) > 1 && Became(text, amount));
        owned = owned && (wrong.Count > 0 || Right.In(text, slip));
        return owned && amounts.Except(wrong).ToList() is [var only] && (slip < 0 || only.Start > slip || wrong.Count > 0) ? only : null;

        bool IsFigure(Amount amount) =>
            amount is { Value: not null, Doubt: null }
            && !(amount.UnitEnd > amount.UnitStart && People.Counts(text[amount.UnitStart..amount.UnitEnd]))
            && !(amount.UnitEnd > amount.UnitStart && text[amount.UnitStart] is '块' or '元' or '毛')
            && !Days.Has(text, amount.End, "人");
    }

    private static bool IsWrong(string text, Amount amount)
    {
        var at = amount.Start;
        while (at > 0 && text[at - 1] == ' ')
        {
            at--;
        }

        return Wrong.Before(text, at) > 0;
    }

    private static bool Became(string text, Amount wrong) => text[wrong.Start..].Length > 2 && Right.In(text, wrong.End);

    private static Meaning Fill(Message message, string text, Amount right) =>
        new("change")
        {
            Number = message.Reference?.Number,
            Quantity = right.Value,
            Filter = Changes.Figure(message.Folded),
            Named = Thing(text, right) is { IsEmpty: false } thing ? message.Slice(thing) : null,
        };

    private static Span Thing(string text, Amount right)
    {
        foreach (var (start, end) in (ReadOnlySpan<(int, int)>)[(0, right.Start), (0, Math.Max(0, Admitted.Find(text)))])
        {
            var name = Nouns.Before(text, start, end, out _);
            if (!name.IsEmpty && Goods.Ends(name.Of(text)))
            {
                return name;
            }
        }

        var after = Nouns.After(text, right.End, text.Length);
        return !after.IsEmpty && Goods.Ends(after.Of(text)) ? after : default;
    }
}
