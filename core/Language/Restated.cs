namespace MutualAid.Core.Language;

/// <summary>The amount asked for, told anew: 现在总共只要90个就够了，麻烦改一下; 1号的口罩一共要90个就行了.</summary>
internal static class Restated
{
    // It is said in few words; the bound keeps reading linear.
    private const int Longest = 60;

    private static readonly Lexicon Mend = Lexicon.Listed("RestatedMend");
    private static readonly Lexicon Total = Lexicon.Listed("RestatedTotal");
    private static readonly Lexicon Suffices = Lexicon.Listed("RestatedSuffices");
    private static readonly Lexicon Less = new("只要 只用 只需 仅需 现在要 一共要 总共要 那么多 only");
    private static readonly Lexicon Other = new(
        "我出 我送 我拿 我带 我给 我有 我家有 我来 我认 我们出 我们送 我们认 认领 收到 签收 收了 送到 送达 送来 送去 捐 元 块钱 报名"
    );

    public static Meaning? Read(Message message)
    {
        var text = message.Folded;
        if (
            text.Length > Longest
            || Cues.Question.In(text)
            || Other.In(text)
            || message.Reference is { Kind: ReferenceKind.Class or ReferenceKind.Shift }
        )
        {
            return null;
        }

        List<Span> aside = [.. Phones.Find(text)];
        if (message.Reference is { } reference)
        {
            aside.Add(new Span(reference.Start, reference.End));
        }

        var masked = message.Masked(aside);
        var figures = Clauses.Of(masked).SelectMany(clause => clause.Amounts).Where(amount => IsFigure(masked, amount)).ToList();
        if (figures is not [var only])
        {
            return null;
        }

        var thing = Thing(masked, only);
        return IsTold(message, masked, only, thing)
            ? new Meaning("change")
            {
                Number = message.Reference?.Number,
                Quantity = only.Value,
                Filter = "asked",
                Named = thing.IsEmpty ? null : message.Slice(thing),
            }
            : null;
    }

    // Without a number the words must speak of changing, or of no goods: 口罩只要90个就够了 may be a new ask.
    private static bool IsTold(Message message, string text, Amount only, Span thing)
    {
        var mended = Mend.In(text);
        var total = Total.Find(text) is var at and >= 0 && only.Start - at is > 0 and < 12;
        var suffices = Suffices.At(text, only.End) > 0 || Suffices.In(text, only.End, Math.Min(text.Length, only.End + 8));
        return mended && (total || suffices || message.Reference is not null || thing.IsEmpty || Days.Has(text, 0, "我的"))
            || message.Reference is not null && total && (suffices || Less.In(text))
            || thing.IsEmpty && only.UnitEnd > only.UnitStart && total && suffices
            || !Goods.Has(text) && suffices && IsBare(text, only);
    }

    // 90个就够了, with no more words before it.
    private static bool IsBare(string text, Amount only) => text.AsSpan(0, only.Start).Count('\u0001') == 0 && only.Start <= 6;

    private static bool IsFigure(string text, Amount amount) =>
        amount is { Value: not null, Doubt: null }
        && !(amount.UnitEnd > amount.UnitStart && People.Counts(text[amount.UnitStart..amount.UnitEnd]))
        && !Days.Has(text, amount.End, "人");

    private static Span Thing(string text, Amount only)
    {
        var before = Nouns.Before(text, 0, only.Start, out _);
        var name = before.IsEmpty || !Goods.Ends(before.Of(text)) ? Nouns.After(text, only.End, text.Length) : before;
        return !name.IsEmpty && Goods.Ends(name.Of(text)) ? name : default;
    }
}
