namespace MutualAid.Core.Language;

internal enum ReferenceKind
{
    /// <summary>#12, 12号: what it counts follows from the act.</summary>
    Any,
    Request,
    Class,
    Shift,
}

/// <summary>A number by which people name a request, class or shift: #12, 12号, 第12条, 需求12, 课6, 第3课, 班次11.</summary>
internal readonly record struct Reference(int Start, int End, int Number, ReferenceKind Kind)
{
    /// <summary>12号 alone may be a house, a date or a battery.</summary>
    public bool Weak { get; init; }
}

/// <summary>Finds such numbers in folded text.</summary>
internal static class References
{
    // How far from its number an act is told.
    private const int Near = 120;

    private static readonly Lexicon RequestWords = new(
        "需求 求助 物资需求 request need 请求 求助单 单号 编号 需求单 帖子 单子 req requests"
    );
    private static readonly Lexicon ClassWords = new("课程 课 微课 class 讲座 course 公开课 直播课 微课堂 活动课 classes session");
    private static readonly Lexicon ShiftWords = new("班次 值班 班 shift 岗 轮班 认班 排班 早班 晚班");
    private static readonly Lexicon Signs = new("# no. no 第 编号 number");
    private static readonly Lexicon NotAfterHao = Lexicon.Listed("ReferencesNotAfterHao");

    private static readonly Lexicon Told = new(
        "已送 已交 已给 已放 交给 送到 送达 放在 放到 收到 签收 拿到 我来 我们来 我出 我认 认领 我给 我送 俺来"
    );

    public static Reference? Find(string text, DateTime now)
    {
        Reference? weak = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (At(text, i, now) is not { } found)
            {
                continue;
            }

            if (!found.Weak)
            {
                return found;
            }

            weak ??= found;
            i = found.End - 1;
        }

        return weak;
    }

    public static Reference? At(string text, int at, DateTime now)
    {
        if (Prefixed(text, at) is { } prefixed)
        {
            return prefixed;
        }

        var before = at > 0 ? text[at - 1] : ' ';
        if (
            at >= text.Length
            || Numerals.IsDigit(before)
            || Numerals.IsMultiplier(before)
            || before is '.' or '月' or '第' or '路' or '街' or '巷' or '弄' or '道' or '院' or '坊'
            || char.IsAsciiLetterOrDigit(before)
        )
        {
            return null;
        }

        var sign = Signs.At(text, at);
        var signed = sign > 0;
        var i = signed ? Skip(text, at + sign) : at;
        if (Number(text, i) is not { } n)
        {
            return null;
        }

        return signed ? Signed(text, at, n, text[at] == '第') : Suffixed(text, at, n);
    }

    /// <summary>A plain number in the place of a reference (claim 3, 认领 31 60).</summary>
    public static (int Value, int End)? Number(string text, int at)
    {
        if (
            at >= text.Length
            || Numerals.Read(text, at) is not { Kind: NumeralKind.Exact, Value: >= 0 and < 1_000_000 } n
            || n.Value != decimal.Truncate(n.Value)
        )
        {
            return null;
        }

        return ((int)n.Value, n.End);
    }

    // 需求12, 课程#4, 班次11
    private static Reference? Prefixed(string text, int at)
    {
        var (word, kind) = Kind(text, at);
        if (word == 0)
        {
            return null;
        }

        var i = Skip(text, at + word);
        var sign = Signs.At(text, i);
        var n = Number(text, Skip(text, i + sign));
        if (
            n is not { } number
            || (
                kind == ReferenceKind.Request
                && sign == 0
                && (Numerals.Read(text, Skip(text, i)) is { Arabic: false, Lone: true } || !EndsReference(text, number.End))
            )
        )
        {
            return null;
        }

        var end = number.End;
        end += EndMark(text, end);
        var amount = sign == 0 && kind != ReferenceKind.Request && Units.At(text, number.End) > 0 && EndMark(text, number.End) == 0;
        amount |=
            kind == ReferenceKind.Shift && number.End < text.Length && "个名位人".Contains(text[number.End], StringComparison.Ordinal);
        var time =
            number.End < text.Length
            && (
                text[number.End] is '点' or '月' or '.'
                || text[number.End] == ':' && number.End + 1 < text.Length && char.IsAsciiDigit(text[number.End + 1])
            );
        return amount || time ? null : new Reference(at, end, number.Value, kind);
    }

    // After 需求 a number with a unit, or a thing glued to it, is an amount or a name: 需求 200个口罩, 需求 84消毒液.
    private static bool EndsReference(string text, int end)
    {
        if (end >= text.Length || EndMark(text, end) > 0)
        {
            return true;
        }

        var c = text[end];
        if (
            c == '%'
            || c == '.'
            || char.IsAsciiLetter(c)
            || (Units.At(text, end) > 0 && !Days.Has(text, end, "份已"))
            || Units.IsForeign(text, end)
        )
        {
            return false;
        }

        var named =
            Texts.IsHan(c) && Goods.Has(text.Substring(end, Math.Min(5, text.Length - end))) && Cues.ActAfterNumber.At(text, end) == 0;
        // 需求2口罩100个已交给小刘
        named = named && !(Told.In(text, end, end + Near) && Counting.HasAmount(text, end, Math.Min(text.Length, end + 14)));
        return !named && Cues.AnyAct.In(text, end - Near, end + Near);
    }

    private static Reference? Signed(string text, int at, (int Value, int End) n, bool ordinal)
    {
        var mark = EndMark(text, n.End);
        var after = Skip(text, n.End + mark);
        var (word, kind) = Kind(text, after);
        var direct = Kind(text, n.End);
        if (ordinal && mark == 0)
        {
            return direct.Length > 0 ? new Reference(at, n.End + direct.Length, n.Value, direct.Kind) : null;
        }

        return new Reference(
            at,
            word > 0 ? after + word : n.End + mark,
            n.Value,
            word > 0 ? kind
                : text[at] == '第' && mark > 0 && text[n.End] is '条' or '单' ? ReferenceKind.Request
                : ReferenceKind.Any
        );
    }

    // 12号需求, 5号课, 6号班, 31号
    private static Reference? Suffixed(string text, int at, (int Value, int End) n)
    {
        if (Days.Has(text, n.End, "课") && Cues.Signup.In(text, n.End + 1, n.End + Near))
        {
            return new Reference(at, n.End + 1, n.Value, ReferenceKind.Class);
        }

        if (!Days.Has(text, n.End, "号"))
        {
            return null;
        }

        var after = Skip(text, n.End + 1);
        after += Days.Has(text, after, "的") ? 1 : 0;
        var (word, kind) = Kind(text, after);
        if (word > 0 && !Days.Has(text, after, "班车") && !(text[after] == '岗' && Days.Has(text, after, "岗亭")))
        {
            return new Reference(at, after + word, n.Value, kind);
        }

        return NotAfterHao.At(text, n.End + 1) > 0 && !Days.Has(text, n.End + 1, "到货") && !Days.Has(text, n.End + 1, "到齐")
            ? null
            : new Reference(at, n.End + 1, n.Value, ReferenceKind.Any) { Weak = true };
    }

    private static int EndMark(string text, int i) =>
        i < text.Length && text[i] is '号' or '条' or '单' or '项' or '期' or '#' or '帖' ? 1
        : Days.Has(text, i, "个需求") ? 3
        : 0;

    private static (int Length, ReferenceKind Kind) Kind(string text, int at)
    {
        var (r, c, s) = (RequestWords.At(text, at), ClassWords.At(text, at), ShiftWords.At(text, at));
        return r > 0 && r >= c && r >= s ? (r, ReferenceKind.Request)
            : c > 0 && c >= s ? (c, ReferenceKind.Class)
            : s > 0 ? (s, ReferenceKind.Shift)
            : (0, ReferenceKind.Any);
    }

    private static int Skip(string text, int i)
    {
        while (i < text.Length && text[i] == ' ')
        {
            i++;
        }

        return i;
    }
}
