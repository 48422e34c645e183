namespace MutualAid.Core.Language.Lists;

/// <summary>The number with which a row begins: 1. 2、 (3) ④ 5️⃣ 六、 and, where it is the next one, a bare 7.</summary>
/// <param name="Value">What it counts.</param>
/// <param name="Typed">As typed, without its dot.</param>
/// <param name="End">Where the row itself begins.</param>
internal sealed record RowNumber(int Value, string Typed, int End)
{
    private const string KeycapTen = "\U0001F51F";

    public static RowNumber? Read(ListLine line, int previous)
    {
        var text = line.Folded;
        var at = 0;
        while (at < text.Length && text[at] is ' ' or '-' or '•' or '·')
        {
            at++;
        }

        return at >= text.Length
            ? null
            : Circled(line, at)
                ?? Keycap(line, at)
                ?? Ten(line, at)
                ?? Bracketed(line, at)
                ?? Hash(line, at)
                ?? Digits(line, at, previous)
                ?? Chinese(line, at);
    }

    private static RowNumber? Circled(ListLine line, int at)
    {
        var c = line.Folded[at];
        return Texts.IsCircled(c) && c is >= '①' and <= '⑳'
            ? new RowNumber(c - '①' + 1, line.Typed.Substring(at, 1), Past(line.Folded, at + 1))
            : null;
    }

    private static RowNumber? Bracketed(ListLine line, int at)
    {
        var end = Run(line.Folded, at + 1);
        return line.Folded[at] == '(' && end > at + 1 && end < line.Folded.Length && line.Folded[end] == ')'
            ? Make(line, at + 1, end, end + 1)
            : null;
    }

    // #14 Petra; the head of a card of ours begins so too, and has parts or a title.
    private static RowNumber? Hash(ListLine line, int at)
    {
        var text = line.Folded;
        var end = Run(text, at + 1);
        return text[at] == '#' && end > at + 1 && end - at < 5 && end < text.Length && text[end] is ' ' or ':' or '.' && !IsCard(line.Typed)
            ? Make(line, at + 1, end, Past(text, end + 1))
            : null;
    }

    private static bool IsCard(string typed) => typed.AsSpan().IndexOfAny('《', '｜') >= 0;

    private static RowNumber? Digits(ListLine line, int at, int previous)
    {
        var text = line.Folded;
        var end = Run(text, at);
        if (end == at || end - at > 4)
        {
            return null;
        }

        var number = Make(line, at, end, end);
        var next = number.Value == previous + 1;
        return end == text.Length ? number
            : text[end] is '、' or ')' or ',' or '。' ? number with { End = Past(text, end + 1) }
            : text[end] is '.' or ':' ? (next || !StartsDigit(text, end + 1) ? number with { End = Past(text, end + 1) } : null)
            : text[end] == ' '
                ? (
                    number.Value > previous && number.Value <= previous + 3 && !StartsUnit(text, end)
                        ? number with
                        {
                            End = Past(text, end),
                        }
                        : null
                )
            : next && (Texts.IsHan(text[end]) || Texts.IsNoise(text[end])) && !IsAmount(text, end) ? number
            : null;
    }

    // 5️⃣, 1️⃣1️⃣
    private static RowNumber? Keycap(ListLine line, int at)
    {
        var (value, end) = (0, at);
        while (end < line.Folded.Length && char.IsAsciiDigit(line.Folded[end]) && end - at < 12)
        {
            var i = end + 1 < line.Folded.Length && line.Folded[end + 1] == '\ufe0f' ? end + 2 : end + 1;
            if (i >= line.Folded.Length || line.Folded[i] != '\u20e3')
            {
                break;
            }

            (value, end) = ((value * 10) + (line.Folded[end] - '0'), i + 1);
        }

        return end > at ? new RowNumber(value, line.Typed[at..end], Past(line.Folded, end)) : null;
    }

    private static RowNumber? Ten(ListLine line, int at) =>
        string.CompareOrdinal(line.Folded, at, KeycapTen, 0, KeycapTen.Length) == 0
            ? new RowNumber(10, KeycapTen, Past(line.Folded, at + KeycapTen.Length))
            : null;

    private static RowNumber? Chinese(ListLine line, int at)
    {
        var text = line.Folded;
        return
            Numerals.Read(text, at) is { Kind: NumeralKind.Exact, Arabic: false, Value: > 0 and < 1000 } n
            && n.Value == decimal.Truncate(n.Value)
            && n.End < text.Length
            && text[n.End] is '、' or '.'
            ? new RowNumber((int)n.Value, line.Typed[at..n.End], Past(text, n.End + 1))
            : null;
    }

    private static RowNumber Make(ListLine line, int from, int to, int end) =>
        new(int.Parse(line.Folded.AsSpan(from, to - from)), line.Typed[from..to], Past(line.Folded, end));

    // 2张三 1份 is row 2, 2张 床单 is two of them.
    private static bool IsAmount(string text, int end) =>
        Units.At(text, end) is var unit and > 0 && (end + unit >= text.Length || text[end + unit] == ' ') || Units.IsForeign(text, end);

    private static bool StartsUnit(string text, int space) =>
        Units.At(text, Past(text, space)) is > 0 and var unit && EndsAt(text, Past(text, space) + unit);

    private static bool EndsAt(string text, int at) => at >= text.Length || !Texts.IsWord(text[at]);

    private static bool StartsDigit(string text, int at) => at < text.Length && char.IsAsciiDigit(text[at]);

    private static int Run(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int Past(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '.' or '、' or '\ufe0f')
        {
            at++;
        }

        return at;
    }
}
