namespace MutualAid.Core.Language;

/// <summary>What kind of character stands where.</summary>
internal static class Texts
{
    public static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff' or >= '\u3400' and <= '\u4dbf' or '〇';

    public static bool IsWord(char c) => IsHan(c) || char.IsAsciiLetterOrDigit(c) || char.IsSurrogate(c) == false && char.IsLetter(c);

    /// <summary>Punctuation that ends a clause. Spaces do not.</summary>
    public static bool IsStop(char c) =>
        c is ',' or '。' or '、' or ';' or '!' or '?' or '\n' or '…' or '~' or '|' or '【' or '】' or '｡' or '\u0001' || IsCircled(c);

    public static bool IsCircled(char c) => c is >= '①' and <= '⑳' or >= '⑴' and <= '⒇' or >= '⒈' and <= '⒛';

    public static bool IsOpen(char c) => c is '(' or '[' or '〔';

    public static bool IsClose(char c) => c is ')' or ']' or '〕';

    public static bool IsLatin(char c) => char.IsAsciiLetter(c);

    /// <summary>Emoji, marks and other signs that are no words.</summary>
    public static bool IsNoise(char c) =>
        char.IsSurrogate(c)
        || c is '\u200d' or >= '\ufe00' and <= '\ufe0f' or >= '\u2190' and <= '\u245f' or >= '\u2500' and <= '\u2bff'
        || char.IsControl(c) && c != '\n';

    /// <summary>The place after the bracket that opens here, at most 40 characters on; the same place when it is not closed.</summary>
    public static int PastBracket(string text, int at)
    {
        if (at >= text.Length || !IsOpen(text[at]))
        {
            return at;
        }

        for (var i = at + 1; i < Math.Min(text.Length, at + 40); i++)
        {
            if (IsClose(text[i]))
            {
                return i + 1;
            }
        }

        return at;
    }

    /// <summary>Narrows a span so that it neither begins nor ends with spaces, noise or loose punctuation.</summary>
    public static (int Start, int End) Trim(string text, int start, int end)
    {
        while (start < end && IsLoose(text[start]))
        {
            start++;
        }

        while (end > start && IsLoose(text[end - 1]))
        {
            end--;
        }

        return (start, end);
    }

    private static bool IsLoose(char c) =>
        !(IsWord(c) || IsOpen(c) || IsClose(c) || c is '%' or '"' or '”' or '“' or '《' or '》' or '+' or '*') || IsNoise(c);
}
