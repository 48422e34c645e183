namespace MutualAid.Core.Imports;

/// <summary>How much of a sheet is read; what has more is refused before it is read whole.</summary>
public static class Ceilings
{
    public const int FileBytes = 5 << 20;

    /// <summary>All parts of a workbook together, as they come out and not as they say.</summary>
    public const int InflatedBytes = 24 << 20;

    /// <summary>What a list of sheets or parts may take, and what the looks of the cells.</summary>
    internal const int ListBytes = 1 << 20;
    internal const int StyleBytes = 8 << 20;
    public const int Parts = 1000;

    /// <summary>Five thousand people and what stands above and below them.</summary>
    public const int Rows = 5020;
    public const int Columns = 100;
    public const int Sheets = 20;
    public const int SharedStrings = 200_000;

    /// <summary>Characters of all cells together.</summary>
    public const int Characters = 4 << 20;

    /// <summary>Characters of one cell: what a spreadsheet allows.</summary>
    public const int CellCharacters = 32_767;
    public const int Merges = 10_000;

    /// <summary>Rows that merged cells stand in, all together.</summary>
    public const int Filled = 200_000;

    /// <summary>Bytes of one tag or one text of XML.</summary>
    internal const int Run = 384 << 10;
    internal const int XmlDepth = 64;
    internal const int XmlNames = 5000;
}
