using MutualAid.Core.Imports;

namespace MutualAid.Tests.Imports;

public sealed class SheetLayouts
{
    private static readonly DateOnly Today = new(2020, 2, 20);

    [Fact]
    public void A_head_under_titles_of_two_rows_with_merged_cells_is_found()
    {
        var file = Made.Rows(
            ["杏花台志愿者名册（2020年2月）"],
            ["填表日期：2020-02-05"],
            ["序号", "社区", "姓名", "联系方式", "", "特长"],
            ["", "", "", "手机", "微信", ""],
            ["1", "杏花台社区", "林桂枝", "13800138001", "lgz", "测温、开车"],
            ["2", "", "周 大 河", "13800138002", "", "做饭"],
            ["3", "瑞禾村", "许阿姨", "", "", ""],
            ["4"],
            ["合计", "", "3人"],
            ["填表人：温静宜"]
        );
        var sheet =
            """<mergeCells><mergeCell ref="A1:F1"/><mergeCell ref="A3:A4"/><mergeCell ref="B3:B4"/><mergeCell ref="C3:C4"/><mergeCell ref="D3:E3"/><mergeCell ref="F3:F4"/><mergeCell ref="B5:B6"/></mergeCells>""";
        var rows = Read(ImportKind.Volunteers, file.After(sheet).Bytes());
        Assert.Equal(
            ["5 林桂枝 13800138001 杏花台社区 测温、开车", "6 周大河 13800138002 杏花台社区 做饭", "7 许阿姨  瑞禾村 "],
            rows.Select(it => $"{it.Number} {it["name"]} {it["phone"]} {it["community"]} {it["skills"]}")
        );
    }

    [Fact]
    public void A_sheet_that_is_hidden_is_not_looked_at_and_the_likeliest_of_the_others_is_chosen()
    {
        var book = Made.Rows(["姓名", "电话"], ["林桂枝", "13800138001"])
            .With("xl/worksheets/sheet2.xml", Made.Sheet($"""<row r="1">{Made.Text("A1", "说明：先填名册")}</row>"""))
            .With(
                "xl/worksheets/sheet3.xml",
                Made.Sheet($"""<row r="1">{Made.Text("A1", "姓名")}{Made.Text("B1", "电话")}{Made.Text("C1", "社区")}</row>""")
            )
            .With(
                "xl/workbook.xml",
                Made.Book(
                    """<sheet name="说明" sheetId="2" r:id="r5"/><sheet name="旧" sheetId="3" state="veryHidden" r:id="r6"/><sheet name="名册" sheetId="1" r:id="r1"/>"""
                )
            )
            .With(
                "xl/_rels/workbook.xml.rels",
                Made.Relations(
                    ("r1", "worksheet", "/xl/worksheets/sheet1.xml"),
                    ("r5", "worksheet", "worksheets/sheet2.xml"),
                    ("r6", "worksheet", "worksheets/sheet3.xml")
                )
            );
        Assert.Equal(["说明", "名册"], SheetFile.Read(book.Bytes()).Grids.Select(it => it.Name));
    }

    [Fact]
    public void A_questionnaire_is_understood_by_what_its_questions_end_with()
    {
        var grid = SheetFile
            .Paste(
                "提交时间\t1、您的姓名\t2、您的手机号码*\t3、您的紧急联系人电话\t4、您所在的社区\n2020/2/3 10:00\t林桂枝\t13800138001\t13800138009\t杏花台社区"
            )
            .Grids[0];
        var heads = Heads.Find(grid, Fields.Of(ImportKind.Volunteers));
        Assert.Equal([("community", 4), ("name", 1), ("phone", 2)], heads.Columns.Select(it => (it.Key, it.Value)).Order());
    }

    [Fact]
    public void A_list_that_begins_at_once_is_understood_by_its_numbers()
    {
        var rows = Read(ImportKind.Volunteers, System.Text.Encoding.UTF8.GetBytes("1,林桂枝,13800138001\n2,周大河,13800138002\n"));
        Assert.Equal(["林桂枝 13800138001", "周大河 13800138002"], rows.Select(it => $"{it["name"]} {it["phone"]}"));
    }

    [Fact]
    public void Donations_are_read_with_amounts_in_their_own_column_or_in_the_text()
    {
        var rows = Read(
            ImportKind.Donations,
            System.Text.Encoding.UTF8.GetBytes(
                "日期,捐赠单位/个人,物资名称,数量,单位,估价（元）\n2020/2/3,晨露超市,牛奶,10,箱,\"1,200\"\n2020/2/4,匿名,口罩 100个，手套 20双,,,\n同上,周师傅,大米,20袋,,350.5元\n"
            )
        );
        Assert.Equal(
            ["2020-02-03|晨露超市|牛奶|10|箱|1200", "2020-02-04||口罩 100个，手套 20双|||", "2020-02-04|周师傅|大米|20|袋|350.5"],
            rows.Select(it => string.Join('|', it["date"], it["donor"], it["item"], it["quantity"], it["unit"], it["value"]))
        );
    }

    [Fact]
    public void A_number_of_a_card_is_never_kept_and_one_that_was_cut_is_told()
    {
        var read = SheetFile.Read(
            Made.Rows(
                    ["姓名", "电话", "身份证号"],
                    ["林桂枝", "13800138001", "<c r=\"@\"><v>410101199001010000</v></c>"],
                    ["周大河", "13800138002", "410101199001011234"]
                )
                .Bytes()
        );
        var rows = SheetRows.Read(read.Grids[0], Heads.Find(read.Grids[0], Fields.Of(ImportKind.Volunteers)), ImportKind.Volunteers, Today);
        Assert.Equal([("C2", FaultKind.DigitsLost, true)], rows.SelectMany(it => it.Faults).Select(it => (it.Cell, it.Kind, it.IsNote)));
        Assert.DoesNotContain("1990", System.Text.Json.JsonSerializer.Serialize(read.Grids), StringComparison.Ordinal);
    }

    private static IReadOnlyList<SheetRow> Read(ImportKind kind, byte[] file)
    {
        var read = SheetFile.Read(file);
        Assert.Equal(SheetRefusal.None, read.Refusal);
        return SheetRows.Read(read.Grids[0], Heads.Find(read.Grids[0], Fields.Of(kind)), kind, Today);
    }
}
