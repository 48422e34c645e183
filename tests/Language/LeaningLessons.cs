using System.Globalization;
using MutualAid.Core.Language;

namespace MutualAid.Tests.Language;

/// <summary>Learns from labelled outlines what each short piece speaks for: a softmax over the intents, a few rounds of gradient steps.</summary>
internal sealed class LeaningLessons
{
    private const int Rounds = 8;
    private const double Step = 1.8;
    private const int Seed = 1;

    // In hundredths; a lighter weight speaks for nothing.
    private const int Lightest = 4;

    private readonly List<string> intents;
    private readonly SortedDictionary<string, double[]> weights = new(StringComparer.Ordinal);
    private readonly List<(int Intent, List<string> Pieces)> lessons;

    private LeaningLessons(IReadOnlyCollection<(string Intent, string Outline)> labelled)
    {
        intents = [.. labelled.Select(each => each.Intent).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var all = labelled.Select(each => (Intent: intents.IndexOf(each.Intent), Pieces: Leanings.Pieces(each.Outline))).ToList();
        // What was said once tells of one message, not of a kind.
        foreach (
            var piece in all.SelectMany(each => each.Pieces).CountBy(piece => piece, StringComparer.Ordinal).Where(each => each.Value > 1)
        )
        {
            weights[piece.Key] = new double[intents.Count];
        }

        lessons = [.. all.Select(each => (each.Intent, each.Pieces.Where(weights.ContainsKey).ToList()))];
    }

    /// <summary>The lines of Words/Leanings.txt.</summary>
    public static List<string> Teach(IReadOnlyCollection<(string Intent, string Outline)> labelled)
    {
        var taught = new LeaningLessons(labelled);
        taught.Run();
        return [string.Join(' ', taught.intents), .. taught.weights.Select(each => Line(each.Key, each.Value)).OfType<string>()];
    }

    public static (string Intent, string Outline) Lesson(Labelled message) =>
        (message.Intent, Outline.Of(new Message(message.Text, new ReadingContext(message.Now, true))));

    private void Run()
    {
        var order = new Random(Seed);
        var turns = lessons.ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            order.Shuffle(turns);
            foreach (var (intent, pieces) in turns)
            {
                Learn(intent, pieces, Step / (1 + (0.3 * round)));
            }
        }
    }

    private void Learn(int intent, List<string> pieces, double step)
    {
        var sums = new double[intents.Count];
        foreach (var piece in pieces)
        {
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += weights[piece][i];
            }
        }

        var shares = Leanings.Shares(sums, pieces.Count);
        shares[intent] -= 1;
        foreach (var piece in pieces)
        {
            for (var i = 0; i < shares.Length; i++)
            {
                weights[piece][i] -= Math.Abs(shares[i]) < 0.01 ? 0 : step * shares[i] / Math.Sqrt(pieces.Count + 1);
            }
        }
    }

    private static string? Line(string piece, double[] row)
    {
        var said = row.Select((weight, intent) => (Intent: intent, Weight: (int)Math.Round(weight * 100)))
            .Where(each => Math.Abs(each.Weight) >= Lightest)
            .Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Intent}:{each.Weight}"))
            .ToList();
        return said.Count == 0 ? null : $"{piece}\t{string.Join(' ', said)}";
    }
}
