namespace MutualAid.Core.Language;

/// <summary>Who is to be turned to, or signs, at the end of an offer: 找丁婉秋就行, …，雷志勇.</summary>
internal static class Contacts
{
    // A name is short; the bound keeps reading linear.
    private const int Longest = 12;

    private static readonly Lexicon Turns = new("直接找 来找 可找 请找 找 联系人 可联系 请联系 联系 联络 咨询 请问问 contact ask_for call");
    private static readonly Lexicon Spots = new("地址 地点 位置 在 到 送 放 自取 可到");
    private static readonly Lexicon Ends = new("就行 就好 就可以 就成 即可 领取 拿 取 要 领 登记 吧 哈 的 电话 微信");

    /// <summary>禾木家具厂有课桌椅60套</summary>
    public static Span? Holder(string text)
    {
        var has = text.IndexOf('有', StringComparison.Ordinal);
        var start = has;
        while (start > 0 && has - start < 2 * Longest && !Texts.IsStop(text[start - 1]) && text[start - 1] is not (' ' or ':'))
        {
            start--;
        }

        return
            has > 0
            && Names.EndsOrganisation(text, has)
            && Names.Trim(text, start, has) is { } span
            && Names.IsOrganisationOrPerson(span.Of(text))
            ? span
            : null;
    }

    public static Span? Turned(string text)
    {
        for (var i = text.Length - 1; i >= 0; i--)
        {
            var length = Turns.At(text, i);
            if (length == 0)
            {
                continue;
            }

            var end = i + length;
            while (
                end < text.Length
                && end - i - length < Longest
                && !Texts.IsStop(text[end])
                && text[end] is not (' ' or ':' or '(')
                && Ends.At(text, end) == 0
            )
            {
                end++;
            }

            if (Named(text, i + length, end) is { } span)
            {
                return span;
            }
        }

        return null;
    }

    /// <summary>The last clause is a name and nothing else.</summary>
    public static Span? Signed(string text)
    {
        var end = text.Length;
        while (end > 0 && !Texts.IsWord(text[end - 1]))
        {
            end--;
        }

        var start = end;
        while (start > 0 && end - start <= Longest && !Texts.IsStop(text[start - 1]) && text[start - 1] != ' ')
        {
            start--;
        }

        var said = start > 0 ? Named(text, start, end) : null;
        return said is { Length: > 2 } name && (Names.IsPerson(name.Of(text)) || IsBehindAmount(text, start)) ? said : null;
    }

    /// <summary>… pick up anytime. Lotus Bakery: the last sentence is a name in capitals.</summary>
    public static Span? InLatin(Message message)
    {
        var text = message.Text.TrimEnd(' ', '.', '!', '\n');
        var start = text.LastIndexOfAny(['.', '!', '\n', '-', '—']) + 1;
        while (start < text.Length && text[start] == ' ')
        {
            start++;
        }

        var words = text[start..].Split(' ');
        return start > 0 && words.Length is 2 or 3 or 4 && words.All(IsCapital) && !Polite.In(message.Folded, start)
            ? new Span(start, text.Length)
            : null;
    }

    /// <summary>Green Kitchen can provide …</summary>
    public static Span? Leading(Message message)
    {
        var words = message.Text.Split(' ', 6);
        var count = words.TakeWhile(IsCapital).Count();
        return count is 2 or 3 && count < words.Length && Gives.Is(words[count])
            ? new Span(0, words.Take(count).Sum(word => word.Length) + count - 1)
            : null;
    }

    private static readonly Lexicon Gives = new("can will would has wants offers gives is have");

    private static bool IsCapital(string word) =>
        word is "and" or "&" or "of"
        || word.Length > 1 && char.IsAsciiLetterUpper(word[0]) && word.All(c => char.IsAsciiLetter(c) || c is '\'' or '&');

    private static readonly Lexicon Polite = new("thanks thank please cheers asap contact call anyone free hello help");

    // 拼图30盒 书香坊
    private static bool IsBehindAmount(string text, int start) =>
        Spots.At(text, start) == 0
        && Clauses.Of(text[Math.Max(0, start - Longest)..(start - 1)]) is [.., { Amounts: [.., var last] }]
        && last.End >= Math.Min(start, Longest) - 3;

    // 收到红星村委会送的大葱: the giver is a community, which is struck out of the text.
    public static Span? Place(Message message, string text, int to, int gift) =>
        message.Places.Find(place => place.Start >= to && place.End == gift) is { End: > 0 } found
        && !(to > 0 && text[to - 1] is '给' or '为' or '向' or '往' or '到' or '在')
            ? new Span(found.Start, found.End)
            : null;

    private static Span? Named(string text, int start, int end) =>
        Names.Trim(text, start, end) is { } span
        && span.Start == start
        && (Names.IsOrganisationOrPerson(span.Of(text)) || IsLatin(span.Of(text)))
        && Names.IsNamed(span.Of(text))
            ? span
            : null;

    private static bool IsLatin(string name) =>
        name.Length > 3 && name.All(c => char.IsAsciiLetter(c) || c is ' ' or '.' or '&') && name.Contains(' ');
}
