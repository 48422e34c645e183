namespace MutualAid.Core.Language;

/// <summary>Words with which the names of things, services and helpers end: they tell a thing from other talk.</summary>
internal static class Goods
{
    public static readonly Lexicon Heads = Lexicon.Listed("GoodsHeads");

    /// <summary>Whether the name ends (or is) a word for a thing.</summary>
    public static bool Ends(string folded) => Heads.Before(folded, folded.Length) > 0 || (folded.Length > 0 && folded[^1] is ')' or '）');

    public static bool Has(string folded) => Heads.In(folded);
}
