namespace MutualAid.Core.Language;

/// <summary>An amount set right: 改成300个, 31号签收改成55个, 口罩改成60吧. Which amount is meant, the speaker's acts tell.</summary>
internal static class Changes
{
    public static readonly Lexicon To = new(
        "改成 改为 改到 改要 改回 改 减到 减为 减成 降到 降为 加到 加成 增加到 增到 调到 调成 调整到 调整为 更正为 更正成 应该是 应为 make_it change_to correct_to reduce_to raise_to"
    );

    private static readonly Lexicon Tail = new("吧 了 哈 哦 呢 啊 的 才对 就行 就好 谢谢 麻烦 麻烦了 ok please thanks");
    private static readonly (Lexicon Words, string Figure)[] Figures =
    [
        (new("签收 收到 收货 实收 到货 received"), "received"),
        (new("送达 送到 送货 delivered"), "delivered"),
        (new("认领 claim"), "claimed"),
        (new("需求 需要 要的 need asked"), "asked"),
    ];

    // A few words name what is changed; a long sentence tells of something else.
    private const int LongestLead = 24;

    public static Meaning? Read(Message message)
    {
        var text = message.Folded;
        var at = To.Find(text);
        if (at is < 0 or > LongestLead || message.Moments.Exists(moment => moment.Start >= at) || Cues.Question.In(text))
        {
            return null;
        }

        var start = at + To.At(text, at);
        while (start < text.Length && text[start] == ' ')
        {
            start++;
        }

        return start < text.Length && AmountScan.At(text, start) is { } amount && IsGoods(text, amount) && Ends(text, amount.End)
            ? Fill(message, at, amount)
            : null;
    }

    /// <summary>asked, claimed, delivered or received, when the words say which.</summary>
    public static string? Figure(string folded) => Array.Find(Figures, each => each.Words.In(folded)).Figure;

    private static Meaning? Fill(Message message, int at, Amount amount)
    {
        var reference = message.Reference;
        if (reference is { Kind: ReferenceKind.Class or ReferenceKind.Shift })
        {
            return null;
        }

        var from = reference is { } number && number.End <= at ? number.End : 0;
        var name = Nouns.Before(message.Folded, from, at, out _);
        return new Meaning("change")
        {
            Number = reference?.Number ?? Leading(message.Folded),
            Quantity = amount.Doubt is null ? amount.Value : null,
            Filter = Figure(message.Folded[..at]),
            Named = !name.IsEmpty && Goods.Ends(name.Of(message.Folded)) ? message.Slice(name) : null,
        };
    }

    // 31 签收改成55个
    private static int? Leading(string text) =>
        References.Number(text, 0) is { } number && number.End < text.Length && text[number.End] == ' ' ? number.Value : null;

    private static bool IsGoods(string text, Amount amount) =>
        amount.UnitEnd <= amount.UnitStart || !People.Counts(text[amount.UnitStart..amount.UnitEnd]);

    private static bool Ends(string text, int i)
    {
        while (i < text.Length)
        {
            var tail = Tail.At(text, i);
            if (tail == 0 && Texts.IsWord(text[i]))
            {
                return false;
            }

            i += Math.Max(1, tail);
        }

        return true;
    }
}
