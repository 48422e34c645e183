using System.IO.Compression;
using System.Text;
using MutualAid.Core.Imports;

namespace MutualAid.Tests.Imports;

/// <summary>Workbooks as other programs write them, made part by part.</summary>
internal sealed class Made
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Kinds = "http://schemas.openxmlformats.org/package/2006/relationships";

    private readonly Dictionary<string, string> parts = new(StringComparer.Ordinal)
    {
        ["_rels/.rels"] = Relations(("r1", "officeDocument", "xl/workbook.xml")),
        ["xl/_rels/workbook.xml.rels"] = Relations(
            ("r1", "worksheet", "worksheets/sheet1.xml"),
            ("r2", "sharedStrings", "sharedStrings.xml"),
            ("r3", "styles", "styles.xml")
        ),
        ["xl/workbook.xml"] = Book("""<sheet name="名册" sheetId="1" r:id="r1"/>"""),
        ["xl/styles.xml"] = $"""
            <styleSheet xmlns="{Main}"><numFmts count="2"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="177" formatCode="00000"/></numFmts>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="22"/><xf numFmtId="49"/><xf numFmtId="11"/></cellXfs></styleSheet>
            """,
    };

    public static string Relations(params (string Id, string Kind, string Target)[] all) =>
        $"""<Relationships xmlns="{Kinds}">{string.Concat(
            all.Select(it => $"<Relationship Id=\"{it.Id}\" Type=\"{Office}/{it.Kind}\" Target=\"{it.Target}\"/>")
        )}</Relationships>""";

    public static string Book(string sheets, string before = "") =>
        $"""<workbook xmlns="{Main}" xmlns:r="{Office}">{before}<sheets>{sheets}</sheets></workbook>""";

    public static string Sheet(string rows, string after = "") =>
        $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData>{after}</worksheet>""";

    public static string Text(string reference, string text) => $"""<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>""";

    public Made With(string part, string xml)
    {
        parts[part] = xml;
        return this;
    }

    /// <summary>Behind the rows of the first sheet.</summary>
    public Made After(string xml) =>
        With(
            "xl/worksheets/sheet1.xml",
            parts["xl/worksheets/sheet1.xml"].Replace("</worksheet>", xml + "</worksheet>", StringComparison.Ordinal)
        );

    /// <summary>Rows of inline texts from row 1 on; a cell that begins with &lt; is taken as it is.</summary>
    public static Made Rows(params string[][] rows) =>
        new Made().With(
            "xl/worksheets/sheet1.xml",
            Sheet(
                string.Concat(
                    rows.Select(
                        (row, at) => $"""<row r="{at + 1}">{string.Concat(row.Select((text, column) => Of(text, column, at + 1)))}</row>"""
                    )
                )
            )
        );

    private static string Of(string text, int column, int row) =>
        text.Length == 0 ? ""
        : text[0] == '<' ? text.Replace("@", Cell.Name(column, row), StringComparison.Ordinal)
        : Text(Cell.Name(column, row), text);

    public byte[] Bytes()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, xml) in parts)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(xml));
            }
        }

        return memory.ToArray();
    }
}
