namespace MutualAid.Core.Language;

/// <summary>What a text says that should be a quantity and nothing else.</summary>
public enum QuantityOutcome
{
    /// <summary>It is no quantity.</summary>
    NotMine,
    Value,

    /// <summary>Several amounts, or none, may be meant: the bot asks.</summary>
    Ask,

    /// <summary>It is said clearly but cannot stand (too large, negative, 1e9).</summary>
    Refuse,
}

/// <summary>A whole text read as a quantity.</summary>
/// <param name="Value">Set when the outcome is <see cref="QuantityOutcome.Value"/>.</param>
/// <param name="Unit">As typed; 俩 and 仨 give 个.</param>
public sealed record QuantityReading(QuantityOutcome Outcome, decimal? Value = null, string? Unit = null)
{
    public static readonly QuantityReading NotMine = new(QuantityOutcome.NotMine);

    public Hedge Hedge { get; init; }

    /// <summary>Why it is asked or refused.</summary>
    public DoubtKind? Kind { get; init; }

    /// <summary>What may be meant, as text that itself is a quantity.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    public decimal? PackSize { get; init; }
    public string? PackUnit { get; init; }

    /// <summary>The sum over the packs (3箱(每箱48个) = 144), beside the value and never in its place.</summary>
    public decimal? PackTotal => Value * PackSize;
}

/// <summary>Reads a text that wholly is a quantity: an answer to the question "how many?".</summary>
public static class Quantities
{
    private static readonly Lexicon Courtesy = new("您好 你好 好的 请 麻烦 麻烦您 麻烦你 请帮我 帮我 那就 那 please");
    private static readonly Lexicon Lead = new("要 来 给 就 大家要 我要 再来 再要 共 一共 总共 改成 改为 改到 需要 make it");
    private static readonly Lexicon Tail = new(
        "吧 就行 就够 就够了 就好 即可 可以了 够了 哈 啊 呢 的 了 谢谢 谢谢您 谢谢你 谢谢了 多谢 辛苦了 please thanks 。 ! ,"
    );

    /// <summary>Reads the whole text; other words beside the quantity make it <see cref="QuantityOutcome.NotMine"/>.</summary>
    public static QuantityReading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = Folding.Align(text);
        var (start, end) = Bounds(folded);
        if (start >= end || end - start > 60)
        {
            return QuantityReading.NotMine;
        }

        var part = folded[start..end];
        if (part[0] == '-' && Numerals.Read(part, 1) is not null)
        {
            return Refused(DoubtKind.QuantityInvalid);
        }

        var amount = Packs.At(part, 0) ?? AmountScan.At(part, 0) ?? LoneDigit(part);
        return amount is null || amount.End != part.Length ? QuantityReading.NotMine : From(amount, text.Substring(start, end - start));
    }

    internal static IReadOnlyList<string> ChoiceTexts(Amount amount, string unit) =>
        [.. amount.Choices.Select(c => c.ToString("0.##") + unit)];

    private static QuantityReading From(Amount amount, string text)
    {
        var unit = amount.Implied ? "个" : text[amount.UnitStart..amount.UnitEnd];
        return amount.Doubt switch
        {
            DoubtKind.QuantityTooLarge => Refused(DoubtKind.QuantityTooLarge),
            DoubtKind.QuantityInvalid when amount.Choices.Count == 0 && amount.Value is null && !IsZero(text) => Refused(
                DoubtKind.QuantityInvalid
            ),
            { } kind => new QuantityReading(QuantityOutcome.Ask) { Kind = kind, Choices = ChoiceTexts(amount, unit) },
            null => new QuantityReading(QuantityOutcome.Value, amount.Value, unit.Length == 0 ? null : unit)
            {
                Hedge = amount.Hedge,
                PackSize = amount.PackSize,
                PackUnit = amount.PackUnitEnd > amount.PackUnitStart ? text[amount.PackUnitStart..amount.PackUnitEnd] : null,
            },
        };
    }

    private static bool IsZero(string text) =>
        Folding.Align(text)[0] is '0' or '零' or '〇' && !text.Contains('e', StringComparison.OrdinalIgnoreCase);

    private static QuantityReading Refused(DoubtKind kind) => new(QuantityOutcome.Refuse) { Kind = kind };

    // As an answer 五 stands for itself; within a sentence it is too often part of a word.
    private static Amount? LoneDigit(string text) =>
        text.Length == 1 && Numerals.Read(text, 0) is { Kind: NumeralKind.Exact, Value: > 0 } n ? new Amount(0, 1, n.Value) : null;

    private static (int Start, int End) Bounds(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && text[start] is ' ' or '\n')
        {
            start++;
        }

        while (end > start && (text[end - 1] is ' ' or '\n' || Texts.IsNoise(text[end - 1])))
        {
            end--;
        }

        start = Past(Courtesy, text, start, end);
        start = Past(Courtesy, text, start, end);
        start = Past(Lead, text, start, end);
        while (end > start && Tail.Before(text, end, start) is var tail and > 0 && tail < end - start)
        {
            end -= tail;
        }

        return (start, end);
    }

    private static int Past(Lexicon words, string text, int start, int end)
    {
        var length = words.At(text, start);
        if (length > 0 && start + length < end)
            start += length;
        while (start < end && (text[start] == ' ' || (length > 0 && (text[start] is ',' or '!' || Texts.IsNoise(text[start])))))
            start++;
        return start;
    }
}
