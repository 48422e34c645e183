using MutualAid.Core.Data;

namespace MutualAid.Core.Supplies;

/// <summary>Which lines an act means, and how much of each (contract: "Left").</summary>
internal static class LineChoice
{
    /// <param name="left">What is left of a line for this act.</param>
    public static ActResult Choose(Need need, decimal? quantity, string? named, Func<NeedLine, decimal> left)
    {
        if (quantity is <= 0 or > SupplyDesk.MostQuantity)
            return new(SupplyRefusal.BadQuantity, need);
        var lines = Named(need, named);
        if (lines is not { Refusal: SupplyRefusal.None })
            return lines;
        var open = lines.Which.Where(line => left(line) > 0).ToList();
        if (open.Count == 0)
            return new(SupplyRefusal.NothingLeft, need) { Line = lines.Which is [var only] ? only : null, Left = 0 };
        if (quantity is not { } said)
            return new(SupplyRefusal.None, need) { Shares = open.ConvertAll(line => new LineShare(line, left(line))) };
        if (OneOf(open, said, left) is not { } line)
            return new(SupplyRefusal.WhichLine, need) { Which = open };
        return said > left(line)
            ? new(SupplyRefusal.MoreThanLeft, need) { Line = line, Left = left(line) }
            : new(SupplyRefusal.None, need) { Shares = [new(line, said)] };
    }

    /// <summary>The lines that a word means, in <see cref="ActResult.Which"/>: by exact name, else the only one that contains it; all without a word.</summary>
    public static ActResult Named(Need need, string? named)
    {
        var all = need.Lines.InOrder().ToList();
        var word = Folded.Key(named);
        if (word.Length == 0)
            return new(SupplyRefusal.None, need) { Which = all };
        var exact = all.FindAll(line => Folded.Key(line.Item) == word);
        var found = exact.Count > 0 ? exact : all.FindAll(line => Folded.Key(line.Item).Contains(word, StringComparison.Ordinal));
        return found switch
        {
            [] => new(SupplyRefusal.NoSuchLine, need) { Which = all },
            [_] => new(SupplyRefusal.None, need) { Which = found },
            _ when exact.Count > 0 => new(SupplyRefusal.None, need) { Which = found },
            _ => new(SupplyRefusal.WhichLine, need) { Which = found },
        };
    }

    // Lines of one name cannot be told apart by asking: the first that holds the amount is meant.
    private static NeedLine? OneOf(List<NeedLine> open, decimal said, Func<NeedLine, decimal> left) =>
        open.TrueForAll(line => Folded.Key(line.Item) == Folded.Key(open[0].Item))
            ? open.Find(line => left(line) >= said) ?? open.MaxBy(left)
            : null;
}
