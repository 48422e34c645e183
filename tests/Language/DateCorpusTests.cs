using System.Globalization;
using MutualAid.Core.Language;

namespace MutualAid.Tests.Language;

/// <summary>Fifteen hundred moments at four times of saying them, spelled out by rule families that do not use the reader.</summary>
public sealed class DateCorpusTests
{
    [Fact]
    public void Each_moment_of_the_corpus_says_what_was_spelled_out()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", "dates.tsv"));
        var wrong = lines
            .Select(line => line.Split('\t'))
            .Where(parts => Said(parts[1], parts[0], parts[2]) != parts[2])
            .Select(parts => $"{parts[0]} {parts[1]}: {parts[2]}, not {Said(parts[1], parts[0], parts[2])}");

        Assert.True(lines.Length >= 1500);
        Assert.Empty(wrong);
    }

    // "ask" alone leaves open which day is proposed.
    private static string Said(string text, string now, string expected)
    {
        var reading = Dates.Read(text, DateTime.Parse(now, CultureInfo.InvariantCulture));
        return reading.Outcome switch
        {
            DateOutcome.Value => $"{reading.Value}",
            DateOutcome.Ask => expected == "ask" ? "ask" : $"ask {reading.Value}",
            DateOutcome.Refuse => "refuse",
            DateOutcome.Repeats => $"each {string.Join(' ', reading.Next)}",
            _ => "no",
        };
    }
}
