using System.Text.RegularExpressions;

namespace MutualAid.Core.Language;

/// <summary>What the announcement of a class says beside title, time and speaker; texts as typed, null: not said.</summary>
public sealed partial record LessonDetails
{
    private LessonDetails() { }

    /// <summary>限30人.</summary>
    public int? Places { get; private init; }

    /// <summary>90分钟, 一个半小时.</summary>
    public int? Minutes { get; private init; }

    /// <summary>腾讯会议 123-456-789, a link, or what follows 地点.</summary>
    public string? Venue { get; private init; }

    /// <summary>What follows 单位 or 来自.</summary>
    public string? Organisation { get; private init; }

    /// <summary>讲课费 200, in yuan; 0 for 免收.</summary>
    public decimal? Fee { get; private init; }

    /// <summary>The word that those present say: what follows 口令.</summary>
    public string? Code { get; private init; }

    /// <summary>每周三 晚8点: it is a series.</summary>
    public Repetition? Rule { get; private init; }

    /// <summary>共4讲: how many classes the series has.</summary>
    public int? Lessons { get; private init; }

    public bool IsMeeting { get; private init; }
    public bool IsActivity { get; private init; }

    /// <summary>Reads an announcement.</summary>
    /// <param name="title">Its title: nothing in it is a detail.</param>
    public static LessonDetails Read(string text, string? title, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(text);
        var said = text.Length > Reader.Longest ? text[..Reader.Longest] : text;
        if (!string.IsNullOrEmpty(title) && said.IndexOf(title, StringComparison.Ordinal) is var at and >= 0)
            said = string.Concat(said.AsSpan(0, at), new string('\n', title.Length), said.AsSpan(at + title.Length));
        var folded = Folding.Align(said);
        var untimed = new Message(said, new ReadingContext(now, Addressed: true)).WithoutMoments();
        return new LessonDetails
        {
            Places = Number(folded, PlacesWord().Match(folded)) is { } places and >= 1 and <= int.MaxValue ? (int)places : null,
            Minutes = Length().Match(untimed) is { Success: true } length ? (int?)Durations.Minutes(length.Value) : null,
            Venue = Tail(said, Online().Match(folded)) ?? Tail(said, Link().Match(folded)) ?? Tail(said, Address().Match(folded)),
            Organisation = Tail(said, From().Match(folded)),
            Fee = Number(folded, FeeWord().Match(folded)) ?? (Free().IsMatch(folded) ? 0 : null),
            Code = Tail(said, CodeWord().Match(folded)),
            Rule = Recurrence.Find(folded, now)?.Said,
            Lessons = Number(folded, LessonsWord().Match(folded)) is { } lessons and >= 1 and <= 1000 ? (int)lessons : null,
            IsMeeting = MeetingWord().IsMatch(folded),
            IsActivity = folded.Contains("活动", StringComparison.Ordinal) || folded.Contains("activity", StringComparison.Ordinal),
        };
    }

    // The group "it" is the detail itself.
    private static string? Tail(string said, Match match) =>
        match.Groups["it"] is { Success: true } it && said.Substring(it.Index, it.Length).Trim() is { Length: > 0 } text ? text : null;

    private static decimal? Number(string folded, Match word) =>
        word.Success && Numerals.Read(folded, word.Index + word.Length) is { Kind: NumeralKind.Exact } number ? number.Value : null;

    [GeneratedRegex(@"(?:限额|限报|限|名额|最多|上限|max|limit|capacity|up to)\s*:?\s*(?=[0-9零一二两三四五六七八九十百])")]
    private static partial Regex PlacesWord();

    [GeneratedRegex("[0-9零一二两三四五六七八九十百半]+个?半?(?:小时|分钟|钟头)(?!后|前)")]
    private static partial Regex Length();

    [GeneratedRegex(
        @"(?<it>(?:腾讯会议|会议号|钉钉会议|飞书会议|钉钉|飞书|zoom|teams|meeting)\s*(?:会议|id|号|:|#)*\s*(?:[0-9][0-9\- ]{5,18}[0-9]|https?://\S+)?)"
    )]
    private static partial Regex Online();

    [GeneratedRegex(@"(?<it>https?://\S+)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?:地点|地址|会场|venue|place)\s*:?\s*(?<it>[^\s,;。、][^,;。\n]{0,60}?)(?=\s|,|;|。|\n|$)")]
    private static partial Regex Address();

    [GeneratedRegex(@"(?:单位|来自|机构|organisation|from)\s*:?\s*(?<it>[^\s,;。、]{2,40})")]
    private static partial Regex From();

    [GeneratedRegex(@"(?:讲课费|课酬|讲师费|fee)\s*:?\s*(?=[0-9零一二两三四五六七八九十百])")]
    private static partial Regex FeeWord();

    [GeneratedRegex(@"(?:共|一共|总共|连续|连)\s*(?=[0-9零一二两三四五六七八九十]+\s*(?:讲|课|节|次|场|期|堂))")]
    private static partial Regex LessonsWord();

    [GeneratedRegex("免收|不收费|不收讲课费|免讲课费|义务讲|公益课|no fee|waived")]
    private static partial Regex Free();

    [GeneratedRegex(@"(?:签到口令|口令|暗号|code)\s*:?\s*(?<it>[^\s,;。、]{1,20})")]
    private static partial Regex CodeWord();

    [GeneratedRegex(@"(?<!腾讯|钉钉|飞书)(?:会议(?!号)|例会|开会)")]
    private static partial Regex MeetingWord();
}
