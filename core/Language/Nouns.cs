namespace MutualAid.Core.Language;

/// <summary>Cuts the name of a thing out of the words around an amount: verbs, pronouns and fillers are stripped, modifiers stay.</summary>
internal static class Nouns
{
    // No name reaches further, whatever is stripped from it; the bound keeps reading linear.
    private const int Reach = 80;

    // A name of more characters than these has words before it that are no part of it.
    private const int LongestPlain = 8;

    private static readonly Lexicon Had = new("有 还有 还剩 剩下 剩 放着 存着");

    /// <summary>The name that ends before an amount. <paramref name="adjacent"/> is false when a verb stands between (应急灯需要6个).</summary>
    public static Span Before(string text, int start, int end, out bool adjacent)
    {
        start = Math.Max(start, end - Reach);
        (var from, end) = (start, NameStart.BeforeAmount(text, start, end, out adjacent));
        var at = NameStart.Find(text, from, end);
        at = GluedGiver.Thing(text, at, end);
        at = Core(text, at, end);
        var name = Short(text, Clean(text, at, end));
        // 尿不湿 XL码
        if (!name.IsEmpty && name.Start > start + 1 && text[name.Start - 1] == ' ' && Goods.IsSize(name.Of(text)))
        {
            var thing = Before(text, start, name.Start - 1, out _);
            return !thing.IsEmpty && thing.End == name.Start - 1 ? new Span(thing.Start, name.End) : name;
        }

        return IsPlaceOf(text, name) ? default
            : !name.IsEmpty && Goods.Ends(name.Of(text)) ? name
            : Modifiers.Topic(text, start, at) is { IsEmpty: false } topic ? topic
            : name;
    }

    // 孙子发烧到三十九度退烧贴: of so many words only those before the thing that tell its kind belong to it.
    private static Span Short(string text, Span name)
    {
        if (name.Length <= LongestPlain || text.AsSpan(name.Start, name.Length).ContainsAnyExceptInRange('\u3400', '\u9fff'))
        {
            return name;
        }

        var head = Goods.Heads.Before(text, name.End, name.Start);
        var start = head > 1 ? GoodsRun.Names(text, new Span(name.End - head, name.End)).Start : name.Start;
        return start > name.Start ? new Span(start, name.End) : name;
    }

    // 孩子冲豆奶粉, 卧床老人翻身枕: what is done and for whom stands before a known thing.
    private static int Core(string text, int at, int end)
    {
        if (Houses.At(text, at) is var house and > 0 && at + house < end && Goods.Heads.At(text, at + house) > 1)
        {
            return at + house;
        }

        for (var i = at; i < end - 2; i++)
        {
            var verb = Doings.Contains(text[i], StringComparison.Ordinal) && Shield(text, i) == 0 && !IsQualified(text, at, i) ? 1 : 0;
            var person = i > at + 1 || i == at && at > 0 && text[at - 1] is '给' or '为' ? Persons.At(text, i) : 0;
            var cut = Math.Max(verb, person);
            if (cut > 0 && Goods.Heads.At(text, i + cut) is var head and > 1 && i + cut + head == end)
            {
                return i + cut;
            }
        }

        return at;
    }

    // 儿童用口罩 is for whom it is made.
    private static bool IsQualified(string text, int at, int i) =>
        i > at && (Phrases.Protected.At(text, i - 1) > 1 || i > at + 1 && Phrases.Protected.At(text, i - 2) > 2);

    /// <summary>Whether what stands between the places only tells for whom: 托育点宝宝湿巾12包.</summary>
    public static bool IsHouse(string text, int from, int to) => to > from && Houses.At(text, from) == to - from;

    private static readonly Lexicon Houses = new(
        "社区 学校 食堂 医院 小区 单位 托育点 安置点 隔离点 接种点 疫苗点 检测点 值守点 站点 卡口 门岗 养老院 敬老院 福利院 幼儿园 村里 厂里 店里 宿舍 工地 卫生室 卫生所 活动中心"
    );

    private const string Doings = "吃喝穿用冲喂煮炒熬炖前后理缺要配备";

    private static readonly Lexicon Persons = new(
        "医护 护工 社工 网格员 老人 老太 孩子 娃娃 志愿者 护士 医生 病人 患者 学生 老师 队员 保安 员工 同事 居民 邻居 家属 宝宝 孕妇 产妇 环卫工 司机"
    );

    // 车上还有20箱牛奶: where it is, not what it is.
    private static bool IsPlaceOf(string text, Span name) =>
        name.End + 1 < text.Length && text[name.End] is '上' or '里' && Had.At(text, name.End + 1) > 0;

    /// <summary>The name that follows an amount.</summary>
    public static Span After(string text, int start, int end)
    {
        end = Math.Min(end, start + Reach);
        start = NameEnd.SkipLead(text, Modifiers.Relative(text, Math.Min(start, end), end), end);
        var stop = NameEnd.Find(text, start, end);
        var of = stop > start ? text.LastIndexOf('的', stop - 1, stop - start) : -1;
        if (Modifiers.Attribute(text, start, stop) == of + 1)
        {
            return Clean(text, start, stop);
        }

        if (of > start && stop - of > 1 && !Goods.Ends(text[start..of]))
        {
            start = NameEnd.SkipLead(text, of + 1, stop);
        }
        else if (of > start)
        {
            stop = of;
        }

        start = NameEnd.SkipLead(text, start, stop);
        return Clean(text, start, stop);
    }

    /// <summary>A name that stands by itself between the places, as in a list (挂面、大米各20袋).</summary>
    public static Span Alone(string text, int start, int end)
    {
        end = NameStart.BeforeAmount(text, Math.Max(start, end - Reach), end, out _);
        start = NameStart.Find(text, Math.Max(start, end - Reach), end);
        return After(text, start, end);
    }

    /// <summary>Without loose signs and trailing words; empty when what is left names no thing.</summary>
    public static Span Clean(string text, int start, int end)
    {
        for (var changed = true; changed && start < end; )
        {
            changed = false;
            (start, end) = TrimEdges(text, start, end);
            var tail = Phrases.Trailers.Before(text, end, start);
            if (tail > 0 && !Shields(text, end - tail) && Goods.Heads.Before(text, end, start) <= tail)
            {
                (end, changed) = (end - tail, true);
            }
        }

        var kind = Phrases.Kinds.At(text, start);
        start += kind > 0 && end - start - kind > 2 && Goods.Ends(text[(start + kind)..end]) && Texts.IsHan(text[start + kind]) ? kind : 0;
        // 沙袋沙袋！！
        var half = (end - start) / 2;
        start += half > 1 && end - start == 2 * half && text.AsSpan(start, half).SequenceEqual(text.AsSpan(start + half, half)) ? half : 0;
        return IsNoun(text, start, end) ? new Span(start, end) : default;
    }

    private static (int Start, int End) TrimEdges(string text, int start, int end)
    {
        while (start < end && !(Texts.IsWord(text[start]) || Texts.IsOpen(text[start])))
        {
            start++;
        }

        while (end > start && !(Texts.IsWord(text[end - 1]) || Texts.IsClose(text[end - 1]) || text[end - 1] is '%' or '+' or '"' or '”'))
        {
            end--;
        }

        return (start, end);
    }

    private static bool IsNoun(string text, int start, int end)
    {
        if (end <= start || end - start > 40)
        {
            return false;
        }

        var name = text[start..end];
        var han = name.Any(Texts.IsHan);
        var single = end - start == 1 && !Goods.Heads.Is(name);
        return !single
            && !Phrases.NotThings.Is(name)
            && (han || name.Any(char.IsAsciiLetter) || name is "84")
            && Phrases.NotEnds.Before(name, name.Length) == 0;
    }

    /// <summary>Length of a known word that stands here, within which no small verb or filler is one: 安全帽, 发电机.</summary>
    public static int Shield(string text, int at) =>
        Math.Max(Phrases.Protected.At(text, at), Goods.Heads.At(text, at) is var head and > 1 ? head : 0);

    public static bool Shields(string text, int at) => at >= 0 && at < text.Length && Phrases.Protected.At(text, at) > 1;
}
