using System.Text.RegularExpressions;

namespace MutualAid.Core.Language;

/// <summary>Why the hours of a shift could not be taken as said.</summary>
public enum HoursDoubt
{
    None,

    /// <summary>2月30日, 25点, 昨天, two readings.</summary>
    NoSuchTime,

    /// <summary>明早9–7点.</summary>
    EndBeforeStart,
}

/// <summary>A shift in one line: 明早7–9点 南门岗 12人 会测温. Texts as typed; null: not said.</summary>
public sealed partial record ShiftLine
{
    private const int Longest = 300;

    private ShiftLine() { }

    /// <summary>The first day with its hour.</summary>
    public When? Start { get; private init; }

    /// <summary>The clock time at which it ends.</summary>
    public TimeOnly? Until { get; private init; }

    /// <summary>It ends on the day after it began: 晚10点–早6点.</summary>
    public bool IsOvernight { get; private init; }
    public Repeat? Repeats { get; private init; }
    public int? People { get; private init; }

    /// <summary>What those on it have to be able to do, without 会; several are joined by 、.</summary>
    public string? Skill { get; private init; }

    /// <summary>Who leads it: what follows 带班 or 负责人.</summary>
    public string? Lead { get; private init; }

    /// <summary>What else was said: the place, the name of a team.</summary>
    public IReadOnlyList<string> Words { get; private init; } = [];

    public HoursDoubt Doubt { get; private init; }

    /// <summary>The words of the hours that cannot be.</summary>
    public string? Doubtful { get; private init; }

    /// <summary>It says from when to when, well or badly.</summary>
    public bool HasHours => Start is not null || Doubt != HoursDoubt.None;

    public bool IsWhole => HasHours && People is not null && Words.Count > 0;

    public static ShiftLine Read(string text, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(text);
        var said = text.Length > Longest ? text[..Longest] : text;
        var folded = Folding.Align(said);
        var hours = ShiftHours.Read(folded, now);
        var rest = Struck(folded, hours?.At ?? 0, hours?.End ?? 0);
        rest = Struck(rest, hours?.Day?.Start ?? 0, hours?.Day?.End ?? 0);
        var lead = LeadWord().Match(rest);
        rest = Struck(rest, lead.Index, lead.Index + lead.Length);
        var people = PeopleWord().Match(rest);
        rest = Struck(rest, people.Index, people.Index + people.Length);
        var skill = SkillWord().Match(rest);
        rest = Struck(rest, skill.Index, skill.Index + skill.Length);
        return new ShiftLine
        {
            Start = hours?.Start,
            Until = hours?.Until,
            IsOvernight = hours?.IsOvernight ?? false,
            Repeats = hours?.Repeats,
            Doubt = hours?.Doubt ?? HoursDoubt.None,
            Doubtful = hours is { Doubt: not HoursDoubt.None } ? said[hours.At..hours.End].Trim() : null,
            People = Count(folded, people),
            Skill = Part(said, skill)?.TrimEnd('的', '人'),
            Lead = Part(said, lead),
            Words = Places(said, rest),
        };
    }

    private static int? Count(string folded, Match people) =>
        people.Success
        && Numerals.Read(folded, people.Groups["it"].Index) is { Kind: NumeralKind.Exact, Value: >= 0 and < 1_000_000 } number
            ? (int)number.Value
            : null;

    private static string? Part(string said, Match match) =>
        match.Groups["it"] is { Success: true } it ? said.Substring(it.Index, it.Length).Trim() : null;

    private static List<string> Places(string said, string rest) =>
        [
            .. Word()
                .Matches(rest)
                .Select(word => said.Substring(word.Index, word.Length).Trim())
                .Where(word => word.Any(char.IsLetterOrDigit) && word is not ("值班" or "要" or "需要" or "在" or "at"))
                .Select(word => Label().Replace(word, ""))
                .Where(word => word.Length is > 0 and <= 40),
        ];

    private static string Struck(string text, int from, int to) =>
        string.Concat(text.AsSpan(0, from), new string('\u0001', to - from), text.AsSpan(to));

    [GeneratedRegex(
        @"(?:需要|需|要|限|招|共)?\s*(?<it>[0-9]{1,6}|[零一二两三四五六七八九十百]{1,5})\s*(?:个人|人|名|位|个(?!小时)|people|persons|volunteers|helpers)"
    )]
    private static partial Regex PeopleWord();

    [GeneratedRegex(@"(?:都?要会|需会|得会|会|懂|技能:?|who can|able to|skills?:?)\s*(?<it>(?:[a-z]+ ?){1,4}|[^\s,;。!\u0001]{1,24})")]
    private static partial Regex SkillWord();

    [GeneratedRegex(@"(?:带班|负责人|领班|led by|lead)\s*:?\s*(?<it>[^\s,;。、\u0001]{1,20})")]
    private static partial Regex LeadWord();

    // A space parts Chinese words; South gate is one place.
    [GeneratedRegex(@"(?:[^\s,;。、!\u0001]|(?<=[a-z0-9]) (?=[a-z0-9]))+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(?:地点|岗位|位置|place|at)\s*[:： ]?\s*|^在(?=.{2})", RegexOptions.IgnoreCase)]
    private static partial Regex Label();
}
