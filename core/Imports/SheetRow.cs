namespace MutualAid.Core.Imports;

/// <summary>What is wrong with a cell; the names are phrase keys.</summary>
public enum FaultKind
{
    None,

    /// <summary>A field that every row needs is empty.</summary>
    Missing,
    TooLong,

    /// <summary>A number stands where a name belongs.</summary>
    NotName,
    PhoneShort,
    PhoneLong,
    NotPhone,
    PhoneMasked,

    /// <summary>Which of them is meant is for a person to say.</summary>
    TwoPhones,

    /// <summary>1.38E+10, an identity number that ends in 000: the sheet no longer has what was typed.</summary>
    DigitsLost,

    /// <summary>The number of an identity or bank card in a field.</summary>
    CardNumber,

    /// <summary>#N/A and the like.</summary>
    ErrorCell,
    NoResult,
    NotDay,
    NoSuchDay,

    /// <summary>7/2/2020: July or February.</summary>
    WhichDay,
    FutureDay,
    NotQuantity,
    NotMoney,
    NotLink,

    /// <summary>No kind of resource, or of giver, that is known.</summary>
    NotKind,

    /// <summary>Said of a row that stands there already: <see cref="CellFault.About"/> is its number.</summary>
    Repeated,

    /// <summary>The number is known under another name.</summary>
    OtherName,

    /// <summary>Several people of this name are known.</summary>
    SeveralPeople,

    /// <summary>They left the roster by themselves.</summary>
    LeftRoster,

    /// <summary>The name is another name of another community too.</summary>
    OtherCommunity,

    /// <summary>People read it already.</summary>
    AlreadyOut,

    /// <summary>It was offered and withdrawn since.</summary>
    Withdrawn,
    Refused,
}

/// <param name="Cell">B7; for what concerns no single cell, the row: 7.</param>
/// <param name="Field">The field; null: a column that is not taken in.</param>
public sealed record CellFault(string Cell, FaultKind Kind, string? Field = null, string About = "")
{
    /// <summary>The row can be taken in all the same.</summary>
    public bool IsNote { get; init; }
}

/// <summary>A row as it was understood.</summary>
/// <param name="Number">In the sheet.</param>
/// <param name="Facts">By field, in the one form in which they are stored and compared; what is empty is not there.</param>
public sealed record SheetRow(int Number, IReadOnlyDictionary<string, string> Facts, IReadOnlyList<CellFault> Faults)
{
    /// <summary>Rows that say something of this one: 同上, the community over it.</summary>
    public IReadOnlyList<int> Leans { get; init; } = [];

    /// <summary>It was taken in before: nothing is done with it again.</summary>
    public bool IsAside { get; init; }

    public bool IsBad => Faults.Any(it => !it.IsNote);

    /// <summary>Rows that stand there already and are the same.</summary>
    public IEnumerable<int> Twins =>
        Faults
            .Where(it => it.Kind == FaultKind.Repeated)
            .Select(it => int.Parse(it.About, System.Globalization.CultureInfo.InvariantCulture));

    public string? this[string field] => Facts.GetValueOrDefault(field);
}
