namespace MutualAid.Core.Language;

/// <summary>A span of folded text.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct Span(int Start, int End)
{
    public bool IsEmpty => End <= Start;

    public int Length => End - Start;

    public string Of(string text) => text[Start..End];
}

/// <summary>Cuts the name of a thing out of the words around an amount: verbs, pronouns and fillers are stripped, modifiers stay.</summary>
internal static class Nouns
{
    // No name reaches further, whatever is stripped from it; the bound keeps reading linear.
    private const int Reach = 80;

    private static readonly Lexicon Had = new("有 还有 还剩 剩下 剩 放着 存着");

    /// <summary>The name that ends before an amount. <paramref name="adjacent"/> is false when a verb stands between (应急灯需要6个).</summary>
    public static Span Before(string text, int start, int end, out bool adjacent)
    {
        start = Math.Max(start, end - Reach);
        (var from, end) = (start, StripTail(text, start, end, out adjacent));
        var at = Start(text, from, end);
        var name = Clean(text, at, end);
        return IsPlaceOf(text, name) ? default
            : !name.IsEmpty && Goods.Ends(name.Of(text)) ? name
            : Modifiers.Topic(text, start, at) is { IsEmpty: false } topic ? topic
            : name;
    }

    // 车上还有20箱牛奶: where it is, not what it is.
    private static bool IsPlaceOf(string text, Span name) =>
        name.End + 1 < text.Length && text[name.End] is '上' or '里' && Had.At(text, name.End + 1) > 0;

    /// <summary>The name that follows an amount.</summary>
    public static Span After(string text, int start, int end)
    {
        end = Math.Min(end, start + Reach);
        start = SkipLead(text, Modifiers.Relative(text, Math.Min(start, end), end), end);
        var stop = Stop(text, start, end);
        var of = stop > start ? text.LastIndexOf('的', stop - 1, stop - start) : -1;
        if (Modifiers.Attribute(text, start, stop) == of + 1)
        {
            return Clean(text, start, stop);
        }

        if (of > start && stop - of > 1 && !Goods.Ends(text[start..of]))
        {
            start = SkipLead(text, of + 1, stop);
        }
        else if (of > start)
        {
            stop = of;
        }

        start = SkipLead(text, start, stop);
        return Clean(text, start, stop);
    }

    /// <summary>A name that stands by itself between the places, as in a list (挂面、大米各20袋).</summary>
    public static Span Alone(string text, int start, int end)
    {
        end = StripTail(text, Math.Max(start, end - Reach), end, out _);
        start = Start(text, Math.Max(start, end - Reach), end);
        return After(text, start, end);
    }

    private static int StripTail(string text, int start, int end, out bool adjacent)
    {
        adjacent = true;
        while (end > start)
        {
            var c = text[end - 1];
            if (
                c is ' ' or ':' or '*' or '=' or '-' or '—' or '·' or '"' or '\u0001'
                || Texts.IsNoise(c)
                || (c == 'x' && !(end - 2 >= start && char.IsAsciiLetter(text[end - 2])))
            )
            {
                end--;
            }
            else if (
                Phrases.Glue.Before(text, end, start) is var glue and > 0
                && !Shields(text, end - glue)
                && Goods.Heads.Before(text, end, start) <= glue
            )
            {
                end -= glue;
            }
            else if (
                Phrases.Verbs.Before(text, end, start) is var verb and > 0
                && !Shields(text, end - verb)
                && Goods.Heads.Before(text, end, start) <= verb
            )
            {
                (end, adjacent) = (end - verb, false);
            }
            else
            {
                break;
            }
        }

        return end;
    }

    private static int Start(string text, int start, int end)
    {
        var from = start;
        for (var i = start; i < end; )
        {
            if (Texts.IsOpen(text[i]) && Texts.PastBracket(text, i) is var past && past > i && past <= end)
            {
                i = past;
                continue;
            }

            if (i == from && Modifiers.Attribute(text, i, end) is var kept && kept > i)
            {
                i = kept;
                continue;
            }

            var shield = Phrases.Protected.At(text, i);
            var cut = shield > 0 ? 0 : Cut(text, i, i == from);
            if (cut > 0 && i + cut <= end)
            {
                from = i + cut;
                i = from;
            }
            else
            {
                i += Math.Max(1, shield);
            }
        }

        return Math.Min(from, end);
    }

    private static int Cut(string text, int i, bool atStart)
    {
        var c = text[i];
        if (c is ':' or '\u0001' or '"' or '》' || Texts.IsNoise(c) || (c == ' ' && SplitsWords(text, i)))
        {
            return 1;
        }

        if (c == '有' && Names.EndsOrganisation(text, i))
        {
            return 1;
        }

        var verb = Phrases.Verbs.At(text, i);
        var anywhere =
            verb > 1
            || (
                verb == 1
                && c
                    is '缺'
                        or '捐'
                        or '给'
                        or '需'
                        or '求'
                        or '要'
                        or '送'
                        or '借'
                        or '是'
                        or '的'
                        or '了'
                        or '我'
                        or '想'
                        or '你'
                        or '您'
                        or '没'
                        or '谁'
            );
        var lead = atStart ? Math.Max(verb, Phrases.Leads.At(text, i)) : 0;
        return Math.Max(anywhere ? verb : 0, Math.Max(lead, Phrases.Breaks.At(text, i)));
    }

    // A space divides Chinese words; between Latin words, or between N95 and 口罩, it belongs to the name.
    private static bool SplitsWords(string text, int i)
    {
        var before = i > 0 ? text[i - 1] : ' ';
        var after = i + 1 < text.Length ? text[i + 1] : ' ';
        return Texts.IsHan(before)
            || Texts.IsClose(before)
            || before == ' '
            || (!Texts.IsWord(before) && before is not ('%' or '\''))
            || !Texts.IsWord(after);
    }

    private static int SkipLead(string text, int start, int end)
    {
        while (start < end)
        {
            var c = text[start];
            var length =
                c is ' ' or ':' or '的' or '"' or '\u0001' or '-' ? 1
                : Phrases.Protected.At(text, start) > 0 || Modifiers.Attribute(text, start, end) > start ? 0
                : Phrases.Leads.At(text, start);
            if (length == 0)
            {
                break;
            }

            start += length;
        }

        return Math.Min(start, end);
    }

    private static int Stop(string text, int start, int end)
    {
        for (var i = start; i < end; )
        {
            if (Texts.IsOpen(text[i]) && Texts.PastBracket(text, i) is var past && past > i && past <= end)
            {
                i = past;
                continue;
            }

            var c = text[i];
            var shield = Phrases.Protected.At(text, i);
            if (
                shield == 0
                && (
                    c is ':' or '\u0001' or '"' or '.' or '《'
                    || Texts.IsNoise(c)
                    || (c == ' ' && SplitsWords(text, i))
                    || (Phrases.Stops.At(text, i) is var stop and > 0 && !(stop == 1 && Goods.Heads.Before(text, i + 1, start) > 1))
                )
            )
            {
                return i;
            }

            i += Math.Max(1, shield);
        }

        return end;
    }

    internal static Span Clean(string text, int start, int end)
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

    private static bool Shields(string text, int at) => at >= 0 && at < text.Length && Phrases.Protected.At(text, at) > 1;
}
