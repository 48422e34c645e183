namespace MutualAid.Core.Language;

/// <summary>Finds who offers or gave: organisations and people, exactly as typed.</summary>
internal static class Givers
{
    /// <param name="Spans">To be struck out before items are read.</param>
    public readonly record struct Giver(string? Text, IReadOnlyList<Span> Spans);

    // The longest list of names, the reach of an amount behind one, and how many words of giving are tried; the bounds keep reading linear.
    private const int Longest = 240;
    private const int Near = 40;
    private const int MostTries = 24;

    private static readonly Giver None = new(null, []);

    private static readonly Lexicon Labels = Lexicon.Listed("GiversLabels");
    private static readonly Lexicon Gifts = Lexicon.Listed("GiversGifts");
    private static readonly Lexicon Receipts = Lexicon.Listed("GiversReceipts");

    private static readonly Lexicon Offers = Lexicon.Listed("GiversOffers");

    public static Giver Provider(Message message)
    {
        var text = message.Masked(Phones.Find(message.Folded));
        if (Labelled(message, text) is { } labelled)
        {
            return labelled;
        }

        if (Names.Introduced(text) is { } introduced)
        {
            return Of(message, introduced);
        }

        if (Names.Signature(text) is { } signature)
        {
            return Of(message, signature);
        }

        return (Subject(message, text) ?? Contacts.Holder(text) ?? Contacts.Turned(text) ?? Contacts.Signed(text)) is { } named
            ? Of(message, named)
            : None;
    }

    public static Giver Donor(Message message, bool command)
    {
        var text = message.Masked(Phones.Find(message.Folded));
        return Labelled(message, text)
            ?? Given(message, text)
            ?? Owned(message, text)
            ?? Thanked(message, text)
            ?? Listed(message, text, command)
            ?? None;
    }

    public static IReadOnlyList<string> Split(string? donor) =>
        donor is null ? [] : [.. donor.Split(['、', '，', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static Giver Of(Message message, Span span) => new(message.Slice(span), [span]);

    // 来自 甲、乙 · 捐赠方：甲
    private static Giver? Labelled(Message message, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var length = Labels.At(text, i);
            if (
                length == 0
                || (i > 0 && Texts.IsWord(text[i - 1]) && Texts.IsHan(text[i]) && length < 3 && text[i - 1] != '件' && text[i] != '来')
            )
            {
                continue;
            }

            var from = i + length;
            var colon = from < text.Length && text[from] is ':' or ' ' or '是' or '为';
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

            var gift = text[i] is '由' or '来' ? Gifts.Find(text, from, end) : -1;
            var named = Names.Trim(text, from, gift > from ? gift : AmountOrEnd(text, from, end));
            return named is { } span && Names.IsLabelled(span.Of(text))
                ? new Giver(message.Slice(span), [new Span(i, end)])
                : new Giver(null, [new Span(i, end)]);
        }

        return null;
    }

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

    // X捐赠的口罩, 收到X送来的口罩
    private static Giver? Given(Message message, string text)
    {
        for (int i = 0, tried = 0; i < text.Length && tried < MostTries; i++)
        {
            var length = Gifts.At(text, i);
            if (length == 0)
            {
                continue;
            }

            tried++;
            var start = i;
            while (
                start > 0
                && i - start < Longest
                && (!Texts.IsStop(text[start - 1]) || text[start - 1] is '、' or '\u0001')
                && text[start - 1] != ':'
            )
            {
                start--;
            }

            var to = i;
            while (to > start && text[to - 1] is ' ' or '\u0001')
            {
                to--;
            }

            var from = AfterReceipt(text, start, to);
            var named = Names.Trim(text, from, i);
            if (named is { } span && Names.IsNamed(span.Of(text)) && !Clauses.Of(span.Of(text)).Exists(c => c.Amounts.Count > 0))
            {
                return new Giver(message.Slice(span), [new Span(span.Start, i + length)]);
            }

            if (named is null && Contacts.Place(message, text, to, i) is { } place)
            {
                return new Giver(message.Slice(place), [new Span(i, i + length)]);
            }

            if (named is { } other && Names.IsAnonymous(other.Of(text)))
            {
                return new Giver(null, [new Span(other.Start, i + length)]);
            }
        }

        return null;
    }

    // 刚收到红十字会的棉被50床
    private static Giver? Owned(Message message, string text)
    {
        var tried = 0;
        for (var of = text.IndexOf('的'); of > 0 && tried < MostTries; of = text.IndexOf('的', of + 1))
        {
            tried++;
            var start = of;
            while (start > 0 && of - start < Longest && !Texts.IsStop(text[start - 1]) && text[start - 1] != ':')
            {
                start--;
            }

            var from = AfterReceipt(text, start, of);
            if (Names.Trim(text, from, of) is { } span && Names.IsOrganisationOrPerson(span.Of(text)))
            {
                return new Giver(message.Slice(span), [new Span(span.Start, of + 1)]);
            }
        }

        return null;
    }

    private static int AfterReceipt(string text, int start, int end)
    {
        var from = start;
        // 萤火虫亲子馆的儿童水壶: only the giver stands before 的.
        for (var i = start; i < end; i++)
        {
            var length = Receipts.At(text, i);
            if (length > 1 && i + length <= end)
            {
                (from, i) = (i + length, i + length - 1);
            }
            else if ((length == 1 && i == from) || text[i] == '\u0001' || (text[i] == ' ' && i > 0 && Texts.IsHan(text[i - 1])))
            {
                from = i + 1;
            }
        }

        return from;
    }

    // 感谢X！捐赠的… · 谢谢X的口罩
    private static Giver? Thanked(Message message, string text)
    {
        foreach (var word in (string[])["感谢", "谢谢", "多谢", "thanks to", "received from", "donation from"])
        {
            var at = text.IndexOf(word, StringComparison.Ordinal);
            if (at < 0)
            {
                continue;
            }

            var end = at + word.Length;
            while (end < text.Length && !Texts.IsStop(text[end]) && text[end] != ':')
            {
                end++;
            }

            var of = text.IndexOf('的', at, end - at);
            if (Names.Trim(text, at + word.Length, of > at ? of : end) is { } span && Names.IsNamed(span.Of(text)))
            {
                return Of(message, span);
            }
        }

        return null;
    }

    // /donation 正荣公益基金会 暖心包70套 · 登记捐赠：李建国，口罩100个
    private static Giver? Listed(Message message, string text, bool command)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var start = command ? 0 : colon + 1;
        if (!command && (colon < 0 || colon > 12))
        {
            return null;
        }

        var end = start;
        while (end < text.Length && !Texts.IsStop(text[end]) && !(text[end] is ' ' or ':' && end > start))
        {
            end++;
        }

        var hasAmount = Clauses.Of(text[start..end]).Exists(c => c.Amounts.Count > 0);
        return
            !hasAmount
            && end < text.Length
            && Names.Trim(text, start, end) is { } span
            && Names.IsOrganisationOrPerson(span.Of(text))
            && !(text.Length > end + 1 && AmountScan.At(text, end + 1) is not null)
            ? Of(message, span)
            : null;
    }

    private static Span? Subject(Message message, string text)
    {
        var start = 0;
        for (var clause = 0; clause < 3 && start < text.Length; clause++)
        {
            var end = start;
            while (end < text.Length && !Texts.IsStop(text[end]) && text[end] != ':')
            {
                end++;
            }

            var verb = Offers.Find(text, start + 2, end);
            if (
                verb > 0
                && Names.Trim(text, start, verb) is { } span
                && Names.IsOrganisationOrPerson(span.Of(text))
                && !Goods.Heads.Is(span.Of(text))
            )
            {
                return span;
            }

            start = end + 1;
        }

        return null;
    }
}
