namespace MutualAid.Core.Language.Lists;

internal enum PieceKind
{
    Word,
    Amount,
    Place,

    /// <summary>A room, a phone, a bracket: never a name of a thing.</summary>
    Aside,
}

/// <summary>A part of a row.</summary>
/// <param name="Mark">The sign before it; U+0000 when it is glued to what stands before.</param>
internal sealed record Piece(PieceKind Kind, int Start, int End, char Mark)
{
    public Amount? Amount { get; init; }

    public bool Glued => Mark == '\0';
}

/// <summary>Divides a row into words, amounts, places and asides.</summary>
internal sealed class RowScan
{
    // N95 300 is three hundred of N95.
    private static readonly Lexicon Models = new("n95 n99 n100 p2 p95 p100 a3 a4 a5 b5 v8 c1 b12 b6");

    private readonly string text;
    private readonly List<Span> phones;
    private readonly List<(int Start, int End)> places;
    private readonly List<Piece> pieces = [];
    private char mark = ' ';
    private bool begun;

    private RowScan(string folded)
    {
        text = folded;
        phones = Phones.Find(folded);
        places = Places.FindAll(folded, null);
    }

    public static List<Piece> Of(string folded) => new RowScan(folded).Run();

    private List<Piece> Run()
    {
        for (var i = 0; i < text.Length; )
        {
            i = IsMark(i) ? Skip(i) : Aside(i) ?? Place(i) ?? Letter(i) ?? Counted(i) ?? Word(i);
        }

        return pieces;
    }

    private int Skip(int i)
    {
        mark = mark is '\0' or ' ' ? text[i] : mark;
        return i + 1;
    }

    private int Add(PieceKind kind, int start, int end, Amount? amount = null)
    {
        pieces.Add(new Piece(kind, start, end, mark) { Amount = amount });
        (mark, begun) = ('\0', begun || kind is PieceKind.Word or PieceKind.Amount);
        return end;
    }

    private bool IsMark(int i) =>
        text[i]
            is ' '
                or ','
                or '、'
                or ';'
                or ':'
                or '|'
                or '/'
                or '\n'
                or '。'
                or '!'
                or '~'
                or '='
                or '+'
                or '-'
                or '—'
                or '→'
                or '.'
                or '?';

    private int? Aside(int i)
    {
        var close = text[i] == '【' ? text.IndexOf('】', i) + 1 : Texts.PastBracket(text, i);
        if (close > i)
        {
            return Add(PieceKind.Aside, i, close);
        }

        if (phones.Find(phone => phone.Start == i) is { IsEmpty: false } phone)
        {
            return Add(PieceKind.Aside, i, phone.End);
        }

        var end = InNumber(i) ? i : RowAsides.End(text, i, begun);
        return end > i ? Add(PieceKind.Aside, i, end) : null;
    }

    private int? Place(int i) => places.Find(place => place.Start == i) is { End: > 0 } found ? Add(PieceKind.Place, i, found.End) : null;

    // A2份, B×1: a letter that stands for a thing.
    private int? Letter(int i)
    {
        if (Models.At(text, i) > 0 || !char.IsAsciiLetter(text[i]) || text[i] == 'x' || (i > 0 && char.IsAsciiLetter(text[i - 1])))
        {
            return null;
        }

        var from = i + 1 < text.Length && text[i + 1] is '*' or 'x' ? i + 2 : i + 1;
        if (from >= text.Length || !char.IsAsciiDigit(text[from]))
        {
            return null;
        }

        var amount = AmountScan.At(string.Concat(new string(' ', from), text.AsSpan(from)), from);
        if (amount is null || (amount.Bare && amount.End < text.Length && Texts.IsHan(text[amount.End])))
        {
            return null;
        }

        Add(PieceKind.Word, i, i + 1);
        return Add(PieceKind.Amount, from, amount.End, amount);
    }

    private int? Counted(int i)
    {
        var from = text[i] is '*' or 'x' && i + 1 < text.Length && (text[i + 1] == ' ' || char.IsAsciiDigit(text[i + 1])) ? i + 1 : i;
        while (from > i && from < text.Length && text[from] == ' ')
        {
            from++;
        }

        return from < text.Length && Amount(from) is { } amount ? Add(PieceKind.Amount, from, amount.End, amount) : null;
    }

    private Amount? Amount(int i)
    {
        if (InNumber(i) || AmountScan.At(text, i) is not { } amount)
        {
            return null;
        }

        var glued = amount.End < text.Length && Texts.IsWord(text[amount.End]);
        var chinese = !char.IsAsciiDigit(text[amount.Start]);
        return
            glued
            && (amount.Bare || (chinese && !begun && Goods.Heads.At(text, amount.End) == 0 && AmountScan.At(text, amount.End) is null))
            ? null
            : WithoutBracket(amount);
    }

    // A bracket that is no pack is a note.
    private Amount WithoutBracket(Amount amount) =>
        amount.PackSize is null && Texts.IsClose(text[amount.End - 1])
            ? amount with
            {
                End = text.LastIndexOfAny(['(', '[', '〔'], amount.End - 1),
            }
            : amount;

    private bool InNumber(int i) =>
        i > 0
        && (Numerals.IsDigit(text[i]) || Numerals.IsMultiplier(text[i]))
        && (char.IsAsciiDigit(text[i - 1]) || text[i - 1] is '第' or '.');

    private int Word(int i)
    {
        var end = i + 1;
        while (end < text.Length && !IsMark(end) && !Texts.IsOpen(text[end]) && text[end] != '【' && !EndsWord(end))
        {
            end++;
        }

        return Add(PieceKind.Word, i, end);
    }

    private bool EndsWord(int i) =>
        Amount(i) is not null
        || (text[i] is '*' or 'x' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) && !char.IsAsciiLetter(text[i - 1]));
}
