namespace MutualAid.Core.Language;

/// <summary>Finds where the name of a thing begins that stands before an amount.</summary>
internal static class NameStart
{
    /// <summary>Where the name ends: verbs and small words between it and the amount are left out.</summary>
    public static int BeforeAmount(string text, int start, int end, out bool adjacent)
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
                && !Nouns.Shields(text, end - glue)
                && Goods.Heads.Before(text, end, start) <= glue
            )
            {
                end -= glue;
            }
            else if (
                Phrases.Verbs.Before(text, end, start) is var verb and > 0
                && !Nouns.Shields(text, end - verb)
                && Goods.Heads.Before(text, end, start) <= verb
            )
            {
                (end, adjacent) = (end - verb, false);
            }
            else if (Modal(text, end, start) is var modal and > 0)
            {
                (end, adjacent) = (end - modal, false);
            }
            else
            {
                break;
            }
        }

        return end;
    }

    private static readonly Lexicon Modals = new("能不能 能否 可否 可不可以 可以不可以 是否能 是否可以 能不能给 能不能帮");

    // 湿巾能不能拨30包: whatever is to be done with it stands between.
    private static int Modal(string text, int end, int start)
    {
        for (var verb = 0; verb < 3; verb++)
        {
            if (Modals.Before(text, end - verb, start) is var modal and > 0)
            {
                return modal + verb;
            }
        }

        return 0;
    }

    public static int Find(string text, int start, int end)
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

            var shield = Nouns.Shield(text, i);
            var place = Phrases.Breaks.At(text, i);
            var cut =
                shield == 0 ? Cut(text, i, i == from)
                : place >= shield
                && (i + place < end ? Goods.Heads.At(text, i + place) > 1 : i + place == end && Goods.Heads.Before(text, i, start) > 1)
                    ? place
                : 0;
            // 口罩我家有80个: the verb would reach over the end, the place does not.
            cut = i + cut > end && place > 0 && i + place <= end ? place : cut;
            shield = cut > 0 ? 0 : shield;
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
    public static bool SplitsWords(string text, int i)
    {
        var before = i > 0 ? text[i - 1] : ' ';
        var after = i + 1 < text.Length ? text[i + 1] : ' ';
        return Texts.IsHan(before)
            || Texts.IsClose(before)
            || before == ' '
            || (!Texts.IsWord(before) && before is not ('%' or '\''))
            || !Texts.IsWord(after) && !(Texts.IsOpen(after) && Texts.IsLatin(before));
    }
}
