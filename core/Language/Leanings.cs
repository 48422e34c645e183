using System.Collections.Frozen;
using System.Globalization;

namespace MutualAid.Core.Language;

/// <summary>An intent with the share of belief in it, 0 to 1.</summary>
internal readonly record struct Leaning(string Intent, double Share, double Silence);

/// <summary>
/// Weighs the short pieces of an outline for each intent. The weights were learned from the labelled messages of tests/Data and stand in Words/Leanings.txt.
/// </summary>
internal static class Leanings
{
    /// <summary>The longest piece that is weighed.</summary>
    public const int Longest = 3;

    private static readonly Lazy<Weights> Learned = new(() => new Weights(WordLists.Lines("Leanings")));

    public static Leaning Of(string outline) => Learned.Value.Lean(outline);

    /// <summary>The pieces of an outline, each once.</summary>
    public static HashSet<string> Pieces(string outline)
    {
        var pieces = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < outline.Length; i++)
        {
            for (var length = 1; length <= Longest && i + length <= outline.Length; length++)
            {
                pieces.Add(outline.Substring(i, length));
            }
        }

        return pieces;
    }

    /// <summary>Shares that sum to one, from weights summed over so many pieces.</summary>
    public static double[] Shares(double[] sums, int pieces)
    {
        var scale = 1 / Math.Sqrt(pieces + 1);
        var most = sums.Max();
        var powers = Array.ConvertAll(sums, sum => Math.Exp((sum - most) * scale));
        var all = powers.Sum();
        return Array.ConvertAll(powers, power => power / all);
    }
}

/// <summary>The learned weights: the first line names the intents, each further line a piece with one weight an intent, in hundredths.</summary>
internal sealed class Weights
{
    private readonly string[] intents;
    private readonly FrozenDictionary<string, (int Intent, double Weight)[]> byPiece;

    public Weights(IEnumerable<string> lines)
    {
        var rows = lines.ToList();
        intents = rows[0].Split(' ');
        byPiece = rows.Skip(1)
            .Select(row => row.Split('\t'))
            .ToFrozenDictionary(row => row[0], row => Read(row[1]), StringComparer.Ordinal);
    }

    public Leaning Lean(string outline)
    {
        var sums = new double[intents.Length];
        var known = 0;
        foreach (var piece in Leanings.Pieces(outline))
        {
            Effort.Spend();
            if (byPiece.TryGetValue(piece, out var weights))
            {
                known++;
                foreach (var (intent, weight) in weights)
                {
                    sums[intent] += weight;
                }
            }
        }

        var shares = Leanings.Shares(sums, known);
        var best = Array.IndexOf(shares, shares.Max());
        return new Leaning(intents[best], shares[best], shares[Array.IndexOf(intents, "none")]);
    }

    private static (int Intent, double Weight)[] Read(string row) =>
        [
            .. row.Split(' ')
                .Select(each => each.Split(':'))
                .Select(pair =>
                    (int.Parse(pair[0], CultureInfo.InvariantCulture), int.Parse(pair[1], CultureInfo.InvariantCulture) / 100.0)
                ),
        ];
}
