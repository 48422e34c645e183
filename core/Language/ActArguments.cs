namespace MutualAid.Core.Language;

/// <summary>What follows the word of an act on a number: claim 3 口罩 200, 认领 31 60, 报名 第3课.</summary>
internal readonly record struct ActArguments(int? Number, decimal? Quantity, string? Named, bool Whole)
{
    private static readonly Lexicon Rest = Lexicon.Listed("ActArgumentsRest");
    private static readonly Lexicon Words = new("需求 课程 课 微课 班次 班 request need class shift 第 # no. 号 : 的 求助");
    private static readonly Lexicon Marks = new("号 条 课 班 单 项 期 节课 节 个需求 号需求 号课 号班 次班");

    /// <summary>Reads the text behind the act word.</summary>
    public static ActArguments Read(Message message, int at)
    {
        var text = message.Folded;
        var i = Skip(text, at);
        for (var n = 0; n < 3 && Words.At(text, i) is var word and > 0; n++)
        {
            i = Skip(text, i + word);
        }

        if (References.Number(text, i) is not { } number || number.End < text.Length && text[number.End] is '.' or '%' or ':')
        {
            return new ActArguments(null, null, null, i >= text.Length);
        }

        var mark = Marks.At(text, number.End);
        if (mark == 0 && (Units.At(text, number.End) > 0 || Units.IsForeign(text, number.End)))
        {
            return default;
        }

        return Amount(message, number.Value, number.End + mark);
    }

    private static ActArguments Amount(Message message, int number, int at)
    {
        var text = message.Folded;
        var i = Skip(text, at);
        i = Skip(text, i < text.Length && text[i] is ',' or '的' or ':' ? i + 1 : i);
        if (Ends(text, i))
        {
            return new ActArguments(number, null, null, true);
        }

        for (var place = i; place < text.Length; place++)
        {
            if (Found(text, place) is not { Value: not null } amount)
            {
                continue;
            }

            var name = Name(message, i, place, amount);
            var behind = name.Length == 0 && !Ends(text, amount.End);
            var after = behind ? Nouns.After(text, amount.End, text.Length) : default;
            name = behind && !after.IsEmpty ? message.Slice(after) : name;
            var end = behind && !after.IsEmpty ? after.End : amount.End;
            return new ActArguments(number, amount.Value, name.Length == 0 ? null : name, Ends(text, end) && place - i <= 14);
        }

        var named = Nouns.Alone(text, i, text.Length);
        return new ActArguments(number, null, named.IsEmpty ? null : message.Slice(named), false);
    }

    private static Amount? Found(string text, int at)
    {
        var inside = at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) || Numerals.IsDigit(text[at - 1]));
        if (inside || (Texts.IsOpen(text[at])))
        {
            return null;
        }

        var amount = AmountScan.At(text, at);
        var glued = amount is { Bare: true } && amount.End < text.Length && Texts.IsWord(text[amount.End]) && !Ends(text, amount.End);
        return glued ? null : amount;
    }

    private static string Name(Message message, int from, int to, Amount amount)
    {
        var (start, end) = Texts.Trim(message.Folded, from, to);
        var name = start < end ? Nouns.Before(message.Folded, start, end, out _) : default;
        return name.IsEmpty || amount.Value is null ? "" : message.Slice(name);
    }

    private static bool Ends(string text, int i)
    {
        while (i < text.Length)
        {
            var rest = Rest.At(text, i);
            if (rest == 0 && Texts.IsWord(text[i]))
            {
                return false;
            }

            i += Math.Max(1, rest);
        }

        return true;
    }

    private static int Skip(string text, int i)
    {
        while (i < text.Length && text[i] is ' ' or ':')
        {
            i++;
        }

        return i;
    }
}
