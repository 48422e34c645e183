namespace MutualAid.Core.Language;

/// <summary>Who offers or gave, exactly as typed.</summary>
/// <param name="Spans">To be struck out before items are read.</param>
internal sealed record Giver(string? Text, IReadOnlyList<Span> Spans)
{
    // The longest list of names, the reach of an amount behind one; the bounds keep reading linear.
    private const int Longest = 240;
    private const int Near = 40;

    private static readonly Lexicon Labels = Lexicon.Listed("GiverLabels");

    public static readonly Giver None = new(null, []);

    public static Giver Of(Message message, Span span) => new(message.Slice(span), [span]);

    // 来自 甲、乙 · 捐赠方：甲
    public static Giver? Labelled(Message message, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var length = Labels.At(text, i);
            if (
                length == 0
                || (text[i] == '来' && i + length < text.Length && text[i + length] is '家' or '己' or '产')
                || (i > 0 && Texts.IsWord(text[i - 1]) && Texts.IsHan(text[i]) && length < 3 && text[i - 1] != '件' && text[i] != '来')
            )
            {
                continue;
            }

            var from = i + length;
            var colon = from < text.Length && text[from] is ':' or ' ' or '是' or '为';
            if (!colon && text[i] == '捐' && Unmarked(message, text, i, from) is { } unmarked)
            {
                return unmarked;
            }

            if ((!colon && text[i] != '来') || (text[i] == '单' && text[from] != ':'))
            {
                continue;
            }

            var end = from + 1;
            while (
                end < text.Length
                && end - from < Longest
                && (!Texts.IsStop(text[end]) || (text[end] == '、' && text[i] != '由'))
                && !(Texts.IsLatin(text[i]) && text[end] is ':' or ',')
            )
            {
                end++;
            }

            var gift = text[i] is '由' or '来' ? Donors.Gifts.Find(text, from, end) : -1;
            from += text[from] is '是' or '为' ? 1 : 0;
            var named = Names.Trim(text, from, gift > from ? gift : AmountOrEnd(text, from, Latin(text, from, end)));
            return named is { } span && Names.IsLabelled(span.Of(text))
                ? new Giver(message.Slice(span), [new Span(i, end)])
                : new Giver(null, [new Span(i, end)]);
        }

        return null;
    }

    // 军大衣六十件 捐赠人武烈民
    private static Giver? Unmarked(Message message, string text, int label, int from)
    {
        var end = from;
        while (end < text.Length && end - from < Near && Texts.IsWord(text[end]))
        {
            end++;
        }

        return Names.Trim(text, from, end) is { } span && Names.IsOrganisationOrPerson(span.Of(text))
            ? new Giver(message.Slice(span), [new Span(label, end)])
            : null;
    }

    // from Oak School this morning
    private static int Latin(string text, int from, int end) => When.Find(text, from, end) is var at && at > from ? at : end;

    private static readonly Lexicon When = new(
        "this_morning this_afternoon this_evening today yesterday just_now already last_night thanks thank_you many_thanks"
    );

    private static int AmountOrEnd(string text, int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (text[i] == ' ' && i > from && Clauses.Of(text[i..Math.Min(end, i + Near)]).Exists(c => c.Amounts.Count > 0))
            {
                return i;
            }
        }

        return text.IndexOf('的', from, end - from) is var of && of > from ? of : end;
    }
}
