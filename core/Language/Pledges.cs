namespace MutualAid.Core.Language;

/// <summary>So much of what is being talked about, with nothing else said: 我来80个, 我出20, 咱家拿两箱, I'll bring 20.</summary>
public static class Pledges
{
    private const int Longest = 40;

    private static readonly Lexicon Beginnings = new([
        .. from who in (string[])["我", "我们", "咱", "咱们", "俺", "俺们"]
        from place in (string[])["", "家", "这边", "这", "先", "可以", "能", "也", "再"]
        from verb in (string[])["来", "出", "拿", "送", "给", "带", "包", "凑", "供", "有"]
        select who + place + verb,
        "i'll_bring_",
        "i_will_bring_",
        "i_can_bring_",
        "i'll_take_",
        "i_can_give_",
        "we'll_bring_",
        "we_can_bring_",
    ]);

    /// <summary>How many; null: it says something else, or more than that.</summary>
    public static decimal? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > Longest)
        {
            return null;
        }

        var folded = Folding.Align(text);
        var start = Reader.Lead(folded).Start;
        var length = Beginnings.At(folded, start);
        return length > 0 && Quantities.Read(text[(start + length)..]) is { Outcome: QuantityOutcome.Value, Value: { } value }
            ? value
            : null;
    }
}
