namespace MutualAid.Core.Language;

/// <summary>Reads a new class: title, start, speaker.</summary>
internal static partial class Lessons
{
    private static readonly Lexicon Heads = Lexicon.Listed("LessonsHeads");

    private static readonly Lexicon TitleLabels = Lexicon.Listed("LessonsTitleLabels");
    private static readonly Lexicon SpeakerLabels = Lexicon.Listed("LessonsSpeakerLabels");
    private static readonly Lexicon SpeakerTails = new(
        "讲《 教 开课 开班 教大家 来教 主讲 来讲 来分享 分享 讲课 授课 讲 给大家讲 为大家讲 老师 开讲 主持 带来 带大家"
    );

    // 下周六早上十点 《包饺子》 在活动室
    private static readonly Lexicon Rooms = new(
        "教 带练 活动室 会议室 教室 线上 腾讯会议 钉钉 群里 直播 讲堂 文化站 服务中心 大厅 老师 医生 教大家 学习"
    );
    private static readonly Lexicon Shown = new("电影 放映 首映 看《 看了 演出 电视 节目 晚会 小说 书店");

    public static Lexicon Cue => Heads;

    public static bool IsCue(string text) => Heads.In(text);

    /// <summary>A sentence without such a word that still announces a class: a clock time, and 讲《…》 or 主讲.</summary>
    public static bool IsTimed(Message message)
    {
        var text = message.Folded;
        var named =
            text.Contains('《', StringComparison.Ordinal)
            || text.Contains("题目", StringComparison.Ordinal)
            || text.Contains("主题", StringComparison.Ordinal);
        var taught =
            text.Contains("主讲", StringComparison.Ordinal)
            || text.Contains('课')
            || text.Contains('讲')
            || text.Contains("分享", StringComparison.Ordinal)
            || text.Contains('《', StringComparison.Ordinal) && Rooms.In(text) && !Shown.In(text);
        return named && taught && message.Moments.Exists(m => m.HasClock);
    }

    public static Meaning New(Message message, bool command)
    {
        var text = message.Folded;
        var moment = message.Moments.Find(m => m.HasClock) ?? (message.Moments.Count > 0 ? message.Moments[0] : null);
        var rule = Recurrence.Find(text, message.Context.Now);
        var quoted = Quoted(text);
        var speaker = Speaker(message, quoted);
        var title = quoted ?? Labelled(message, speaker) ?? AfterHead(message, speaker, command) ?? Opened(text);
        return new Meaning("class_new")
        {
            Title = title is { } t && !t.IsEmpty ? message.Slice(t) : null,
            Start =
                rule is { Next: [{ Time: not null } first, ..] } ? first
                : moment is { HasClock: true, Time: not null } ? moment.When
                : null,
            Speaker = speaker is { } s ? message.Slice(s) : null,
            Doubts = rule is null ? Doubts(message, moment) : [],
        };
    }

    private static IReadOnlyList<Doubt> Doubts(Message message, Moment? moment) =>
        moment is null || (moment.Doubt is null && moment.HasClock)
            ? []
            :
            [
                new Doubt(
                    moment.Doubt ?? DoubtKind.AmbiguousTime,
                    message.Slice(moment.Start, Math.Min(moment.End, message.Text.Length)),
                    moment.Choices
                ),
            ];

    private static Span? Quoted(string text)
    {
        var open = text.IndexOf('《', StringComparison.Ordinal);
        var close = open < 0 ? -1 : text.IndexOf('》', open);
        if (close > open + 1)
        {
            return new Span(open + 1, close);
        }

        // “…” encloses a title only when nothing but labels stand around it.
        open = text.IndexOf('“', StringComparison.Ordinal);
        close = open < 0 ? -1 : text.IndexOf('”', open);
        var before = open > 0 ? text[open - 1] : ' ';
        var after = close + 1 < text.Length ? text[close + 1] : ' ';
        return
            close > open + 1
            && (!Texts.IsWord(after) || after is '课' or '的' or '讲')
            && (!Texts.IsWord(before) || before is '题' or '叫' or '程' or '课' or '讲' or '为' or '节' or '堂' or '个' or '场')
            ? new Span(open + 1, close)
            : null;
    }

    private static Span? Labelled(Message message, Span? speaker)
    {
        var text = message.WithoutMoments(speaker is { } s ? [s] : []);
        for (var i = 0; i < text.Length; i++)
        {
            var length = TitleLabels.At(text, i);
            var from = i + length;
            var colon =
                length > 0
                && from < text.Length
                && (text[from] is ':' || (text[i] is '主' or '题' or '叫' or 't' && text[from] is ' ' or '"' or '“' or '是'));
            if (colon || (length > 2 && text[i..from].EndsWith('是')) || (length > 1 && text[from - 1] == '叫'))
            {
                return Until(text, from, message.Folded);
            }
        }

        return null;
    }

    private static Span? AfterHead(Message message, Span? speaker, bool command)
    {
        var text = message.WithoutMoments(speaker is { } s ? [s] : []);
        var from = 0;
        var found = command;
        for (var i = 0; i < text.Length; i++)
        {
            if (Heads.At(text, i) is var length and > 0)
            {
                (from, found) = (i + length, true);
                break;
            }
        }

        if (!found)
        {
            return null;
        }

        while (from < text.Length && (!Texts.IsWord(text[from]) && text[from] is not ('“' or '"')))
        {
            from++;
        }

        return Until(text, from, message.Folded);
    }

    private static Span? Until(string text, int from, string folded)
    {
        while (from < text.Length && (text[from] is ' ' or ':' or '是' or '\u0001' or ',' or '\n'))
        {
            from++;
        }

        var end = from;
        while (
            end < text.Length && text[end] is not (',' or '\u0001' or '\n' or ';' or '。') && !(text[end] == ' ' && EndsTitle(text, end))
        )
        {
            end++;
        }

        var cut = SpeakerLabels.Before(text, end, from);
        end -= cut > 1 ? cut : 0;
        while (end > from && text[end - 1] is ' ' or ':' or '!' or '由')
        {
            end--;
        }

        var enclosed = end - from > 2 && folded[from] is '“' or '"' && folded[end - 1] is '”' or '"';
        return end - from < 2 ? null
            : enclosed ? new Span(from + 1, end - 1)
            : new Span(from, end);
    }

    private static bool EndsTitle(string text, int space) =>
        space + 1 < text.Length
        && (
            text[space + 1] is '\u0001'
            || SpeakerLabels.At(text, space + 1) > 0
            || (Texts.IsHan(text[space + 1]) && Texts.IsHan(text[space - 1]))
        );
}
