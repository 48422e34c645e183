using System.Text;
using System.Xml;

namespace MutualAid.Core.Imports;

/// <summary>An .xlsx workbook (ECMA-376 part 1, SpreadsheetML) as Excel, WPS, LibreOffice and questionnaires write it.</summary>
internal sealed class Workbook : IDisposable
{
    private readonly Package package;
    private readonly List<string> strings = [];
    private Styles styles = Styles.None;
    private bool since1904;
    private int characters;

    private Workbook(byte[] file) => package = new Package(file);

    public static IReadOnlyList<Grid> Read(byte[] file)
    {
        using var book = new Workbook(file);
        return book.Grids();
    }

    public void Dispose() => package.Dispose();

    private List<Grid> Grids()
    {
        var main = package.Relations("").Values.FirstOrDefault(it => it.Kind == "officeDocument").Part ?? "xl/workbook.xml";
        if (!main.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || !package.Has(main))
            throw new UnreadableSheetException(Other());
        var relations = package.Relations(main);
        var sheets = Sheets(main).Where(it => relations.ContainsKey(it.Id)).Take(Ceilings.Sheets).ToList();
        if (Part(relations, "styles") is { } look)
            styles = Styles.Read(package, look);
        if (Part(relations, "sharedStrings") is { } shared)
            ReadStrings(shared);
        return sheets.ConvertAll(it => new SheetReader(this, it.Name, relations[it.Id].Part).Run());
    }

    // A package of something else: a spreadsheet of another program, a document, a folder of files.
    private SheetRefusal Other() =>
        package.Parts.Any(it =>
            it.Equals("mimetype", StringComparison.Ordinal)
            || it.Equals("content.xml", StringComparison.Ordinal)
            || it.EndsWith("workbook.bin", StringComparison.OrdinalIgnoreCase)
            || it.EndsWith(".iwa", StringComparison.OrdinalIgnoreCase)
        )
            ? SheetRefusal.OtherFormat
            : SheetRefusal.NoSheet;

    private static string? Part(IReadOnlyDictionary<string, (string Kind, string Part)> relations, string kind) =>
        relations.Values.FirstOrDefault(it => it.Kind == kind).Part;

    private List<(string Name, string Id)> Sheets(string main)
    {
        var found = new List<(string, string)>();
        using var xml = package.Open(main, Ceilings.ListBytes)!;
        while (xml.Next())
        {
            if (xml.IsStart("workbookPr"))
                since1904 = xml.GetAttribute("date1904") is "1" or "true";
            else if (xml.IsStart("sheet") && xml.GetAttribute("state") is null or "visible" && IdOf(xml) is { } id)
                found.Add((CellText.Clean(xml.GetAttribute("name") ?? ""), id));
        }

        return found;
    }

    // Whatever prefix and edition of the standard the writer of the file took for it.
    private static string? IdOf(XmlReader xml)
    {
        for (var at = 0; at < xml.AttributeCount; at++)
        {
            xml.MoveToAttribute(at);
            if (xml.LocalName == "id" && xml.NamespaceURI.Contains("elationships", StringComparison.Ordinal))
            {
                var id = xml.Value;
                xml.MoveToElement();
                return id;
            }
        }

        xml.MoveToElement();
        return null;
    }

    private void ReadStrings(string part)
    {
        using var xml = package.Open(part);
        while (xml?.Next() == true)
        {
            if (!xml.IsStart("si"))
                continue;
            if (strings.Count >= Ceilings.SharedStrings)
                throw new UnreadableSheetException(SheetRefusal.TooLarge);
            strings.Add(Text(xml, "si"));
        }
    }

    /// <summary>The text of a string item: its runs together, without how it is pronounced.</summary>
    public string Text(XmlReader xml, string element)
    {
        if (xml.IsEmptyElement)
            return "";
        var text = new StringBuilder();
        var (isText, isSound) = (false, false);
        while (xml.Next() && !xml.IsEnd(element))
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                if (isText && !isSound)
                    text.Append(xml.Value);
            }
            else if (xml.LocalName == "t")
            {
                isText = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            }
            else if (xml.LocalName == "rPh")
            {
                isSound = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            }
        }

        return Count(text.ToString());
    }

    /// <summary>What a cell keeps, counted among the rest.</summary>
    public string Count(string text)
    {
        if (text.Length > Ceilings.CellCharacters * 2 || (characters += text.Length) > Ceilings.Characters)
            throw new UnreadableSheetException(SheetRefusal.TooLarge);
        return text;
    }

    public XmlReader? Open(string part) => package.Open(part);

    public string? Shared(int at) => at >= 0 && at < strings.Count ? strings[at] : null;

    public NumberLook LookOf(int? style) => styles.Of(style ?? 0);

    public bool Since1904 => since1904;
}
