using System.Globalization;
using System.Text.RegularExpressions;

namespace MutualAid.Admin.Pages;

/// <summary>What an entry of the trail changed, in the words of people: nouns and fields that nobody would miss are left out.</summary>
public static partial class ChangeWords
{
    private const string Nothing = "–";

    /// <summary>Line by line: <c>班：开始时间 11月24日 07:00 → 11月24日 08:00</c>.</summary>
    public static IReadOnlyList<string> Of(string changes, ConsoleWords t)
    {
        var lines = new List<string>();
        foreach (var line in changes.Split('\n'))
        {
            if (Line().Match(line) is { Success: true } found && Said(found, t) is { } said)
                lines.Add(said);
        }

        // Six lines of one sheet are one line with a number.
        return
        [
            .. lines
                .GroupBy(it => it, StringComparer.Ordinal)
                .Select(it => it.Count() == 1 ? it.Key : t.Plain("audit.times", it.Key, it.Count())),
        ];
    }

    private static string? Said(Match line, ConsoleWords t)
    {
        if (t.Find("audit.noun." + line.Groups["noun"].Value) is not { } noun)
            return null;
        if (line.Groups["sign"].Value.Trim() is { Length: 1 } sign)
            return t.Plain(sign == "+" ? "audit.added" : "audit.removed", noun);
        var fields = line.Groups["fields"]
            .Value.Split(", ")
            .Select(it => FieldOf(it, line.Groups["noun"].Value, t))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return fields.Count == 0 ? null : t.Plain("audit.changed", noun, string.Join(t.Plain("audit.and"), fields));
    }

    // VerifiedAt – → 2020-02-05 04:00Z; of words, and of whose id it is, only that it changed.
    private static string? FieldOf(string change, string noun, ConsoleWords t)
    {
        var name = change.Split(' ')[0];
        if ((t.Find($"audit.field.{noun}.{name}") ?? t.Find("audit.field." + name)) is not { } field)
            return null;
        var values = change[name.Length..].Split(" → ");
        return values.Length != 2 || name.EndsWith("Id", StringComparison.Ordinal)
            ? t.Plain("audit.rewritten", field)
            : t.Plain("audit.became", field, Value(values[0].Trim(), name, t), Value(values[1].Trim(), name, t));
    }

    private static string Value(string value, string field, ConsoleWords t) =>
        value is Nothing or "" ? t.Plain("audit.value.none")
        : DateTime.TryParseExact(
            value,
            "yyyy-MM-dd HH:mm'Z'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time
        )
            ? t.Time(time)
        : field.EndsWith("Cents", StringComparison.Ordinal) && long.TryParse(value, CultureInfo.InvariantCulture, out var cents)
            ? GoodsWords.Money(cents)
        : t.Find("audit.value." + value) ?? t.Find("role." + value) ?? value;

    [GeneratedRegex(@"^(?<sign>[+-] )?(?<noun>[A-Z]\w+) [^:]*(?:: (?<fields>.+))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();
}
