using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using MutualAid.Admin.Exports;
using MutualAid.Core.Accounts;

namespace MutualAid.Tests.Admin;

public sealed class ExportTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("  +cmd|' /C calc'!A0", "'  +cmd|' /C calc'!A0")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("＝1＋1", "'＝1＋1")]
    [InlineData("\u3000=1", "'\u3000=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("口罩 \"N95\" 100个", "口罩 \"\"N95\"\" 100个")]
    [InlineData("13800000000", "13800000000")]
    public void A_text_that_would_run_in_a_spreadsheet_does_not(string said, string written)
    {
        var bytes = Csv.Write(
            new Sheet(
                "s",
                ["h"],
                [
                    [said],
                ]
            )
        );
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal($"\"h\"\r\n\"{written}\"\r\n", Encoding.UTF8.GetString(bytes[3..]));
    }

    [Fact]
    public void A_number_stays_a_number()
    {
        Assert.EndsWith(
            "\"-2.5\",\"\"\r\n",
            Encoding.UTF8.GetString(
                Csv.Write(
                    new Sheet(
                        "s",
                        ["a", "b"],
                        [
                            [-2.5m, null],
                        ]
                    )
                )
            ),
            StringComparison.Ordinal
        );
        var cells = Cells(
            Xlsx.Write(
                new Sheet(
                    "s",
                    ["a", "b"],
                    [
                        [-2.5m, "=1\u0001😷"],
                    ]
                )
            )
        );
        Assert.Equal(["a", "b", "-2.5", "=1😷"], cells.Select(it => it.Value));
        Assert.Equal(["inlineStr", "inlineStr", null, "inlineStr"], cells.Select(it => it.Attribute("t")?.Value));
    }

    [Fact]
    public async Task Tables_are_taken_by_date_and_group_and_each_is_written_down()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.GetAsync("/exports");
        var (answer, text) = await guest.PostAsync("/exports", ("what", "needs"), ("format", "csv"));
        Assert.Equal("needs-2020-02-05.csv", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(6, text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains(
            "\"杏花台社区\",\"段丽华\",\"口罩\",\"200\",\"个\",\"60\",\"0\",\"0\",\"有人认领\",\"急\"",
            text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "口罩",
            (await guest.PostAsync("/exports", ("what", "needs"), ("group", "2"))).Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "口罩",
            (await guest.PostAsync("/exports", ("what", "needs"), ("from", "2020-02-06"))).Text,
            StringComparison.Ordinal
        );
        text = (await guest.PostAsync("/exports", ("what", "donations"), ("to", "2020-02-01"))).Text;
        Assert.Contains("\"口罩\",\"300\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("牛奶", text, StringComparison.Ordinal);
        Assert.Contains(
            "\"晨露超市\",\"\",\"物资\",\"布口罩\",\"80\"",
            (await guest.PostAsync("/exports", ("what", "offers"))).Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\"温静宜\",\"居委会门口",
            (await guest.PostAsync("/exports", ("what", "communities"))).Text,
            StringComparison.Ordinal
        );
        await using var db = house.Read();
        Assert.Equal(6, await db.Audit.CountAsync(it => it.Act == "exports"));
    }

    [Theory]
    [InlineData("volunteers", "邵卫东", "2020-03-01", "")]
    [InlineData("shifts", "南门岗", "2020-03-01", "村口")]
    [InlineData("hours", "邵卫东", "2020-03-01", "")]
    [InlineData("classes", "", "", "")]
    [InlineData("posts", "", "", "")]
    [InlineData("messages", "", "", "")]
    public async Task Every_list_is_taken_by_days_and_only_of_the_callers_groups(string what, string holds, string after, string others)
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsAsync("许知秋", ConsoleRole.Organiser, 1);
        await guest.GetAsync("/exports");
        var (answer, text) = await guest.PostAsync("/exports", ("what", what), ("format", "csv"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal([0xEF, 0xBB, 0xBF], (await answer.Content.ReadAsByteArrayAsync())[..3]);
        Assert.Contains(holds, text, StringComparison.Ordinal);
        // The roster has no telephone numbers, and no table has rows of other groups.
        Assert.DoesNotContain("138 0013 8000", text, StringComparison.Ordinal);
        if (others.Length > 0)
            Assert.DoesNotContain(others, text, StringComparison.Ordinal);
        var later = (await guest.PostAsync("/exports", ("what", what), ("from", "2031-01-01"))).Text;
        Assert.Single(later.Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
        var book = (await guest.PostAsync("/exports", ("what", what), ("to", after), ("format", "xlsx"))).Answer;
        Assert.NotEmpty(Cells(await book.Content.ReadAsByteArrayAsync()));
    }

    [Fact]
    public async Task A_table_holds_only_the_callers_groups()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsAsync("段小满", ConsoleRole.Organiser, 2);
        await guest.GetAsync("/exports");
        var text = (await guest.PostAsync("/exports", ("what", "needs"), ("group", "1"))).Text;
        Assert.DoesNotContain("口罩", text, StringComparison.Ordinal);
        Assert.Contains("蔬菜", (await guest.PostAsync("/exports", ("what", "needs"))).Text, StringComparison.Ordinal);
    }

    private static List<XElement> Cells(byte[] book)
    {
        using var zip = new ZipArchive(new MemoryStream(book));
        using var sheet = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        return [.. XDocument.Load(sheet).Descendants().Where(it => it.Name.LocalName == "c")];
    }
}
