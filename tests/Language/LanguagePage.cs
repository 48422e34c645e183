using System.Globalization;
using System.Text;
using MutualAid.Core.Language;
using MutualAid.Core.Language.Lists;
using MutualAid.Core.Messaging;
using MutualAid.Tests.HouseRules;

namespace MutualAid.Tests.Language;

/// <summary>Writes docs/language.md: what the reader makes of worked examples.</summary>
internal static class LanguagePage
{
    private static readonly DateTime Now = new(2026, 11, 22, 9, 0, 0);

    public static string Write()
    {
        var page = new StringBuilder(LanguageExamples.Head);
        page.Append("\n## Amounts\n\n| said | read |\n|---|---|\n");
        Rows(page, LanguageExamples.Quantities, Quantity);
        page.Append(
            CultureInfo.InvariantCulture,
            $"\n## Days and times\n\nNow is {Now.ToString("dddd d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture)}.\n\n| said | read |\n|---|---|\n"
        );
        Rows(page, LanguageExamples.Moments, Moment);
        page.Append(
            "\n## Acts by example\n\nAddressed to the bot: in private, with its name, or as a reply.\n\n| said | read |\n|---|---|\n"
        );
        Rows(page, LanguageExamples.Acts, text => Meaning(text, addressed: true));
        page.Append(LanguageExamples.Bounds);
        Rows(page, LanguageExamples.Talk, text => Meaning(text, addressed: false));
        page.Append("\n## Why\n\n`parse --why` tells it for each message.\n");
        LanguageExamples.Explained.ToList().ForEach(text => Why(page, text));
        page.Append(LanguageExamples.ListHead);
        LanguageExamples.Lists.ToList().ForEach(text => List(page, text));
        return page.ToString();
    }

    private static void Rows(StringBuilder page, string groups, Func<string, string> read)
    {
        foreach (var group in groups.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var said = group.Split(" · ");
            var distinct = said.Select(read).Distinct(StringComparer.Ordinal).ToList();
            page.Append("| ").AppendJoin(" · ", said.Select(Cell)).Append(" | ");
            page.AppendJoin(" · ", distinct.Count == 1 ? distinct : said.Select(read)).Append(" |\n");
        }
    }

    private static string Cell(string text) =>
        text.Replace("|", "\\|", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal);

    private static string Quantity(string text)
    {
        var reading = Quantities.Read(text);
        var hedge = reading.Hedge switch
        {
            Hedge.About => " (about)",
            Hedge.AtLeast => " (at least)",
            _ => "",
        };
        var pack = reading.PackTotal is { } total ? " (= " + $"{total:0.##} {reading.PackUnit}".Trim() + ")" : "";
        return reading.Outcome switch
        {
            QuantityOutcome.Value => $"{reading.Value:#,0.##} {reading.Unit}".Trim() + hedge + pack,
            QuantityOutcome.Ask => "**asked**" + Choices(reading.Choices),
            QuantityOutcome.Refuse => "**refused**",
            _ => "no amount",
        };
    }

    private static string Moment(string text)
    {
        var reading = Dates.Read(text, Now);
        return reading.Outcome switch
        {
            DateOutcome.Value => Shown(reading.Value!),
            DateOutcome.Ask => "**asked**" + Choices(reading.Choices),
            DateOutcome.Refuse => "**refused**" + Choices(reading.Choices),
            DateOutcome.Repeats => "repeats: " + string.Join(", ", reading.Next.Select(Shown)),
            _ => "no time",
        };
    }

    private static string Shown(When when) =>
        when.Date.ToString("ddd yyyy-MM-dd", CultureInfo.InvariantCulture)
        + (when.Time is { } time ? time.ToString(" HH:mm", CultureInfo.InvariantCulture) : "");

    private static string Choices(IReadOnlyList<string> choices) => choices.Count == 0 ? "" : $" ({string.Join(" / ", choices)})";

    private static string Meaning(string text, bool addressed)
    {
        var meaning = Reader.Read(text.Replace("⏎", "\n", StringComparison.Ordinal), new ReadingContext(Now, addressed));
        return meaning.IsNothing ? "left alone" : $"`{{{ParseJson.Write("", meaning)[9..].Replace("|", "\\|", StringComparison.Ordinal)}`";
    }

    private static void Why(StringBuilder page, string text)
    {
        var words = Core.Messaging.Phrases.Load(Path.Combine(Sources.Root, "content"));
        page.Append(CultureInfo.InvariantCulture, $"\n```\n{text}\n");
        foreach (var line in Explaining.Of(text, new ReadingContext(Now, true)).Lines(new Speech(words, "zh-CN")))
        {
            page.Append(CultureInfo.InvariantCulture, $"  {line}\n");
        }

        page.Append("```\n");
    }

    private static void List(StringBuilder page, string text)
    {
        var list = PastedLists.Read(text);
        page.Append(CultureInfo.InvariantCulture, $"\n```\n{text}\n```\n\n| no. | who | what | note | doubts |\n|---|---|---|---|---|\n");
        foreach (var row in list.Rows)
        {
            var items = string.Join(
                ", ",
                row.Items.Select(item =>
                    $"{item.Name} {item.Quantity?.ToString("0.##", CultureInfo.InvariantCulture) ?? "?"} {item.Unit}".Trim()
                )
            );
            var who = row.Name + (row.Proxy is null ? "" : $" (by {row.Proxy})");
            var note = $"{row.Community} {row.Note}".Trim();
            page.Append("| ").AppendJoin(" | ", row.Number, who, items, note, string.Join(", ", row.Doubts)).Append(" |\n");
        }

        page.Append(
            CultureInfo.InvariantCulture,
            $"\nTotal: {string.Join(", ", list.Totals.Select(total => $"{total.Item} {total.Quantity:0.##} {total.Unit}".Trim()))}\n"
        );
    }
}
