namespace MutualAid.Core.Language;

/// <summary>Finds where the name of a thing ends that stands behind an amount.</summary>
internal static class NameEnd
{
    public static int SkipLead(string text, int start, int end)
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

    public static int Find(string text, int start, int end)
    {
        for (var i = start; i < end; )
        {
            if (Texts.IsOpen(text[i]) && Texts.PastBracket(text, i) is var past && past > i && past <= end)
            {
                i = past;
                continue;
            }

            var c = text[i];
            var shield = Nouns.Shield(text, i);
            if (
                shield == 0
                && (
                    c is ':' or '\u0001' or '"' or '.' or '《'
                    || Texts.IsNoise(c)
                    || (c == ' ' && NameStart.SplitsWords(text, i))
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
}
