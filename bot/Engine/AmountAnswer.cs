using MutualAid.Core.Language;

namespace MutualAid.Bot.Engine;

/// <summary>An answer to 米要多少？: one amount, one for each (各一份), or amounts of several things by name (一袋米、一桶油).</summary>
/// <param name="Each">The amount is for everything that was asked about.</param>
/// <param name="Named">Things with their amounts; empty when the answer is one amount.</param>
public sealed record AmountAnswer(QuantityReading Amount, bool Each, IReadOnlyList<Item> Named)
{
    private static readonly string[] Eachs = ["各要", "各来", "各", "每样", "每种", "都要", "都来", "都", "each", "both", "all"];

    /// <summary>Null: the text says something else.</summary>
    public static AmountAnswer? Read(string text)
    {
        if (Quantities.Read(text) is { Outcome: QuantityOutcome.Value } whole)
            return new AmountAnswer(whole, Each: false, []);
        var folded = Folding.Fold(text).Trim();
        foreach (var word in Eachs.Where(word => folded.StartsWith(word, StringComparison.Ordinal)))
        {
            if (Quantities.Read(folded[word.Length..]) is { Outcome: QuantityOutcome.Value } each)
                return new AmountAnswer(each, Each: true, []);
        }

        var items = Reader.Read($"/need {text}", new ReadingContext(DateTime.UnixEpoch, Addressed: true)).Items;
        return items.Count > 0 && items.All(item => item.Quantity is not null)
            ? new AmountAnswer(QuantityReading.NotMine, false, items)
            : null;
    }

    /// <summary>大米 is the 米 that was asked about.</summary>
    public static bool IsSame(string asked, string said)
    {
        var (one, other) = (Folding.Fold(asked).Trim(), Folding.Fold(said).Trim());
        return one.Length > 0
            && other.Length > 0
            && (one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal) || one[^1] == other[^1]);
    }

    /// <summary>It speaks of something in these words.</summary>
    public bool IsAbout(string words)
    {
        var folded = Folding.Fold(words);
        return Named.Count == 0
            || Named.Any(item =>
                Folding.Fold(item.Name).Trim() is { Length: > 0 } name
                && (folded.Contains(name, StringComparison.Ordinal) || folded.Contains(name[^1], StringComparison.Ordinal))
            );
    }
}
