namespace MutualAid.Core.Language;

/// <summary>Acts told of without a number: 60个口罩我已经送到了, 我来不了了，退回认领. Which request is meant, the speaker's promises tell.</summary>
internal static class Unnumbered
{
    // The speaker's own doing: 送到了 alone may be a gift that came in.
    private static readonly Lexicon Brought = new([
        .. from who in (string[])["我", "我们", "咱们", "俺"]
        from done in (string[])["已经", "已", "刚", "刚刚", "都", ""]
        from verb in (string[])["送到", "送达", "送过去", "送去了"]
        select who + done + verb,
    ]);

    // Less came than was promised: whoever says so had been told how much would come.
    private static readonly Lexicon CameShort = new([
        .. from came in (string[])["收到", "签收", "到了", "拿到"]
        from only in (string[])["只", "实际", "实际只", "其实只", "一共只"]
        select only + came,
        "实际只有",
        "其实只有",
        "实际是",
    ]);

    private static readonly Lexicon GivenBack = new("退回认领 放弃认领 取消认领 把认领退了 认领退回");
    private static readonly Lexicon NotDone = new("吗 ? 才能 怎么 没送 还没 给我 谁 需要 急需 还缺");

    public static Meaning? Read(Message message)
    {
        var text = message.Folded;
        var act =
            Brought.In(text) ? "delivered"
            : GivenBack.In(text) ? "release"
            : CameShort.In(text) && Cues.Received.In(text) ? "received"
            : null;
        if (act is null || NotDone.In(text))
        {
            return null;
        }

        var items = ItemScan.Read(message.Text, message.Masked(Phones.Find(text)), ItemMode.Sentence).Items;
        if (act == "received")
        {
            return Counted(text) is [var came] ? new Meaning(act) { Quantity = came.Value } : null;
        }

        return items is [var only] ? new Meaning(act) { Named = only.Name, Quantity = only.Quantity } : new Meaning(act);
    }

    private static List<Amount> Counted(string text) =>
        [.. Clauses.Of(text).SelectMany(clause => clause.Amounts).Where(amount => amount is { Value: not null, Doubt: null })];
}
