using MutualAid.Core.Data;

namespace MutualAid.Core.Imports;

/// <summary>What becomes of a row.</summary>
public enum PlanState
{
    New,
    Changed,
    Same,
    Bad,
}

/// <summary>What is known already, in the words of the fields.</summary>
/// <param name="Id">Of the row that it stands in: the person, the community, the donation, the post.</param>
public sealed record Known(long Id, IReadOnlyDictionary<string, string> Facts)
{
    /// <summary>Known, but no volunteer yet.</summary>
    public bool IsListed { get; init; } = true;

    /// <summary>They took themselves off the roster.</summary>
    public bool HasLeft { get; init; }

    /// <summary>People see it already: it is changed where it stands, and not by a list.</summary>
    public bool IsOut { get; init; }

    /// <summary>Fields that say something about more than this one.</summary>
    public IReadOnlyList<string> Shared { get; init; } = [];

    internal string this[string field] => Facts.GetValueOrDefault(field, "");
}

/// <param name="Known">What is changed, or is the same already; of a new row the person that is meant, if known.</param>
/// <param name="Changes">The fields that differ.</param>
public sealed record PlanLine(SheetRow Row, PlanState State, Known? Known, IReadOnlyList<string> Changes);

/// <summary>What an import would do; made anew whenever it is looked at.</summary>
public sealed record Plan(IReadOnlyList<PlanLine> Lines)
{
    public int Count(PlanState state) => Lines.Count(it => it.State == state);

    /// <summary>Rows against what is known; nothing is written.</summary>
    public static Plan Make(ImportKind kind, IReadOnlyList<SheetRow> rows, IReadOnlyList<Known> known)
    {
        Matching matching = kind switch
        {
            ImportKind.Volunteers => new RosterMatching(known),
            ImportKind.Communities => new CommunityMatching(known),
            ImportKind.Donations => new DonationMatching(known),
            ImportKind.Resources => new ResourceMatching(known),
            _ => new PostMatching(known),
        };
        return new Plan(matching.Match(rows, Fields.Of(kind)));
    }
}

/// <summary>Which row is whom.</summary>
internal abstract class Matching
{
    private readonly Dictionary<SheetRow, CellFault> faults = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SheetRow, Known> found = new(ReferenceEqualityComparer.Instance);

    public List<PlanLine> Match(IReadOnlyList<SheetRow> rows, IReadOnlyList<Field> fields)
    {
        Find([.. rows.Where(it => !it.IsBad)]);
        return [.. rows.Select(row => Line(row, fields))];
    }

    /// <summary>Tells of each row what it is, by <see cref="Is"/> or <see cref="Wrong"/>; what is told of neither is new.</summary>
    protected abstract void Find(IReadOnlyList<SheetRow> rows);

    protected void Is(SheetRow row, Known known) => found[row] = known;

    protected void Wrong(SheetRow row, FaultKind kind, string field, string about) =>
        faults[row] = new CellFault(Number(row), kind, field, about);

    protected bool IsTold(SheetRow row) => found.ContainsKey(row) || faults.ContainsKey(row);

    protected static string Number(SheetRow row) => row.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private PlanLine Line(SheetRow row, IReadOnlyList<Field> fields)
    {
        if (row.IsAside)
            return new PlanLine(row, PlanState.Same, found.GetValueOrDefault(row), []);
        if (row.IsBad)
            return new PlanLine(row, PlanState.Bad, null, []);
        if (faults.TryGetValue(row, out var fault))
            return new PlanLine(row with { Faults = [.. row.Faults, fault] }, PlanState.Bad, null, []);
        if (!found.TryGetValue(row, out var known))
            return new PlanLine(row, PlanState.New, null, []);
        var changes = fields
            .Where(field => row[field.Key] is { } said && !known.Shared.Contains(field.Key) && !IsSame(field, said, known[field.Key]))
            .Select(it => it.Key)
            .ToList();
        if (changes.Count > 0 && known.IsOut)
            return new PlanLine(
                row with
                {
                    Faults = [.. row.Faults, new CellFault(Number(row), FaultKind.AlreadyOut, changes[0])],
                },
                PlanState.Bad,
                known,
                changes
            );
        return !known.IsListed ? new PlanLine(row, PlanState.New, known, [])
            : changes.Count > 0 ? new PlanLine(row, PlanState.Changed, known, changes)
            : new PlanLine(row, PlanState.Same, known, []);
    }

    // Of several words it is enough that they are among those that are known.
    private static bool IsSame(Field field, string said, string known) =>
        field.Shape switch
        {
            FieldShape.List => Values.List(said).Select(Folded.Key).Except(Values.List(known).Select(Folded.Key)).Take(1).ToList().Count
                == 0,
            FieldShape.OneOf => known.Split('\n').Select(Folded.Key).Contains(Folded.Key(said), StringComparer.Ordinal),
            FieldShape.Phone => said == PhoneCell.Key(known),
            _ => Folded.Key(said) == Folded.Key(known),
        };
}
