namespace MutualAid.Core.Language;

/// <summary>What has not come is not waited for: 剩下的不用送了, 1号还有2个没有送来，不用等了.</summary>
internal static class Enough
{
    // It is said in few words; the bound keeps reading linear.
    private const int Longest = 60;

    private static readonly Lexicon Rest = Lexicon.Listed("EnoughRest");
    private static readonly Lexicon Off = Lexicon.Listed("EnoughOff");
    private static readonly Lexicon Still = new("还差 还缺 差 缺 就差 只差");
    private static readonly Lexicon Unsent = new("没送 没到 没来 没有送 没有到 没有来 没收 没拿 没给 没有收 未到 未送");
    private static readonly Lexicon Others = new("我来 我出 我送 我们出 我们送 别人 下次 明天 改天 吃 收到 签收");

    public static Meaning? Read(Message message)
    {
        var text = message.Folded;
        if (
            text.Length > Longest
            || Cues.Question.In(text)
            || message.Reference is { Kind: ReferenceKind.Class or ReferenceKind.Shift }
            || Others.In(text)
        )
        {
            return null;
        }

        var masked = message.Masked(message.Reference is { } named ? [new Span(named.Start, named.End)] : []);
        var missing = Missing(masked);
        var at = missing?.Start ?? Rest.Find(masked);
        return at >= 0 && Off.In(masked, at)
            ? new Meaning("enough")
            {
                Number = message.Reference?.Number,
                Quantity = missing?.Value,
                Named = Thing(masked) is { IsEmpty: false } thing ? message.Slice(thing) : null,
            }
            : null;
    }

    // 还有2个没有送来; 那差的2个
    private static Amount? Missing(string text)
    {
        foreach (var clause in Clauses.Of(text))
        {
            foreach (var amount in clause.Amounts)
            {
                var told = Still.Before(text, amount.Start, clause.Start) > 0 || Rest.Before(text, amount.Start, clause.Start) > 0;
                if (amount.Value is not null && (told || Unsent.In(text, amount.End, Math.Min(text.Length, amount.End + 8))))
                {
                    return amount;
                }
            }
        }

        return null;
    }

    private static Span Thing(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var name = Texts.IsWord(text[i]) ? Nouns.After(text, i, Math.Min(text.Length, i + 10)) : default;
            if (!name.IsEmpty && name.Start == i && Goods.Heads.Is(name.Of(text)))
            {
                return name;
            }
        }

        return default;
    }
}
