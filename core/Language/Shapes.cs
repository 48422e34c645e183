namespace MutualAid.Core.Language;

/// <summary>Numbers that are no amounts, by their shape: phones, rooms, money, clock times, parts of a name.</summary>
internal static class Shapes
{
    public static bool IsOther(string text, int at, int end)
    {
        var before = at > 0 ? text[at - 1] : ' ';
        var after = end < text.Length ? text[end] : ' ';
        if (
            before is '#' or '第' or '￥' or '$' or '¥' or '.' or '/' or '@'
            || IsPartOfWord(before, text[at])
            || (before == '-' && at > 1 && char.IsAsciiLetter(text[at - 2]))
            || after is '%' or '℃' or '°' or '/' or '@'
        )
        {
            return true;
        }

        if (
            (after is ':' or '-' or '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))
            || (before is ':' or '-' && at > 1 && char.IsAsciiDigit(text[at - 2]))
        )
        {
            return char.IsAsciiDigit(text[at]);
        }

        return IsPhone(text, at, end) || IsRoom(text, at, end);
    }

    private static bool IsPartOfWord(char before, char first) =>
        char.IsAsciiDigit(first) ? char.IsAsciiLetterOrDigit(before) && before != 'x' : before is '星' or '周' or '拜';

    private static bool IsPhone(string text, int at, int end)
    {
        var digits = 0;
        for (var i = at; i < end; i++)
        {
            digits += char.IsAsciiDigit(text[i]) ? 1 : 0;
        }

        var plain = digits == end - at;
        return plain
            && digits >= 7
            && (
                digits == 11
                || digits > 12 && Units.At(text, end) == 0
                || text[at] == '0'
                || digits <= 8 && Units.At(text, end) == 0
                || (digits == 11 && text[at] == '1')
            );
    }

    private static bool IsRoom(string text, int at, int end)
    {
        var before = at > 0 ? text[at - 1] : ' ';
        var after = end < text.Length ? text[end] : ' ';
        return (before is '楼' or '栋' or '幢' or '室' && char.IsAsciiDigit(text[at]) && Units.At(text, end) == 0)
            || after is '室' or '栋' or '幢';
    }
}
