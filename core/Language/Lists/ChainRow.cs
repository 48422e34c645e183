namespace MutualAid.Core.Language.Lists;

/// <summary>Reads what stands behind the number of a chain's row: who, how much of what, and the rest as a note.</summary>
internal sealed class ChainRow
{
    private static readonly Lexicon Gone = new("取消 不要了 不要啦 不用了 退出 退了 作废 不买了 不订了 不参加 撤回 删除 cancel cancelled");

    private readonly string typed;
    private readonly string text;
    private readonly ThingNames things;
    private readonly List<Piece> pieces;
    private readonly RowItems items;
    private readonly List<string> notes = [];
    private int next;

    private ChainRow(string typed, string folded, ThingNames things)
    {
        (this.typed, text, this.things) = (typed, folded, things);
        pieces = RowScan.Of(folded);
        items = new RowItems(typed, folded, things);
    }

    public static PastedRow Read(string typed, string folded, ThingNames things) => new ChainRow(typed, folded, things).Run();

    /// <summary>Things and amounts only, without anybody's name.</summary>
    public static PastedRow Things(string typed)
    {
        var row = new ChainRow(typed, Folding.Align(typed), ThingNames.Any);
        row.items.Read(row.pieces, 0, row.notes);
        var read = new PastedRow(typed.Trim()) { Name = " ", Items = row.items.Found };
        return read with { Name = "", Doubts = [.. row.Doubts(read)] };
    }

    private PastedRow Run()
    {
        var community = Before(out var room);
        var (name, proxy) = Who();
        items.Read(pieces, next, notes);
        if (name.Length == 0 && (community ?? room) is { } place)
        {
            name = place;
            notes.Remove(room ?? "");
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

    // 1. 鸡蛋 2份 names no one.
    private bool IsThing(int at) =>
        at + 1 < pieces.Count
        && pieces[at + 1] is { Kind: PieceKind.Amount } amount
        && text[pieces[at].Start..pieces[at].End] is var word
        && ((word.Length > 1 && Goods.Heads.Is(word)) || (amount.Glued && things.Says(word)));

    // 关 姐, Ben Carter
    private int Joined(int end)
    {
        while (
            next < pieces.Count
            && pieces[next] is { Kind: PieceKind.Word, Mark: ' ' } word
            && pieces[next - 1] is var before
            && (
                (before.End - before.Start == 1 && Texts.IsHan(text[before.Start]) && next == NameStart() + 1)
                || (Texts.IsLatin(text[word.Start]) && Texts.IsLatin(text[before.Start]) && !things.Knows(text[word.Start..word.End]))
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
        if (Gone.In(text))
        {
            yield return RowDoubt.Withdrawn;
        }
        else if (row.Name.Length == 0 || items.Unclear)
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
