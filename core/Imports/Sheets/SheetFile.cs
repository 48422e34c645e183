using System.Text;
using System.Xml;

namespace MutualAid.Core.Imports;

/// <summary>Reads a file of rows, whatever it is: .xlsx, .csv, .tsv, or what was copied out of a spreadsheet. Its name is not believed.</summary>
public static class SheetFile
{
    private static readonly byte[] Zip = [0x50, 0x4b];
    private static readonly byte[] Compound = [0xd0, 0xcf, 0x11, 0xe0];
    private static readonly byte[] Encrypted = Encoding.Unicode.GetBytes("EncryptedPackage");

    public static SheetReading TooLarge { get; } = SheetReading.Refused(SheetRefusal.TooLarge);

    public static SheetReading Read(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Guard(() => Grids(file));
    }

    /// <summary>Cells that were pasted from a spreadsheet.</summary>
    public static SheetReading Paste(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Guard(() =>
            text.Length > Ceilings.Characters ? throw new UnreadableSheetException(SheetRefusal.TooLarge) : [DelimitedText.Split(text)]
        );
    }

    private static SheetReading Guard(Func<IReadOnlyList<Grid>> read)
    {
        try
        {
            var grids = read().Where(grid => grid.Rows.Count > 0).ToList();
            return grids.Count == 0 ? SheetReading.Refused(SheetRefusal.Empty) : new SheetReading(SheetRefusal.None, grids);
        }
        catch (UnreadableSheetException error)
        {
            return SheetReading.Refused(error.Refusal);
        }
        // Whoever made the file broke it: that is told, and no fault of ours.
        catch (Exception error) when (error is InvalidDataException or XmlException or EndOfStreamException)
        {
            return SheetReading.Refused(SheetRefusal.Broken);
        }
    }

    private static IReadOnlyList<Grid> Grids(byte[] file)
    {
        if (file.Length == 0)
            return [];
        if (file.Length > Ceilings.FileBytes)
            throw new UnreadableSheetException(SheetRefusal.TooLarge);
        if (file.AsSpan().StartsWith(Compound))
            throw new UnreadableSheetException(file.AsSpan().IndexOf(Encrypted) >= 0 ? SheetRefusal.Protected : SheetRefusal.OtherFormat);
        return file.AsSpan().StartsWith(Zip) ? Workbook.Read(file) : [DelimitedText.Split(TextBytes.Decode(file))];
    }
}
