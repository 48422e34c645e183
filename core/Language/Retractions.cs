namespace MutualAid.Core.Language;

/// <summary>Strikes out what a speaker takes back, and what he only heard of others before he gives: both would be read as his own.</summary>
internal static class Retractions
{
    // So far is looked back, and so often; the bounds keep reading linear.
    private const int Near = 24;
    private const int Most = 8;

    private static readonly Lexicon TakenBack = Lexicon.Listed("RetractionsTakenBack");

    // 不对 within these takes nothing back.
    private static readonly Lexicon Judging = new(
        "对不对 不对外 不对劲 不对的 不对路 不对口 不对吧 不对称 不对吗 不对啊 发错 型号不对 尺码不对 数目不对 数量不对"
    );

    private static readonly Lexicon Hearsay = new("听说 听讲 据说 看到说 看群里说 听邻居说 得知 看新闻说 heard_that i_heard");
    private static readonly Lexicon Lacking = new("缺 需要 要 不够 没有 急 short_of need");
    private static readonly Lexicon OwnGiving = Lexicon.Listed("RetractionsOwnGiving");

    public static string Strike(string text)
    {
        var struck = Heard(text);
        for (int i = 0, tried = 0; i < struck.Length && tried < Most; i++)
        {
            if (Judging.At(struck, i) is var judged and > 0)
            {
                i += judged - 1;
            }
            else if (TakenBack.At(struck, i) is var length and > 0)
            {
                struck = Back(struck, i, i + length);
                tried++;
                i += length - 1;
            }
        }

        return struck;
    }

    // 两桶油哦不对油要三桶: the amount before is struck when another one follows.
    private static string Back(string text, int at, int end)
    {
        if (First(text, end, Math.Min(text.Length, end + Near)) is null)
        {
            return text;
        }

        Amount? last = null;
        for (var i = Math.Max(0, at - Near); i < at; i++)
        {
            if (First(text, i, at) is { } amount && amount.End <= at)
            {
                (last, i) = (amount, amount.End - 1);
            }
        }

        return last is null || at - last.End > 8 ? text
            : Renames(text, end) ? Blank(text, last.Start, end)
            : Blank(Blank(text, last.Start, last.End), at, end);
    }

    // 3箱纯净水，哦不，5箱: the name stands, the amount does not.
    private static bool Renames(string text, int from)
    {
        var to = Math.Min(text.Length, from + Near);
        for (var i = from; i < to; i++)
        {
            if (Goods.Heads.At(text, i) is var length and > 0 && Units.At(text, i) != length)
            {
                return true;
            }
        }

        return false;
    }

    private static Amount? First(string text, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var inside = i > 0 && (char.IsAsciiLetterOrDigit(text[i - 1]) || Numerals.IsDigit(text[i - 1]));
            if (!inside && AmountScan.At(text, i) is { Value: not null } amount)
            {
                return amount;
            }
        }

        return null;
    }

    // 听说那边缺桌椅，我们能出12张: what is lacking is others' and is not offered.
    private static string Heard(string text)
    {
        var at = Hearsay.Find(text, 0, 10);
        var end = at;
        while (end >= 0 && end < text.Length && !(Texts.IsStop(text[end]) && text[end] != '、'))
        {
            end++;
        }

        return
            at >= 0
            && end < text.Length
            && Lacking.In(text, at, end)
            && !text.AsSpan(at, end - at).Contains("你", StringComparison.Ordinal)
            && OwnGiving.In(text, end)
            ? Blank(text, at, end)
            : text;
    }

    private static string Blank(string text, int start, int end) =>
        string.Concat(text.AsSpan(0, start), new string('\u0001', end - start), text.AsSpan(end));
}
