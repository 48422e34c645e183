namespace MutualAid.Core.Language;

/// <summary>Finds who gave what came in: organisations and people.</summary>
internal static class Donors
{
    // The longest list of names, and how many words of giving are tried; the bounds keep reading linear.
    private const int Longest = 240;
    private const int MostTries = 24;

    public static readonly Lexicon Gifts = Lexicon.Listed("DonorsGifts");
    private static readonly Lexicon Receipts = Lexicon.Listed("DonorsReceipts");

    public static Giver Find(Message message, bool command)
    {
        var text = message.Masked(Phones.Find(message.Folded));
        return Giver.Labelled(message, text)
            ?? Given(message, text)
            ?? Owned(message, text)
            ?? Thanked(message, text)
            ?? Glued(message, text, command)
            ?? Listed(message, text, command)
            ?? Giver.None;
    }

    public static IReadOnlyList<string> Split(string? donor) =>
        donor is null ? [] : [.. donor.Split(['、', '，', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

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

    // 收到恒达厂毛毯80条
    private static Giver? Glued(Message message, string text, bool command)
    {
        foreach (var clause in Clauses.Of(text))
        {
            if (
                clause.Amounts is not [var first, ..]
                || first.Start <= clause.Start
                || !command && Receipts.Find(text, clause.Start, first.Start) < 0
            )
            {
                continue;
            }

            var from = AfterReceipt(text, clause.Start, first.Start);
            var end = text[first.Start - 1] == ' ' ? first.Start - 1 : first.Start;
            if (GluedGiver.Thing(text, from, end) is var at && at > from)
            {
                return Giver.Of(message, Names.Trim(text, from, at) ?? new Span(from, at));
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
                return Giver.Of(message, span);
            }
        }

        return null;
    }

    // /donation 正荣公益基金会 暖心包70套 · 登记捐赠：李建国，口罩100个 · 记一笔 何秀珍 白菜200斤
    private static Giver? Listed(Message message, string text, bool command)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var noted = Receipts.At(text, 0) is var word and > 1 && word < text.Length && text[word] == ' ';
        var start =
            command ? 0
            : noted ? Receipts.At(text, 0) + 1
            : colon + 1;
        if (!command && !noted && (colon < 0 || colon > 12))
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
            ? Giver.Of(message, span)
            : null;
    }
}
