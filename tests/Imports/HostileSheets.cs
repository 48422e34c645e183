using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using MutualAid.Core.Imports;

namespace MutualAid.Tests.Imports;

/// <summary>Files that are made to hurt whoever opens them.</summary>
public sealed class HostileSheets
{
    private const int Megabyte = 1 << 20;
    private const string Sheet = "xl/worksheets/sheet1.xml";
    private static readonly string Head = $"<worksheet xmlns=\"{Made.Main}\"><sheetData>";

    public static TheoryData<string, SheetRefusal> Files =>
        new()
        {
            { "bomb-cell", SheetRefusal.TooLarge },
            { "bomb-spaces", SheetRefusal.TooLarge },
            { "bomb-empty-rows", SheetRefusal.TooLarge },
            { "bomb-shared", SheetRefusal.TooLarge },
            { "bomb-shared-many", SheetRefusal.TooLarge },
            { "bomb-styles", SheetRefusal.TooLarge },
            { "bomb-attributes", SheetRefusal.Broken },
            { "bomb-attributes-quoted", SheetRefusal.Broken },
            { "bomb-names", SheetRefusal.Broken },
            { "bomb-depth", SheetRefusal.Broken },
            { "bomb-comment", SheetRefusal.TooLarge },
            { "bomb-relations", SheetRefusal.TooLarge },
            { "entities", SheetRefusal.Broken },
            { "entity-file", SheetRefusal.Broken },
            { "entity-web", SheetRefusal.Broken },
            { "entity-shared", SheetRefusal.Broken },
            { "wide", SheetRefusal.TooManyColumns },
            { "wide-last", SheetRefusal.TooManyColumns },
            { "long", SheetRefusal.TooManyRows },
            { "merges", SheetRefusal.TooLarge },
            { "merges-tall", SheetRefusal.TooLarge },
            { "parts", SheetRefusal.TooLarge },
            { "zip-in-zip", SheetRefusal.NoSheet },
            { "document", SheetRefusal.NoSheet },
            { "cut", SheetRefusal.Broken },
            { "no-directory", SheetRefusal.Broken },
            { "noise", SheetRefusal.Broken },
            { "bad-crc-xml", SheetRefusal.Broken },
            { "old-xls", SheetRefusal.OtherFormat },
            { "password", SheetRefusal.Protected },
            { "ods", SheetRefusal.OtherFormat },
            { "html", SheetRefusal.OtherFormat },
            { "picture", SheetRefusal.NoSheet },
            { "too-many-bytes", SheetRefusal.TooLarge },
            { "csv-one-cell", SheetRefusal.TooLarge },
            { "csv-wide", SheetRefusal.TooManyColumns },
            { "csv-long", SheetRefusal.TooManyRows },
            { "nothing", SheetRefusal.Empty },
            { "outside", SheetRefusal.Empty },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public void It_is_refused_quickly_and_in_little_memory(string name, SheetRefusal expected)
    {
        var file = Make(name);
        SheetFile.Read(Encoding.UTF8.GetBytes("a,b\n1,2"));
        GC.Collect();
        var before = GC.GetTotalMemory(true);
        var most = 0L;
        using var watch = new Timer(_ => most = Math.Max(most, GC.GetTotalMemory(false)), null, 0, 5);
        var time = Stopwatch.StartNew();
        var read = SheetFile.Read(file);
        time.Stop();
        if (Environment.GetEnvironmentVariable("SHEETS_TOLD") is { Length: > 0 } told)
            File.AppendAllText(told + ".hostile", $"{name} {time.ElapsedMilliseconds} ms {(most - before) / Megabyte} MB\n");
        Assert.Equal(expected, read.Refusal);
        Assert.True(time.Elapsed < TimeSpan.FromSeconds(10), $"{name} took {time.Elapsed}");
        Assert.True(most - before < 128L * Megabyte, $"{name} took {(most - before) / Megabyte} MB");
    }

    [Fact]
    public void What_a_file_says_of_its_own_size_is_not_believed()
    {
        var file = Book(Head + new string(' ', 60 * Megabyte) + "</sheetData></worksheet>");
        // The uncompressed size of each part stands in the list at the end: 22 bytes behind its mark and 2 further.
        for (var at = 0; (at = Find(file, [0x50, 0x4b, 0x01, 0x02], at)) >= 0; at += 46)
            BitConverter.TryWriteBytes(file.AsSpan(at + 24), 100);
        Assert.Contains(SheetFile.Read(file).Refusal, new[] { SheetRefusal.TooLarge, SheetRefusal.Broken });
    }

    private static int Find(byte[] file, byte[] mark, int from) => file.AsSpan(from).IndexOf(mark) is var at and >= 0 ? from + at : -1;

    private static byte[] Make(string name) =>
        name switch
        {
            "bomb-cell" => Book(Head + "<row><c t=\"inlineStr\"><is><t>" + new string('a', 60 * Megabyte)),
            "bomb-spaces" => Book(Head + Repeat("<row> </row>", 5 * Megabyte)),
            "bomb-empty-rows" => Book(Head + Repeat("<row r=\"1\" s=\"3\" ht=\"15\"/>", 3 * Megabyte)),
            "bomb-shared" => Shared("<si><t>" + Repeat("a", 60 * Megabyte)),
            "bomb-shared-many" => Shared(Repeat("<si><t>a</t></si>", 1_000_000)),
            "bomb-styles" => Part("xl/styles.xml", "<styleSheet><cellXfs>" + Repeat("<xf numFmtId=\"1\"/>", 4 * Megabyte)),
            "bomb-attributes" => Book("<worksheet" + string.Concat(Enumerable.Range(0, 1_000_000).Select(at => $" a{at}=\"\"")) + "/>"),
            "bomb-attributes-quoted" => Book(
                "<worksheet" + string.Concat(Enumerable.Range(0, 1_000_000).Select(at => $" a{at}=\">\"")) + "/>"
            ),
            "bomb-names" => Book("<worksheet>" + string.Concat(Enumerable.Range(0, 500_000).Select(at => $"<n{at}/>"))),
            "bomb-depth" => Book(Repeat("<a>", 5 * Megabyte)),
            "bomb-comment" => Book("<!--" + new string('-', 0) + Repeat("x", 60 * Megabyte) + "--><worksheet/>"),
            "bomb-relations" => Part("xl/_rels/workbook.xml.rels", "<Relationships>" + Repeat("<Relationship Id=\"r\"/>", 4 * Megabyte)),
            "entities" => Book(
                "<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;\">]><worksheet>&d;</worksheet>"
            ),
            "entity-file" => Book("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><worksheet>&b;</worksheet>"),
            "entity-web" => Book("<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\"><worksheet/>"),
            "entity-shared" => Shared("<!DOCTYPE a [<!ENTITY b \"b\">]>"),
            "wide" => Book(Head + "<row r=\"1\">" + string.Concat(Enumerable.Range(1, 1_000_000).Select(_ => "<c><v>1</v></c>"))),
            "wide-last" => Book(Head + "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData></worksheet>"),
            "long" => Book(Head + Repeat("<row><c><v>1</v></c></row>", 1_048_576)),
            "merges" => Book(Head + "</sheetData><mergeCells>" + Repeat("<mergeCell ref=\"A1:A2\"/>", 1_000_000)),
            "merges-tall" => Made.Rows([.. Enumerable.Range(1, 4000).Select(_ => new[] { "", "b" }).Prepend(["a", "b"])])
                .After("<mergeCells>" + Repeat("<mergeCell ref=\"A1:A1048576\"/>", 9000) + "</mergeCells>")
                .Bytes(),
            "parts" => Zip(Enumerable.Range(0, 20_000).Select(at => ($"xl/{at}", ""))),
            "zip-in-zip" => Zip([("a.zip", "PK"), ("../../etc/passwd", "x")]),
            "document" => Zip([("_rels/.rels", Made.Relations(("r1", "officeDocument", "word/document.txt"))), ("word/document.txt", "a")]),
            "cut" => Made.Rows(["姓名"], ["林桂枝"]).Bytes()[..700],
            "no-directory" => [0x50, 0x4b, 0x03, 0x04, .. new byte[5000]],
            "noise" => [.. Made.Rows(["姓名"]).Bytes().Select((it, at) => at is > 60 and < 400 ? (byte)(it ^ 0x5a) : it)],
            "bad-crc-xml" => Book(Head + "<row></c></row>"),
            "old-xls" => [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, .. new byte[2000]],
            "password" =>
            [
                0xd0,
                0xcf,
                0x11,
                0xe0,
                0xa1,
                0xb1,
                0x1a,
                0xe1,
                .. new byte[600],
                .. Encoding.Unicode.GetBytes("EncryptedPackage"),
                .. new byte[99],
            ],
            "ods" => Zip([("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>")]),
            "html" => Encoding.UTF8.GetBytes("\n<html><table><tr><td>姓名</td></tr></table></html>"),
            "picture" => [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, .. Enumerable.Range(0, 4000).Select(at => (byte)(at * 31))],
            "too-many-bytes" => new byte[6 * Megabyte],
            "csv-one-cell" => Encoding.UTF8.GetBytes("a,\"" + new string('x', 4 * Megabyte)),
            "csv-wide" => Encoding.UTF8.GetBytes(Repeat("1,", 1_000_000)),
            "csv-long" => Encoding.UTF8.GetBytes(Repeat("1,2\n", 1_000_000)),
            "outside" => Part(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"r1\" Type=\"a/worksheet\" Target=\"file:///etc/passwd\" TargetMode=\"External\"/></Relationships>"
            ),
            _ => [],
        };

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static byte[] Book(string sheet) => new Made().With(Sheet, sheet).Bytes();

    private static byte[] Shared(string strings) =>
        Part("xl/sharedStrings.xml", strings.StartsWith("<!", StringComparison.Ordinal) ? strings + "<sst/>" : "<sst>" + strings);

    private static byte[] Part(string name, string xml) => Made.Rows(["姓名"]).With(name, xml).Bytes();

    private static byte[] Zip(IEnumerable<(string Name, string Text)> parts)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var stream = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return memory.ToArray();
    }
}
