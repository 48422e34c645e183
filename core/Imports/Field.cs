namespace MutualAid.Core.Imports;

/// <summary>What is taken in.</summary>
public enum ImportKind
{
    Volunteers,
    Communities,
    Donations,
    Posts,
    Resources,
}

/// <summary>What a cell of a field holds.</summary>
public enum FieldShape
{
    /// <summary>A line of words.</summary>
    Line,

    /// <summary>Somebody's name: no number in it.</summary>
    Name,

    /// <summary>A long text with its line breaks.</summary>
    Text,

    /// <summary>Several words, in whatever way they are kept apart.</summary>
    List,

    /// <summary>A line of words; others of its kind may be known beside it.</summary>
    OneOf,
    Phone,
    Day,

    /// <summary>A number, also with its unit behind it.</summary>
    Quantity,

    /// <summary>Yuan.</summary>
    Money,
    Link,

    /// <summary>A <see cref="Supplies.ResourceKind"/>.</summary>
    Resource,

    /// <summary>A <see cref="Supplies.GiverKind"/>.</summary>
    Giver,
}

/// <summary>One thing that may be known of a row, and what its column is called in the sheets people have.</summary>
/// <param name="Key">As in the phrases: <c>name</c>.</param>
/// <param name="Heads">What is written above it, folded, the surest first.</param>
public sealed record Field(string Key, FieldShape Shape, string Heads)
{
    private readonly string[] heads = Heads.Split(' ');

    /// <summary>A row without it is none.</summary>
    public bool IsRequired { get; init; }

    /// <summary>With a fault in it the row stays out; of other fields only the cell does.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Words that say it is another column: 紧急联系人电话.</summary>
    public string Never { get; init; } = "";

    public int Longest { get; init; } = 200;

    /// <summary>How surely a head names this field; 0: not at all.</summary>
    /// <param name="head">Folded.</param>
    public int Likeness(string head)
    {
        if (
            head.Length == 0
            || Never.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(it => head.Contains(it, StringComparison.Ordinal))
        )
            return 0;
        for (var at = 0; at < heads.Length; at++)
        {
            if (head == heads[at])
                return 300 - at;
        }

        for (var at = 0; at < heads.Length; at++)
        {
            // 您的手机号码: a question ends with what it asks for.
            if (heads[at].Length > 1 && head.EndsWith(heads[at], StringComparison.Ordinal))
                return 200 - at;
        }

        for (var at = 0; at < heads.Length; at++)
        {
            if (heads[at].Length > 1 && head.Length <= 30 && head.Contains(heads[at], StringComparison.Ordinal))
                return 100 - at;
        }

        return 0;
    }
}
