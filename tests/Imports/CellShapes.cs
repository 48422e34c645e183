using System.Text;
using MutualAid.Core.Imports;

namespace MutualAid.Tests.Imports;

public sealed class CellShapes
{
    private static readonly DateOnly Today = new(2020, 2, 20);

    /// <summary>What stands in B2 under 电话, and what is made of it: a number, or what is wrong.</summary>
    [Theory]
    [InlineData("""<c r="@"><v>13800138001</v></c>""", "13800138001")]
    [InlineData("""<c r="@"><v>1.3800138001E10</v></c>""", "13800138001")]
    [InlineData("""<c r="@" s="6"><v>13800138001</v></c>""", "13800138001")]
    [InlineData("""<c r="@"><v>1.38E+10</v></c>""", "!DigitsLost")]
    [InlineData("1.38E+10", "!DigitsLost")]
    [InlineData("13800138001", "13800138001")]
    [InlineData("138 0013 8001", "13800138001")]
    [InlineData("138-0013-8001", "13800138001")]
    [InlineData("+86 138 0013 8001", "13800138001")]
    [InlineData("(+86)13800138001", "13800138001")]
    [InlineData("0086-13800138001", "13800138001")]
    [InlineData("8613800138001", "13800138001")]
    [InlineData("１３８００１３８００１", "13800138001")]
    [InlineData("\u00a013800138001\u3000", "13800138001")]
    [InlineData("\u200b13800138001", "13800138001")]
    [InlineData("电话：13800138001", "13800138001")]
    [InlineData("13800138001（微信同号）", "13800138001")]
    [InlineData("'13800138001", "13800138001")]
    [InlineData("138001\n38001", "!NotPhone")]
    [InlineData("1380013800", "!PhoneShort")]
    [InlineData("138001380011", "!PhoneLong")]
    [InlineData("12800138001", "!NotPhone")]
    [InlineData("13800138001/13900139001", "!TwoPhones")]
    [InlineData("0712-6312345、13800138001", "!TwoPhones")]
    [InlineData("13800138001 13900139001", "!TwoPhones")]
    [InlineData("13800138001、13800138001", "13800138001")]
    [InlineData("138****8001", "!PhoneMasked")]
    [InlineData("0712-6312345", "07126312345")]
    [InlineData("4008001234", "4008001234")]
    [InlineData("+1 415 555 0134", "+14155550134")]
    [InlineData("不知道", "!NotPhone")]
    [InlineData("无", "")]
    [InlineData("-", "")]
    [InlineData("""<c r="@" t="e"><v>#N/A</v></c>""", "!ErrorCell")]
    [InlineData("""<c r="@"><f>VLOOKUP(A2,X:Y,2)</f></c>""", "!NoResult")]
    [InlineData("""<c r="@" t="str"><f>"138"&amp;"00138001"</f><v>13800138001</v></c>""", "13800138001")]
    [InlineData("""<c r="@"><v>410101199001010000</v></c>""", "!DigitsLost")]
    [InlineData("410101199001010000", "!DigitsLost")]
    [InlineData("41010119900101123X", "!CardNumber")]
    public void A_telephone_cell_is_read_or_refused(string cell, string expected) =>
        Assert.Equal(expected, One(ImportKind.Volunteers, "姓名", "电话", "林桂枝", cell, "phone"));

    /// <summary>The same under 日期.</summary>
    [Theory]
    [InlineData("""<c r="@" s="1"><v>43868</v></c>""", "2020-02-07")]
    [InlineData("""<c r="@" s="2"><v>43868</v></c>""", "2020-02-07")]
    [InlineData("""<c r="@" s="4"><v>43868.625</v></c>""", "2020-02-07")]
    [InlineData("""<c r="@"><v>43868</v></c>""", "2020-02-07")]
    [InlineData("""<c r="@" t="d"><v>2020-02-07T00:00:00</v></c>""", "2020-02-07")]
    [InlineData("2020-02-07", "2020-02-07")]
    [InlineData("2020/2/7", "2020-02-07")]
    [InlineData("2020.2.7", "2020-02-07")]
    [InlineData("20200207", "2020-02-07")]
    [InlineData("２０２０年２月７日", "2020-02-07")]
    [InlineData("2020年2月7号 周五", "2020-02-07")]
    [InlineData("2020/2/7 15:30:00", "2020-02-07")]
    [InlineData("2020年2月7日 下午3点30分", "2020-02-07")]
    [InlineData("20.2.7", "2020-02-07")]
    [InlineData("2月7日", "2020-02-07")]
    [InlineData("12月30日", "2019-12-30")]
    [InlineData("2.7", "2020-02-07")]
    [InlineData("7-Feb-20", "2020-02-07")]
    [InlineData("Feb 7, 2020", "2020-02-07")]
    [InlineData("2/17/2020", "2020-02-17")]
    [InlineData("二〇二〇年二月七日", "2020-02-07")]
    [InlineData("2/7/2020", "!WhichDay")]
    [InlineData("2020-02-30", "!NoSuchDay")]
    [InlineData("2020-03-07", "!FutureDay")]
    [InlineData("上周", "!NotDay")]
    public void A_day_cell_is_read_or_refused(string cell, string expected) =>
        Assert.Equal(expected, One(ImportKind.Donations, "物资", "日期", "口罩", cell, "date"));

    [Theory]
    [InlineData("1,200", "1200", null)]
    [InlineData("""<c r="@"><v>20</v></c>""", "20", null)]
    [InlineData("20箱", "20", "箱")]
    [InlineData("三百", "300", null)]
    [InlineData("２０", "20", null)]
    [InlineData("2.5", "2.5", null)]
    [InlineData("若干", "!NotQuantity", null)]
    [InlineData("-3", "!NotQuantity", null)]
    [InlineData("0", "!NotQuantity", null)]
    public void A_quantity_cell_is_read_or_refused(string cell, string expected, string? unit)
    {
        var row = Row(ImportKind.Donations, ["日期", "物资", "数量"], ["2020-02-07", "口罩", cell]);
        Assert.Equal(expected, Shown(row, "quantity"));
        Assert.Equal(unit, row["unit"]);
    }

    [Fact]
    public void Days_of_a_workbook_that_counts_from_1904_are_the_same_days()
    {
        var book = Made.Rows(["日期", "物资"], ["""<c r="@" s="1"><v>42406</v></c>""", "口罩"])
            .With("xl/workbook.xml", Made.Book("""<sheet name="a" sheetId="1" r:id="r1"/>""", """<workbookPr date1904="1"/>"""));
        Assert.Equal("2020-02-07", Only(ImportKind.Donations, book.Bytes())["date"]);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-8-bom")]
    [InlineData("utf-16")]
    [InlineData("utf-16-bare")]
    [InlineData("gb18030")]
    public void A_text_is_read_in_whatever_it_was_saved(string encoding)
    {
        const string Text = "姓名,手机号\r\n\"林桂枝\",13800138001\r\n";
        byte[] bytes = encoding switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(Text),
            "utf-8-bom" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)],
            "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)],
            "utf-16-bare" => Encoding.Unicode.GetBytes(Text),
            _ => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Text),
        };
        var row = Only(ImportKind.Volunteers, bytes);
        Assert.Equal(("林桂枝", "13800138001", 2), (row["name"], row["phone"], row.Number));
    }

    [Theory]
    [InlineData("姓名,电话\n林桂枝,13800138001")]
    [InlineData("姓名;电话\n林桂枝;13800138001")]
    [InlineData("姓名\t电话\n林桂枝\t13800138001")]
    [InlineData("sep=;\n姓名;电话\n林桂枝;13800138001")]
    [InlineData("姓名，电话\n林桂枝，13800138001")]
    [InlineData("\"姓名\",\"电话\"\n\"林\"\"桂\"\"枝\",\"13800138001\"")]
    public void Whatever_keeps_the_columns_apart(string text)
    {
        var grid = Assert.Single(SheetFile.Paste(text).Grids);
        var row = Assert.Single(SheetRows.Read(grid, Heads.Find(grid, Fields.Of(ImportKind.Volunteers)), ImportKind.Volunteers, Today));
        Assert.Equal("13800138001", row["phone"]);
    }

    internal static string One(ImportKind kind, string head, string other, string first, string cell, string field) =>
        Shown(Row(kind, [head, other], [first, cell]), field);

    internal static string Shown(SheetRow row, string field) =>
        row.Faults.FirstOrDefault(it => it.Field == field) is { } fault ? "!" + fault.Kind : row[field] ?? "";

    private static SheetRow Row(ImportKind kind, string[] head, string[] row) => Only(kind, Made.Rows(head, row).Bytes());

    private static SheetRow Only(ImportKind kind, byte[] file)
    {
        var read = SheetFile.Read(file);
        Assert.Equal(SheetRefusal.None, read.Refusal);
        var heads = Heads.Find(read.Grids[0], Fields.Of(kind));
        return Assert.Single(SheetRows.Read(read.Grids[0], heads, kind, Today));
    }
}
