using System.Globalization;
using MutualAid.Core.Language;

namespace MutualAid.Tests.Language;

/// <summary>Fifteen hundred amounts with what they say, spelled out by rule families that do not use the reader.</summary>
public sealed class QuantityCorpusTests
{
    [Fact]
    public void Each_amount_of_the_corpus_says_what_was_spelled_out()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", "quantities.tsv"));
        var wrong = lines
            .Select(line => line.Split('\t'))
            .Where(pair => Said(pair[0]) != pair[1])
            .Select(pair => $"{pair[0]}: {pair[1]}, not {Said(pair[0])}");

        Assert.True(lines.Length >= 1500);
        Assert.Empty(wrong);
    }

    private static string Said(string text)
    {
        var reading = Quantities.Read(text);
        return reading.Outcome switch
        {
            QuantityOutcome.Value => string.Join(
                ' ',
                new[] { Number(reading), reading.Unit ?? "", Hedged(reading.Hedge) }.Where(part => part.Length > 0)
            ),
            QuantityOutcome.Ask => "ask",
            QuantityOutcome.Refuse => "refuse",
            _ => "no",
        };
    }

    private static string Number(QuantityReading reading) => reading.Value!.Value.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Hedged(Hedge hedge) =>
        hedge switch
        {
            Hedge.About => "about",
            Hedge.AtLeast => "least",
            _ => "",
        };
}
