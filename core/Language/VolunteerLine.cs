using System.Text.RegularExpressions;

namespace MutualAid.Core.Language;

/// <summary>What somebody tells of themselves as a volunteer: 会测温、开车 住杏花台 周末有空. Texts as typed; null: not said.</summary>
public sealed partial record VolunteerLine
{
    private VolunteerLine() { }

    public IReadOnlyList<string> Skills { get; private init; } = [];
    public string? Area { get; private init; }
    public required FreeTimes Free { get; init; }
    public string? Phone { get; private init; }

    /// <param name="isList">Behind /volunteer the words themselves are skills, even without 会.</param>
    public static VolunteerLine Read(string text, bool isList, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(text);
        var said = text.Length > Reader.Longest ? text[..Reader.Longest] : text;
        var folded = Folding.Align(said);
        var (free, phones, area) = (FreeTimes.Read(said), Phones.Find(folded), AreaWord().Match(folded));
        var rest = said.ToCharArray();
        foreach (var span in free.Spans.Concat(phones).Append(new Span(area.Index, area.Index + area.Length)))
            Array.Fill(rest, '，', span.Start, span.End - span.Start);
        var bare = new string(rest);
        var skills = Language.Skills.Read(new Message(bare, new ReadingContext(now, Addressed: true)));
        if (skills.Count == 0 && isList)
            skills = [.. bare.Split(Breaks, StringSplitOptions.TrimEntries).Where(word => word.Length is > 0 and <= 20)];
        return new VolunteerLine
        {
            Free = free,
            Skills = [.. skills.Distinct(StringComparer.Ordinal)],
            Area = area.Groups["it"] is { Success: true } it ? said.Substring(it.Index, it.Length) : null,
            Phone = phones.Count > 0 ? said[phones[0].Start..phones[0].End] : null,
        };
    }

    private static readonly char[] Breaks = ['，', ',', '、', ';', '；', '。', '\n'];

    [GeneratedRegex(@"(?:片区|负责片区|住在|家住|住|在(?=\S{2,12}(?:社区|小区|村|街道))|area)\s*:?\s*(?<it>[^\s,;。、]{2,20})")]
    private static partial Regex AreaWord();
}
