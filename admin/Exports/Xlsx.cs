using System.IO.Compression;
using System.Text;
using System.Xml;

namespace MutualAid.Admin.Exports;

/// <summary>A workbook with one sheet (ECMA-376): texts inline, no formulas, the head stays on top.</summary>
public static class Xlsx
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string Media = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const int LongestName = 31;

    public static byte[] Write(Sheet sheet)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", WriteTypes);
            Part(zip, "_rels/.rels", xml => WriteRelation(xml, "officeDocument", "xl/workbook.xml"));
            Part(zip, "xl/workbook.xml", xml => WriteBook(xml, sheet.Name));
            Part(zip, "xl/_rels/workbook.xml.rels", xml => WriteRelation(xml, "worksheet", "worksheets/sheet1.xml"));
            Part(zip, "xl/worksheets/sheet1.xml", xml => WriteSheet(xml, sheet));
        }

        return memory.ToArray();
    }

    private static void Part(ZipArchive zip, string name, Action<XmlWriter> write)
    {
        using var stream = zip.CreateEntry(name).Open();
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        write(xml);
    }

    private static void WriteTypes(XmlWriter xml)
    {
        xml.WriteStartElement("Types", Types);
        Element(xml, "Default", ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
        Element(xml, "Override", ("PartName", "/xl/workbook.xml"), ("ContentType", Media + "sheet.main+xml"));
        Element(xml, "Override", ("PartName", "/xl/worksheets/sheet1.xml"), ("ContentType", Media + "worksheet+xml"));
        xml.WriteEndElement();
    }

    private static void WriteRelation(XmlWriter xml, string kind, string target)
    {
        xml.WriteStartElement("Relationships", Relations);
        Element(xml, "Relationship", ("Id", "r1"), ("Type", $"{Office}/{kind}"), ("Target", target));
        xml.WriteEndElement();
    }

    private static void WriteBook(XmlWriter xml, string name)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteAttributeString("xmlns", "r", null, Office);
        xml.WriteStartElement("sheets");
        xml.WriteStartElement("sheet");
        xml.WriteAttributeString("name", name.Length <= LongestName ? name : name[..LongestName]);
        xml.WriteAttributeString("sheetId", "1");
        xml.WriteAttributeString("id", Office, "r1");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteSheet(XmlWriter xml, Sheet sheet)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetViews");
        xml.WriteStartElement("sheetView");
        xml.WriteAttributeString("workbookViewId", "0");
        Element(xml, "pane", ("ySplit", "1"), ("topLeftCell", "A2"), ("activePane", "bottomLeft"), ("state", "frozen"));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("cols");
        Element(xml, "col", ("min", "1"), ("max", Sheet.Text(sheet.Head.Count)), ("width", "18"), ("customWidth", "1"));
        xml.WriteEndElement();
        xml.WriteStartElement("sheetData");
        foreach (var row in sheet.Rows.Prepend(sheet.Head))
        {
            xml.WriteStartElement("row");
            foreach (var cell in row)
                WriteCell(xml, cell);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteCell(XmlWriter xml, object? cell)
    {
        xml.WriteStartElement("c");
        if (Sheet.IsNumber(cell))
        {
            xml.WriteElementString("v", Sheet.Text(cell));
        }
        else if (cell is not null)
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is");
            xml.WriteStartElement("t");
            xml.WriteAttributeString("xml", "space", null, "preserve");
            // XML cannot hold every character that people can type; surrogates come in pairs and go through.
            xml.WriteString(string.Concat(Sheet.Text(cell).Where(it => XmlConvert.IsXmlChar(it) || char.IsSurrogate(it))));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, params (string Name, string Value)[] attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
            xml.WriteAttributeString(attribute, value);
        xml.WriteEndElement();
    }
}
