namespace MutualAid.Core.Language.Lists;

/// <summary>The parts of a row, sorted out: what only tells a size, a pack, a price or a crowd is no amount of its own.</summary>
internal sealed class RowPieces
{
    private static readonly Lexicon Packs = new("盒 箱 包 提 袋 件 罐 桶 打 板 套 捆 筐");
    private static readonly Lexicon Contents = new("支 片 个 瓶 粒 只 颗 枚 卷 条 听 抽 张 双 g kg ml l 克 毫升 升");
    private static readonly Lexicon Measures = new("g kg ml l 公斤 克 千克 毫升 升 寸 码 度");
    private static readonly Lexicon Paying = Lexicon.Listed("RowPiecesPaying");

    private readonly string text;
    private readonly List<Piece> from;
    private readonly List<Piece> kept = [];

    private RowPieces(string text) => (this.text, from) = (text, RowScan.Of(text));

    public static List<Piece> Of(string text) => new RowPieces(text).Run();

    private List<Piece> Run()
    {
        for (var i = 0; i < from.Count; i++)
        {
            var (piece, next) = (from[i], i + 1 < from.Count ? from[i + 1] : null);
            piece = IsRoom(piece, next) || IsRoomBehind(piece, next) ? piece with { Kind = PieceKind.Aside, Amount = null } : piece;
            if (Joined(piece) is { } joined)
            {
                kept[^1] = joined;
            }
            else if (IsSize(piece, next) || IsBracketOfName(piece, next))
            {
                from[i + 1] = next! with { Mark = next.Mark == '\0' ? piece.Mark : next.Mark };
            }
            else
            {
                kept.Add(IsBeside(piece, next) ? piece with { Kind = PieceKind.Aside, Amount = null } : piece);
            }
        }

        return kept;
    }

    private Piece? Last => kept.Count > 0 ? kept[^1] : null;

    // 一斤二两 is 1.2斤; 尿布（M号）4包 keeps its bracket.
    private Piece? Joined(Piece piece)
    {
        if (
            piece is { Amount: { Value: { } liang } part, Glued: true }
            && Last is { Amount: { Value: { } jin } whole }
            && Unit(whole) is "斤" or "市斤"
        )
        {
            return Unit(part) == "两" && liang < 10 && jin == decimal.Truncate(jin)
                ? Last with
                {
                    End = piece.End,
                    Amount = whole with { End = part.End, Value = jin + (liang / 10) },
                }
                : null;
        }

        return null;
    }

    // 204 阿紫 垃圾袋 2卷
    private bool IsRoom(Piece piece, Piece? next) =>
        piece == from[0]
        && piece is { Amount: { Bare: true, Value: >= 100 } amount }
        && amount.End - amount.Start is 3 or 4
        && next is { Kind: PieceKind.Word or PieceKind.Amount, Mark: ' ' }
        && from.Skip(1).Any(it => it.Amount is not null);

    // 鲈鱼2条 岑岑 901
    private bool IsRoomBehind(Piece piece, Piece? next) =>
        piece is { Amount: { Bare: true, Value: >= 100 } amount, Mark: ' ' }
        && amount.End - amount.Start is 3 or 4
        && next is null or { Kind: PieceKind.Aside }
        && Last is { Kind: PieceKind.Word } who
        && ThingKinds.IsCalled(text[who.Start..who.End])
        && kept.Exists(it => it.Amount is { Bare: false });

    // 3段 900g 4罐
    private bool IsSize(Piece piece, Piece? next) =>
        piece.Amount is { Value: not null } size
        && next is { Amount.Value: not null, Mark: '\0' or ' ' or '/' or '*' }
        && Measures.Is(Unit(size))
        && Unit(next.Amount!) is { Length: > 0 } unit
        && !Measures.Is(unit);

    // The bracket of a name that is counted: kept when it only describes, 轮椅（押金300）一辆 drops it.
    private bool IsBracketOfName(Piece piece, Piece? next)
    {
        if (
            piece is not { Kind: PieceKind.Aside, Glued: true }
            || !Texts.IsOpen(text[piece.Start])
            || next?.Amount is null
            || Last is not { Kind: PieceKind.Word } word
        )
        {
            return false;
        }

        var isThing =
            kept.Exists(it => it.Kind == PieceKind.Word && it != word)
            || (Goods.Ends(text[word.Start..word.End]) && !Names.IsPerson(text[word.Start..word.End]));
        if (isThing && piece.End - piece.Start <= 8 && Describes(text[(piece.Start + 1)..(piece.End - 1)]))
        {
            kept[^1] = word with { End = piece.End };
        }

        return isThing;
    }

    // 轮椅（借）1台 is a wheelchair.
    private static bool Describes(string inside) =>
        !Phrases.Verbs.Is(inside)
        && !Phrases.Leads.Is(inside)
        && Enumerable.Range(0, inside.Length).All(at => AmountScan.At(inside, at) is null or { Bare: true, Value: < 10 });

    private bool IsBeside(Piece piece, Piece? next) =>
        piece.Amount is { } amount && (IsContent(piece, amount) || IsMoney(amount, next) || IsCrowd(piece, amount, next));

    // 1盒12支
    private bool IsContent(Piece piece, Amount amount) =>
        piece.Glued
        && Last?.Amount is { } pack
        && RowPieces.Packs.Is(Unit(pack))
        && Contents.Is(Unit(amount))
        && Unit(pack) != Unit(amount);

    // 50块已转, 微信转了38
    private bool IsMoney(Amount amount, Piece? next)
    {
        if (Last is { Kind: PieceKind.Word } word && Paying.Is(text[word.Start..word.End]))
        {
            return true;
        }

        return Unit(amount) == "块" && next is { Kind: PieceKind.Word, Mark: '\0' or ' ' } after && Paying.At(text, after.Start) > 0;
    }

    // 一车45人 tells why, 45人 by itself is what is asked.
    private bool IsCrowd(Piece piece, Amount amount, Piece? next) =>
        kept.Exists(it => it.Amount is not null)
        && (
            (next is { Amount: { } crowd, Glued: true } && People.Counts(Unit(crowd)))
            || (piece.Glued && People.Counts(Unit(amount)) && Last is { Kind: PieceKind.Aside })
        );

    private string Unit(Amount amount) => text[amount.UnitStart..amount.UnitEnd];
}
