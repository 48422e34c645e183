namespace MutualAid.Core.Language.Lists;

/// <summary>Words of a row that are no things: politeness, reasons, corrections, what is no longer wanted.</summary>
internal static class RowRemarks
{
    private static readonly Lexicon Gone = Lexicon.Listed("RowRemarksGone");
    private static readonly Lexicon Changes = new("改 改成 改为 换成 变成 变 改要 更正 更正为 更改为");
    private static readonly Lexicon Or = new("还是 或 或者 要么 or");
    private static readonly Lexicon Asides = Lexicon.Listed("RowRemarksAsides");
    private static readonly Lexicon Open = new(
        "在路上 已到 已有 还差 还缺 已领 已送到 待定 不确定 待核实 没定 看情况 不限 看着给 随便 少许"
    );

    /// <summary>Whether the row is taken back; 米粉一盒 奶瓶不用了 takes back the bottle only.</summary>
    public static bool IsGone(string text, List<Piece> pieces, bool counted)
    {
        for (var at = Gone.Find(text); at >= 0; at = Gone.Find(text, at + 1))
        {
            var word = pieces.Find(piece => piece.Start <= at && at < piece.End);
            var isOne = counted && word is { Kind: PieceKind.Word } && word.Start < at && Goods.Ends(text[word.Start..at]);
            if (!isOne)
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsChange(string text, Piece word) => Changes.Is(text[word.Start..word.End].Trim('*', '\ufe0f', ' '));

    public static bool IsChoice(string text, Piece word) => Or.At(text, word.Start) > 0;

    /// <summary>谁有先借一罐救急: behind the things a clause that begins so asks for nothing.</summary>
    public static bool IsAside(string text, Piece word) => Asides.At(text, word.Start) > 0 && !Goods.Ends(text[word.Start..word.End]);

    /// <summary>Whether the row itself says that its amount is not settled: 面屏50个（有30个在路上）.</summary>
    public static bool IsOpen(string text) => Open.In(text);

    /// <summary>酱油1瓶 醋: a thing of which nobody says how much.</summary>
    public static bool IsUncounted(string text, Piece word, ThingNames things)
    {
        var said = text[word.Start..word.End];
        if (Names.IsNick(said) || People.IsRole(said))
        {
            return false;
        }

        return Goods.Heads.Is(said) || (things.Trusts && said.Length <= 5 && Goods.Ends(said) && Asides.At(text, word.Start) == 0);
    }
}
