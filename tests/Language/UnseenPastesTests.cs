using MutualAid.Core.Language;
using MutualAid.Core.Language.Lists;

namespace MutualAid.Tests.Language;

public sealed class UnseenPastesTests
{
    [Fact]
    public void Ninety_nine_of_a_hundred_lines_of_lists_written_elsewhere_are_right()
    {
        var read = UnseenPaste.Load().SelectMany(paste => paste.Read().Pairs).ToList();
        var wrong = read.Where(pair => !pair.Line.IsRight(pair.Row)).Select(pair => Shown(pair.Line, pair.Row)).ToList();

        Assert.True(wrong.Count * 100 <= read.Count, $"{wrong.Count} of {read.Count}\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public void No_line_written_elsewhere_counts_with_another_figure()
    {
        var wrong = new List<string>();
        foreach (var paste in UnseenPaste.Load())
        {
            var (pairs, others) = paste.Read();
            wrong.AddRange(
                pairs
                    .Where(pair => pair.Row is { } row && UnseenLine.Counted(row) && !pair.Line.IsRight(row))
                    .Select(pair => Shown(pair.Line, pair.Row))
            );
            wrong.AddRange(others.Where(UnseenLine.Counted).Select(row => row.Line));
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_table_or_an_english_list_written_elsewhere_comes_back_from_its_text_with_the_same_totals()
    {
        Assert.All(
            UnseenPaste.Load().Where(paste => PastedLists.Read(paste.Text).Kind == PastedKind.Goods || paste.Text.All(char.IsAscii)),
            paste =>
            {
                var read = PastedLists.Read(paste.Text);
                var text = PastedLists.Write(read);

                Assert.Equal((text, Totals(read)), (text, Totals(PastedLists.Read(text))));
            }
        );
    }

    [Theory]
    [InlineData("1. 老贺 针头1盒\n2. 小霍 口罩2包\n3. 邬叔 毛巾3条", "针头 1 盒, 口罩 2 包, 毛巾 3 条")]
    [InlineData("#接龙\n1. 卜奶奶 盐1包\n2. 邱叔 盐2包\n3. 卜奶奶 再加 盐1包", "盐 4 包")]
    [InlineData("#接龙\n1. 甄阿姨 10-1502\n酱油1瓶，牙膏2支\n2. 阿斌 可乐6罐", "酱油 1 瓶, 牙膏 2 支, 可乐 6 罐")]
    [InlineData("姓名\t大米\t鸡蛋(个)\n沙红\t2袋\t0\n宫晓\t1袋\t30", "大米 3 袋, 鸡蛋 30 个")]
    [InlineData("卢建平 | 雨衣、雨靴 | 各15\n小易 | 铁锹 | 20把\n合计 | | 50", "雨衣 15, 雨靴 15, 铁锹 20 把")]
    [InlineData("姓名：贺强\n需要：轮椅1台，护理垫3包\n姓名：郭小妹\n需要：奶粉2罐", "轮椅 1 台, 护理垫 3 包, 奶粉 2 罐")]
    [InlineData("老林：土豆5斤，茄子2斤\n周姨：豆角3斤", "土豆 5 斤, 茄子 2 斤, 豆角 3 斤")]
    [InlineData(
        "Rosa: ladder (1), cordless drill (1)\nEmeka: 2 wheelbarrows and a shovel",
        "ladder 1, cordless drill 1, wheelbarrows 2, shovel 1"
    )]
    [InlineData("姜敏 10:32\n湿巾4包\n老牟 10:35\n我要1桶水", "湿巾 4 包, 水 1 桶")]
    [InlineData("#接龙\n1. 倪哥 塑料布一卷多\n2. 小靳 盐十来包\n3. 老储 农膜5捆", "农膜 5 捆")]
    [InlineData("#接龙\n1. 3-101 孔姐 土豆2袋\n2. 老毕 洋葱1袋\n3. 3-101 孔姐 土豆改为3袋", "洋葱 1 袋, 土豆 3 袋")]
    [InlineData("#接龙\n1. 苗苗妈 米2袋 油1桶\n2. 老卞 油1桶\n更正：苗苗妈 米1袋", "油 2 桶, 米 1 袋")]
    [InlineData("#接龙\n1. 7-302 鸡蛋1板 牛奶1箱\n2. 7-401 鸡蛋2板\n3. 7-302 牛奶改2箱", "鸡蛋 3 板, 牛奶 2 箱")]
    [InlineData("#接龙\n1. 凌姐 大米2袋\n2. 阿庆 大米1袋\n3. 闻叔 大米改成4袋\n4. 阿庆 换成面粉1袋", "大米 3 袋")]
    [InlineData("#接龙\n1. 童童 鸭脖2份\n2. 车姐 鸭脖1份 藕片1份\n3. 车姐 鸭脖不要了", "鸭脖 2 份, 藕片 1 份")]
    [InlineData("可支援\n1. 老陶面馆 盒饭每天100份\n2. 老柳 每天豆浆60杯\n3. 阿德 牛奶每户2盒", "盒饭 100 份, 豆浆 60 杯")]
    [InlineData("#接龙\n1. 馒头5个 老庞 301\n2. 花卷4个 小秋 302\n3. 馒头2个 花卷2个 温姐 1203", "馒头 7 个, 花卷 6 个")]
    [InlineData(
        "Groceries\n1. Ben 12-301 rice 2 bags\n2. Carol 1402 oil 1 bottle\n3. Dave 12-503 rice 3 bags",
        "rice 5 bags, oil 1 bottle"
    )]
    [InlineData("#接龙 萝卜\n1。常青　两包\n2。苏姐　1包", "3 包")]
    [InlineData("#接龙 红薯\n1. 韩老师 1袋\n2. 单宁 2袋\n3. 韩老师取消", "2 袋")]
    [InlineData("#接龙 红薯\n1. 覃姐 1袋\n2. 单宁 2袋\n3. 覃姐不要了", "2 袋")]
    [InlineData("拼单肥皂，要的往下接\n陆梅 2块\n张一鸣 1块\n俞敏 1块", "4 块")]
    [InlineData("#接龙 毛巾按条领\n1. 2条 陆梅\n2. 1条 张敏\n3. 3条，刁姐", "6 条")]
    public void Lists_of_many_shapes_are_added_up(string paste, string totals)
    {
        Assert.Equal(totals, Totals(PastedLists.Read(paste)));
    }

    [Theory]
    [InlineData("#接龙\n1. 孔姐 土豆2袋\n2. 老毕 洋葱1袋\n3. 孔姐 土豆改为3袋")]
    [InlineData("#接龙\n1. 童童 鸭脖2份\n2. 车姐 鸭脖1份 藕片1份\n3. 车姐 鸭脖不要了")]
    [InlineData("#接龙\n1. 苗苗妈 米2袋 油1桶\n2. 老卞 油1桶\n更正：苗苗妈 米1袋")]
    public void A_list_with_a_correction_comes_back_from_its_text_with_the_same_totals(string paste)
    {
        var read = PastedLists.Read(paste);
        var text = PastedLists.Write(read);

        Assert.Equal((text, Totals(read)), (text, Totals(PastedLists.Read(text))));
    }

    private static string Totals(PastedList list) =>
        string.Join(", ", list.Totals.Select(total => $"{total.Item} {total.Quantity:0.##} {total.Unit}".Trim()));

    private static string Shown(UnseenLine line, PastedRow? row) =>
        $"{line.Id} 「{line.Text}」 read as {(row is null ? "no row" : string.Join(' ', row.Items.Select(Item)))} {string.Join('+', row?.Doubts ?? [])}";

    private static string Item(Item item) => $"{item.Name}:{item.Quantity}:{item.Unit}";
}
