namespace MutualAid.Core.Language.Lists;

/// <summary>What may be a thing in this list: words for goods, words of the header, and what several rows name.</summary>
internal sealed class ThingNames(string header, IReadOnlySet<string> repeated)
{
    /// <summary>Where only things are named, any word is one.</summary>
    public static readonly ThingNames Any = new("", new HashSet<string>()) { Trusts = true };

    /// <summary>Whether the rows of the list name a thing as a rule: then even an unknown word before an amount is one.</summary>
    public bool Trusts { get; init; }

    public bool Knows(string folded) =>
        folded.Length > 0
        && (Goods.Heads.Is(folded) || repeated.Contains(folded) || InHeader(folded) || (folded.Length > 2 && Goods.Ends(folded)));

    /// <summary>A word for goods and nothing more, or said in this list.</summary>
    public bool Names(string folded) => Goods.Heads.Is(folded) || Says(folded);

    /// <summary>Said in this list, not only a word for goods.</summary>
    public bool Says(string folded) => folded.Length > 0 && (repeated.Contains(folded) || InHeader(folded));

    /// <summary>Glued to a name it can only be a thing: several rows say it, or the header does and it is a word for goods.</summary>
    public bool IsSure(string folded) => repeated.Contains(folded) || (InHeader(folded) && Goods.Ends(folded));

    private bool InHeader(string folded) =>
        (folded.Length > 1 || char.IsAsciiLetter(folded[0])) && header.Contains(folded, StringComparison.Ordinal);
}
