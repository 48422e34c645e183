namespace MutualAid.Core.Language;

/// <summary>Words with which the names of things, services and helpers end: they tell a thing from other talk.</summary>
internal static class Goods
{
    public static readonly Lexicon Heads = Lexicon.Listed("GoodsHeads");

    // 尿不湿 XL码
    private static readonly Lexicon Sizes = new(
        "xxxl xxl xl l m s xxxl码 xxl码 xl码 l码 m码 s码 nb码 大号 中号 小号 加大号 特大号 大码 中码 小码 均码 一段 二段 三段 四段 1段 2段 3段 4段 5段 6段 加大码 特大码 成人码 儿童码"
    );

    /// <summary>Whether the name ends (or is) a word for a thing.</summary>
    public static bool Ends(string folded) =>
        Heads.Before(folded, folded.Length) > 0
        || Sizes.Before(folded, folded.Length) is var size and > 0 && Heads.Before(folded, folded[..^size].TrimEnd().Length) > 0
        || (folded.Length > 0 && folded[^1] is ')' or '）');

    /// <summary>XL码, 大号: tells the kind of a thing and is none.</summary>
    public static bool IsSize(string folded) => Sizes.Is(folded);

    public static bool Has(string folded) => Heads.In(folded);
}
