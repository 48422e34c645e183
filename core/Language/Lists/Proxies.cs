namespace MutualAid.Core.Language.Lists;

/// <summary>Who signed up for whom: 王阿姨(小李代), 小李（代王阿姨）, 小李代王阿姨, 小李 代报 王阿姨.</summary>
internal static class Proxies
{
    private static readonly Lexicon For = new("代报 代填 代接 代买 代 替");

    public static (string Name, string? Proxy) Read(string typed, string text, int start, int end, List<Piece> pieces, ref int next)
    {
        if (
            next < pieces.Count
            && pieces[next] is { Kind: PieceKind.Aside } aside
            && Texts.IsOpen(text[aside.Start])
            && Inside(text, aside) is { } said
        )
        {
            next++;
            var other = typed[said.Start..said.End];
            return said.Leads ? (other, typed[start..end]) : (typed[start..end], other);
        }

        if (next < pieces.Count && Word(pieces, next) is { } word && For.At(text, word.Start) is var length and > 0)
        {
            return Apart(typed, start, end, pieces, word, length, ref next);
        }

        var at = For.Find(text, start + 2, end - 1);
        var whom = at < 0 ? end : at + For.At(text, at);
        return at > start && end - whom >= 2 ? (typed[whom..end], typed[start..at]) : (typed[start..end], null);
    }

    // 小陈 代报 周婆婆, 小陈 代周婆婆
    private static (string Name, string? Proxy) Apart(
        string typed,
        int start,
        int end,
        List<Piece> pieces,
        Piece word,
        int length,
        ref int next
    )
    {
        if (word.End - word.Start > length)
        {
            next++;
            return (typed[(word.Start + length)..word.End], typed[start..end]);
        }

        if (Word(pieces, next + 1) is not { } whom)
        {
            return (typed[start..end], null);
        }

        next += 2;
        return (typed[whom.Start..whom.End], typed[start..end]);
    }

    private static (int Start, int End, bool Leads)? Inside(string text, Piece aside)
    {
        var (start, end) = (aside.Start + 1, aside.End - 1);
        if (For.At(text, start) is var length and > 0 && end - start - length >= 2)
        {
            return (start + length, end, true);
        }

        var at = For.Find(text, start + 1, end);
        return at > start && at + For.At(text, at) == end ? (start, at, false) : null;
    }

    private static Piece? Word(List<Piece> pieces, int at) => at < pieces.Count && pieces[at].Kind == PieceKind.Word ? pieces[at] : null;
}
