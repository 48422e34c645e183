namespace MutualAid.Core.Language.Lists;

/// <summary>Reads what stands behind the number of a chain's row: who, how much of what, and the rest as a note.</summary>
internal sealed class ChainRow
{
    private static readonly Lexicon Titles = Lexicon.Listed("ChainRowTitles");

    private readonly string typed;
    private readonly string text;
    private readonly ThingNames things;
    private readonly bool nobody;
    private readonly List<Piece> pieces;
    private readonly RowItems items;
    private readonly List<string> notes = [];
    private int next;

    private ChainRow(string typed, string folded, ThingNames things, bool nobody)
    {
        (this.typed, text, this.things, this.nobody) = (typed, folded, things, nobody);
        pieces = RowPieces.Of(folded);
        items = new RowItems(typed, folded, things);
    }

    /// <param name="nobody">Whether the rows of the list begin with the thing.</param>
    public static PastedRow Read(string typed, string folded, ThingNames things, bool nobody = false) =>
        LatinRow.Read(typed, folded) ?? new ChainRow(typed, folded, things, nobody).Run();

    /// <summary>Things and amounts only, without anybody's name.</summary>
    public static PastedRow Things(string typed)
    {
        var folded = Folding.Align(typed);
        if (folded.Any(Texts.IsHan) || folded.Length > ChainList.Longest)
        {
            return new ChainRow(typed, folded, ThingNames.Any, true).Run();
        }

        var items = LatinItems.Read(typed, folded, 0, folded.Length, out var isVague);
        return new PastedRow(typed.Trim()) { Items = items, Doubts = isVague ? [RowDoubt.VagueQuantity] : [] };
    }

    private PastedRow Run()
    {
        var community = Before(out var room);
        var (name, proxy) = nobody ? ("", null) : Who();
        items.Read(pieces, next, notes);
        if (name.Length == 0 && (community ?? room) is { } place)
        {
            name = place;
            notes.Remove(room ?? "");
        }

        if (
            (nobody || items.Found is [{ Name.Length: 0 }])
            && name.Length == 0
            && items.Found.Count > 0
            && notes is [var signed, ..]
            && ThingKinds.IsCalled(Folding.Align(signed))
        )
        {
            name = signed;
            notes.RemoveAt(0);
        }

        var row = new PastedRow(typed.Trim())
        {
            Name = name,
            Proxy = proxy,
            Items = items.Found,
            Community = community ?? items.Place,
            Note = string.Join(' ', notes),
        };
        return row with { Doubts = [.. Doubts(row)] };
    }

    // A room or a community may stand before the name.
    private string? Before(out string? room)
    {
        (string? community, room) = (null, null);
        for (; next < pieces.Count && pieces[next].Kind is PieceKind.Aside or PieceKind.Place; next++)
        {
            if (pieces[next].Kind == PieceKind.Place)
            {
                community = Typed(pieces[next]);
            }
            else
            {
                room ??= Typed(pieces[next]);
                notes.Add(Typed(pieces[next]));
            }
        }

        return community;
    }

    private (string Name, string? Proxy) Who()
    {
        if (next >= pieces.Count || pieces[next].Kind != PieceKind.Word || IsThing(next))
        {
            return ("", null);
        }

        var first = pieces[next++];
        var end = Joined(first.End);
        end = next < pieces.Count && pieces[next] is { Kind: PieceKind.Amount, Glued: true } ? items.Unglue(first.Start, end) : end;
        return Proxies.Read(typed, text, first.Start, end, pieces, ref next);
    }

    // 1. 鸡蛋 2份 names no one; where things are named and a room stands before, 3-502 创可贴1盒 does not either.
    private bool IsThing(int at) =>
        at + 1 < pieces.Count
        && pieces[IsKind(at + 1) ? at + 2 : at + 1] is { Kind: PieceKind.Amount } amount
        && text[pieces[at].Start..pieces[at].End] is var word
        && (
            (word.Length > 1 && Goods.Heads.Is(word))
            || (amount.Glued && things.Says(word))
            || (things.Trusts && at > 0 && !Names.IsNick(word) && !Titles.Is(word[^1..]))
        );

    // 尿垫 XL 3包
    private bool IsKind(int at) =>
        at + 1 < pieces.Count
        && pieces[at] is { Kind: PieceKind.Word, Mark: ' ' } word
        && things.Trusts
        && ThingKinds.IsKind(text[word.Start..word.End]);

    // 关 姐, Ben Carter
    private int Joined(int end)
    {
        while (
            next < pieces.Count
            && pieces[next] is { Kind: PieceKind.Word, Mark: ' ' } word
            && pieces[next - 1] is var before
            && (
                (
                    before.End - before.Start == 1
                    && Texts.IsHan(text[before.Start])
                    && next == NameStart() + 1
                    && (word.End - word.Start == 1 || Titles.Is(text[word.Start..word.End]))
                ) || (Texts.IsLatin(text[word.Start]) && Texts.IsLatin(text[before.Start]) && !things.Knows(text[word.Start..word.End]))
            )
        )
        {
            end = word.End;
            next++;
        }

        return end;
    }

    private int NameStart() => pieces.FindIndex(piece => piece.Kind == PieceKind.Word);

    private IEnumerable<RowDoubt> Doubts(PastedRow row)
    {
        if (RowRemarks.IsGone(text, pieces, row.Items.Count > 0))
        {
            yield return RowDoubt.Withdrawn;
        }
        else if ((row.Name.Length == 0 && !(nobody && items.Found.Count > 0)) || items.Unclear)
        {
            yield return RowDoubt.Unreadable;
        }
        else if (items.Vague)
        {
            yield return RowDoubt.VagueQuantity;
        }
    }

    private string Typed(Piece piece) => typed[piece.Start..piece.End];
}
