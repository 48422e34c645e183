namespace MutualAid.Core.Language.Lists;

/// <summary>Gives each amount of a row its thing.</summary>
internal sealed class RowItems(string typed, string text, ThingNames things)
{
    private static readonly Lexicon Verbs = new("我要 我订 我买 还要 再要 再来 再加 需要 想要 要 订 买 来 拿 加 报 取 各");
    private static readonly Lexicon Sums = new("共 一共 总共 合计 共计 总计 总");
    private static readonly Lexicon PerHead = new("每户 每人 每家 每位 每个人 每栋 每楼 每班 每组 人均 户均");
    private static readonly Lexicon Measures = new("kg g 公斤 千克 克 斤 l ml 升 毫升 米 吨");
    private static readonly Lexicon Polite = new(
        "谢谢 感谢 辛苦 麻烦 多谢 哈 吧 哦 啊 呢 啦 的 就行 就好 即可 够了 左右 以上 以内 可以 拜托"
    );

    private readonly List<Item> found = [];
    private readonly List<Piece> waiting = [];
    private List<string> notes = [];
    private bool behind;
    private bool signed;
    private bool unsure;
    private bool unnamed;
    private Piece? glued;

    public IReadOnlyList<Item> Found => found;

    public bool Vague { get; private set; }

    public bool Unclear { get; private set; }

    public string? Place { get; private set; }

    public void Read(List<Piece> pieces, int from, List<string> asides)
    {
        notes = asides;
        var first = pieces.FindIndex(from, piece => piece.Kind == PieceKind.Amount);
        behind =
            first >= 0
            && !pieces.Skip(from).Take(first - from).Any(piece => piece.Kind == PieceKind.Word && !Verbs.Is(Text(piece)))
            && glued is null;
        signed = from == 0;
        for (var i = from; i < pieces.Count; i++)
        {
            i = Take(pieces, i);
        }

        Drop();
        Unclear |= unsure && found.Count == 1;
        Vague |= (unnamed && found.Count > 0) || RowRemarks.IsOpen(text);
        Vague |= found.Count > 1 && (found.Exists(item => item.Name.Length == 0) || Repeats());
    }

    /// <summary>小庞酸奶2箱: the thing that is glued to the name is cut off, and the end of the name is returned.</summary>
    public int Unglue(int start, int end)
    {
        while (Verbs.Before(text, end, start) is var verb and > 0)
        {
            end -= verb;
        }

        if (GluedThing.Find(text, start, end, things, out var isSure) is var at && at < end)
        {
            Unclear |= !isSure;
            glued = new Piece(PieceKind.Word, at, end, ' ');
            waiting.Add(glued);
            return start + text[start..at].TrimEnd(' ').Length;
        }

        return text[start..end] is "我" ? start : end;
    }

    private int Take(List<Piece> pieces, int i)
    {
        var piece = pieces[i];
        switch (piece.Kind)
        {
            case PieceKind.Place:
                Place ??= typed[piece.Start..piece.End];
                return i;
            case PieceKind.Aside:
                unnamed |=
                    things.Trusts
                    && found.Count == 0
                    && waiting is [.., { } word]
                    && piece.Glued
                    && Texts.IsOpen(text[piece.Start])
                    && !ThingKinds.IsNick(Text(word));
                Drop();
                notes.Add(typed[piece.Start..piece.End]);
                return i;
            case PieceKind.Word:
                waiting.Add(piece);
                return i;
            default:
                return Count(pieces, i);
        }
    }

    private int Count(List<Piece> pieces, int i)
    {
        var piece = pieces[i];
        if (IsRoomNumber(piece))
        {
            Drop();
            notes.Add(typed[piece.Start..piece.End]);
            return i;
        }

        if (waiting.Count > 0 && Sums.Is(Text(waiting[^1])) && found.Count > 0)
        {
            return Sum(piece, i);
        }

        if (found.Count > 0 && waiting.Count > 0 && RowRemarks.IsAside(text, waiting[^1]))
        {
            notes.Add(typed[waiting[^1].Start..piece.End]);
            waiting.RemoveAt(waiting.Count - 1);
            return i;
        }

        var following = behind && i + 1 < pieces.Count ? Following(pieces, i) : null;
        foreach (var name in following is null ? Names(piece) : [Bare(following.Start, following.End)])
        {
            Add(name.Start, name.End, piece);
        }

        return following is null ? i : i + 1;
    }

    // 大米2袋 鸡蛋1板 共3件: said for the reader's comfort; it must be right.
    private int Sum(Piece piece, int i)
    {
        var start = waiting[^1].Start;
        waiting.RemoveAt(waiting.Count - 1);
        Drop();
        notes.Add(typed[start..piece.End]);
        Vague |= found.Sum(item => item.Quantity ?? 0) != piece.Amount!.Value;
        return i;
    }

    // 502 and 1203 behind a name are rooms, unless a thing stands before them.
    private bool IsRoomNumber(Piece piece) =>
        piece.Amount is { Bare: true, Value: >= 100 } && waiting.Count == 0 && char.IsAsciiDigit(text[piece.Start]) && piece.Mark != '+';

    private Piece? Following(List<Piece> pieces, int i)
    {
        var word = pieces[i + 1];
        if (word.Kind != PieceKind.Word || word.Mark is not ('\0' or ' ') || IsSigner(word))
        {
            return null;
        }

        var known =
            things.Knows(Text(word))
            || (
                things.Trusts
                && word.End - word.Start <= 6
                && !RowRemarks.IsAside(text, word)
                && Polite.At(text, word.Start) == 0
                && !RowRemarks.IsChange(text, word)
                && Texts.IsWord(text[word.Start])
            );
        var counted = i + 2 < pieces.Count && pieces[i + 2] is { Kind: PieceKind.Amount, Glued: true };
        Unclear |=
            word.Glued && !known && Polite.At(text, word.Start) == 0 && !RowRemarks.IsChange(text, word) && Texts.IsWord(text[word.Start]);
        return (word.Glued ? known : !counted && things.Names(Text(word))) ? word : null;
    }

    // 2包 曾黎: who it is stands behind the amount.
    private bool IsSigner(Piece word) => signed && word.Mark == ' ' && ThingKinds.IsCalled(Text(word)) && !things.Says(Text(word));

    private List<(int Start, int End)> Names(Piece amount)
    {
        if (waiting.Count > 0 && (RowRemarks.IsChange(text, waiting[^1]) || RowRemarks.IsChoice(text, waiting[^1])))
        {
            Vague = true;
            Drop();
        }

        if (waiting.Count == 0)
        {
            return [(amount.Start, amount.Start)];
        }

        var last = waiting[^1];
        var each = EachThing.Ends(text, last, out var end);
        waiting.RemoveAt(waiting.Count - 1);
        var start =
            ThingKinds.IsKind(Text(last))
            && waiting is [.., { } thing]
            && last.Mark == ' '
            && (things.Trusts || Goods.Ends(Text(thing)))
            && !ThingKinds.IsNick(Text(thing))
                ? thing.Start
                : last.Start;
        List<(int Start, int End)> names = each && end == last.Start ? [] : [Bare(start, end)];
        waiting.RemoveAll(word => word.Start == start);
        if (each)
        {
            names = EachThing.Gather(text, waiting, last, names, Bare);
            // 两口子 抗原各2盒: for how many people?
            Vague |= names.Count < 2;
        }

        // 平安 喜乐 2份: nobody can tell whether 喜乐 is a thing.
        var (from, to) = names.Count > 0 ? names[0] : (end, end);
        unsure |= !things.Trusts && to > from && found.Count == 0 && last != glued && !things.Knows(text[from..to]);
        Drop();
        return names;
    }

    private (int Start, int End) Bare(int start, int end) => ThingCut.Bare(text, start, end, things);

    private void Add(int start, int end, Piece piece)
    {
        var amount = piece.Amount!;
        var negative = piece.Mark is '-' or '—' && end > start && text[piece.Start - 1] == piece.Mark;
        var unit =
            amount.Implied ? "个"
            : amount.UnitEnd > amount.UnitStart ? typed[amount.UnitStart..amount.UnitEnd]
            : null;
        // 5kg×2 may be two bags or ten kilograms.
        var packed =
            amount.PackSize is not null && !Texts.IsClose(text[amount.End - 1]) && (unit is null || Measures.Is(Folding.Align(unit)));
        var loose = VagueAmounts.Is(text[piece.Start..piece.End]) || (piece.End < text.Length && text[piece.End] == '?');
        // 洗衣液小半瓶
        loose |= text[amount.Start] == '半' && end > start && text[end - 1] is '小' or '大' or '多';
        var value = amount.Doubt is null && !negative && !packed && !loose ? amount.Value : null;
        value = value is { } some && some != decimal.Truncate(some) && Units.IsDiscrete(Folding.Align(unit ?? "")) ? null : value;
        Vague |= value is null || ThingKinds.IsMeasure(text[start..end]) || PerHead.In(text, start, end);
        found.Add(new Item(typed[start..end], value, value is null ? null : unit) { Hedge = value is null ? Hedge.Exact : amount.Hedge });
    }

    private bool Repeats() => found.GroupBy(item => Folding.Fold(item.Name)).Any(same => same.Count() > 1);

    // Words that no amount took are notes.
    private void Drop()
    {
        // 酱油1瓶 醋: how much of the other?
        Vague |= waiting.Exists(word => RowRemarks.IsUncounted(text, word, things));
        notes.AddRange(waiting.Where(word => Text(word).Any(Texts.IsWord)).Select(Note));
        waiting.Clear();
    }

    private string Note(Piece word)
    {
        var end = word.End;
        while (Texts.IsNoise(text[end - 1]))
        {
            end--;
        }

        return typed[word.Start..end].Trim();
    }

    private string Text(Piece piece) => text[piece.Start..piece.End];
}
