namespace MutualAid.Core.Language;

/// <summary>Who gives the talk.</summary>
internal static partial class Lessons
{
    // Latin words behind a name that speak of something else.
    private static readonly Lexicon Beyond = new(
        "limit max capacity up_to from at on in for zoom teams meeting venue place code fee no_fee"
    );

    private static Span? Speaker(Message message, Span? title)
    {
        var text = message.WithoutMoments(title is { } t ? [t] : []);
        for (var i = 0; i < text.Length; i++)
        {
            var length = SpeakerLabels.At(text, i);
            if (length == 0 || (length == 1 && i > 0 && Texts.IsHan(text[i - 1])))
            {
                continue;
            }

            if (PersonAt(text, i + length) is { } named)
            {
                return named;
            }
        }

        return BeforeTail(text) ?? LastWord(text, message);
    }

    private static Span? PersonAt(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or ':' or '是' or '请' or '-' or '、')
        {
            at++;
        }

        var end = at;
        while (
            end < text.Length
            && end - at < 60
            && (
                Texts.IsHan(text[end])
                || char.IsAsciiLetter(text[end])
                || text[end] == '·'
                || (
                    text[end] == ' '
                    && end > at
                    && char.IsAsciiLetter(text[end - 1])
                    && end + 1 < text.Length
                    && char.IsAsciiLetter(text[end + 1])
                    && Beyond.At(text, end + 1) == 0
                )
            )
        )
        {
            end++;
        }

        for (var length = Math.Min(4, end - at); length >= 2; length--)
        {
            var rest = at + length;
            var ends =
                rest == end
                || SpeakerTails.At(text, rest) > 0
                || Names.TitleBefore(text, Math.Min(end, rest + 2), rest) == Math.Min(end, rest + 2) - rest
                || Names.TitleBefore(text, end, rest) == end - rest;
            if (ends && Texts.IsHan(text[at]) && Names.IsPerson(text[at..rest]))
            {
                return Names.Trim(text, at, rest);
            }
        }

        if (end > at && char.IsAsciiLetter(text[at]) && end - at < 30)
        {
            return new Span(at, end);
        }

        var name = end - at is 2 or 3 && Names.IsSurname(text[at]) ? Names.Trim(text, at, end) : null;
        return name ?? PersonPrefix(text, at, end);
    }

    private static Span? PersonPrefix(string text, int at, int end) =>
        end - at > 3 && Names.IsSurname(text[at])
            ? Names.TitleBefore(text, at + 3, at + 1) > 0 || Names.TitleBefore(text, at + 4, at + 2) > 0
                ? new Span(at, at + 3)
                : null
            : null;

    // 乐知秋讲《…》, 戚远航老师, 由沈安澜主讲
    private static Span? BeforeTail(string text)
    {
        for (var i = 2; i < text.Length; i++)
        {
            var length = SpeakerTails.At(text, i);
            if (length == 0)
            {
                continue;
            }

            // 薛建平主任后天上午讲《…》
            var end = i;
            while (end > 0 && text[end - 1] == '\u0001')
            {
                end--;
            }

            var title = end < i ? Names.TitleBefore(text, end, 0) : 0;
            end -= end - title > 1 ? title : 0;
            for (var back = 3; back >= 2; back--)
            {
                var start = end - back;
                var edge =
                    start == 0
                    || (
                        start > 0 && (!Texts.IsHan(text[start - 1]) || text[start - 1] is '由' or '请' or '是' or '、')
                        || Names.TitleBefore(text, start, 0) > 1
                    );
                if (start >= 0 && edge && Names.IsPerson(text[start..end]))
                {
                    return new Span(start, end);
                }
            }
        }

        return null;
    }

    // /class_new 题目 3月23日19:00 柏听雨
    private static Span? LastWord(string text, Message message)
    {
        var at = message.Moments.Count > 0 ? message.Moments[^1].End : text.Length;
        for (var i = Math.Min(at, text.Length); i < text.Length; i++)
        {
            if (Texts.IsHan(text[i]))
            {
                var end = i;
                while (end < text.Length && Texts.IsHan(text[end]))
                {
                    end++;
                }

                if (Names.IsPerson(text[i..end]))
                {
                    return Names.Trim(text, i, end);
                }

                i = end;
            }
        }

        return null;
    }
}
