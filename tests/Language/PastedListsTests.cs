using MutualAid.Core.Language;
using MutualAid.Core.Language.Lists;

namespace MutualAid.Tests.Language;

public sealed class PastedListsTests
{
    [Fact]
    public void Ninety_eight_of_a_hundred_pasted_lines_are_right()
    {
        var wrong = new List<string>();
        var lines = 0;
        foreach (var paste in Pasted.Load())
        {
            var read = PastedLists.Read(paste.Text);
            var (gold, rows) = (paste.Rows, read.Rows.Select(Pasted.Row).ToList());
            lines += gold.Count;
            wrong.AddRange(
                Enumerable
                    .Range(0, Math.Max(gold.Count, rows.Count))
                    .Where(n => gold.ElementAtOrDefault(n) != rows.ElementAtOrDefault(n))
                    .Select(n => $"{paste.Id} {gold.ElementAtOrDefault(n)}  <>  {rows.ElementAtOrDefault(n)}")
            );
        }

        Assert.True(wrong.Count * 50 <= lines, $"{wrong.Count} of {lines}\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public void No_total_is_silently_wrong()
    {
        foreach (var paste in Pasted.Load())
        {
            var read = PastedLists.Read(paste.Text);

            Assert.True(
                paste.Totals(read).SequenceEqual(Pasted.Totals(read.Totals)),
                $"{paste.Id}\n{paste.Text}\n{string.Join(' ', Pasted.Totals(read.Totals))}"
            );
        }
    }

    [Fact]
    public void Kind_header_and_footer_are_told_from_the_rows()
    {
        foreach (var paste in Pasted.Load())
        {
            var read = PastedLists.Read(paste.Text);

            Assert.Equal($"{paste.Id} {paste.Kind}", $"{paste.Id} {read.Kind.ToString().ToLowerInvariant()}");
            Assert.Equal(
                (paste.Id, paste.Gold.GetProperty("header").GetInt32(), paste.Gold.GetProperty("footer").GetInt32()),
                (paste.Id, read.Header.Count + (read.Heading is null ? 0 : 1), read.Footer.Count)
            );
        }
    }

    [Fact]
    public void A_list_written_out_and_read_again_is_the_same_list()
    {
        foreach (var paste in Pasted.Load())
        {
            var read = PastedLists.Read(paste.Text);
            var again = PastedLists.Read(PastedLists.Write(read));

            Assert.Equal(read.Rows.Select(Pasted.Row), again.Rows.Select(Pasted.Row));
            Assert.Equal(Pasted.Totals(read.Totals), Pasted.Totals(again.Totals));
        }
    }

    [Fact]
    public void A_list_made_here_comes_back_from_its_text_to_the_letter()
    {
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var list = Made(random);
            var text = PastedLists.Write(list);
            var read = PastedLists.Read(text);

            Assert.Equal(text, PastedLists.Write(read));
            Assert.Equal(list.Header, read.Header);
            Assert.Equal(list.Rows.Select(Pasted.Row), read.Rows.Select(Pasted.Row));
        }
    }

    [Fact]
    public void The_same_person_in_two_lines_counts_once_and_is_shown()
    {
        var read = PastedLists.Read("#接龙\n面粉\n1. 夏天 1袋\n2. 方圆 2袋\n3. 夏天 4袋");

        Assert.Equal([RowDoubt.Duplicate], read.Rows[2].Doubts);
        Assert.Equal([new PastedTotal("", 3, "袋")], read.Totals);
    }

    [Theory]
    [InlineData("#接龙\n买米\n1、孙婆婆 5kg×2\n2、小李 1袋", "1 袋")]
    [InlineData("#接龙\n杂货\n1. 温姐 酱油1瓶 醋\n2. 何敏 酱油2瓶", "酱油 2 瓶")]
    [InlineData("#接龙\n核酸报名，一家写一行\n1. 何家 4人\n2. 邓海一家三口", "4 人")]
    [InlineData("#接龙\n年货\n1. 老白：盐2包 糖1包 共3包\n2. 吴静：盐2包 糖1包 共4包", "盐 2 包, 糖 1 包")]
    [InlineData("#接龙\n代购\n1. 小美食用油2桶\n2. 何敏 洗衣液2瓶", "洗衣液 2 瓶")]
    [InlineData("#接龙\n代购\n1. 平安 喜乐2份\n2. 何敏 1份", "1 份")]
    [InlineData("物资 | 需要 | 已有 | 还缺\n口罩 | 200 | 50 | 150\n手套 | 100 | 20 | 80", "")]
    [InlineData("1. 口罩 200个\n2. 开会 3点\n3. 手套 50双", "")]
    [InlineData("口罩：200个\n手套：50双\n酒精：3箱", "口罩 200 个, 手套 50 双, 酒精 3 箱")]
    [InlineData("品名：口罩\n数量：200个\n社区：云谷村\n品名：手套\n数量：50双", "口罩 200 个, 手套 50 双")]
    public void What_may_be_read_in_two_ways_is_in_no_total(string paste, string totals)
    {
        var read = PastedLists.Read(paste);

        Assert.Equal(totals, string.Join(", ", read.Totals.Select(total => $"{total.Item} {total.Quantity:0.##} {total.Unit}".Trim())));
        Assert.Equal(
            read.Rows.Count,
            paste.Split('\n').Length
                - read.Header.Count
                - (read.Heading is null ? 0 : 1)
                - (paste.StartsWith("品名：", StringComparison.Ordinal) ? 3 : 0)
        );
    }

    [Fact]
    public void Ordinary_talk_is_no_list()
    {
        Assert.All(
            Labelled.Load("messages-dev.jsonl").Where(message => message.Text.Count(c => c == '\n') < 2),
            message => Assert.Equal((message.Text, PastedKind.None), (message.Text, PastedLists.Read(message.Text).Kind))
        );
    }

    [Fact]
    public void Scrambled_lists_are_read_without_exception()
    {
        var random = new Random(11);
        List<string> all = [.. Pasted.Load().Select(paste => paste.Text), .. UnseenPaste.Load().Select(paste => paste.Text)];
        for (var round = 0; round < 3000; round++)
        {
            var (a, b) = (all[random.Next(all.Count)], all[random.Next(all.Count)]);
            var text = a[..random.Next(a.Length + 1)] + b[random.Next(b.Length)..];

            Assert.NotNull(PastedLists.Write(PastedLists.Read(text)));
        }
    }

    private static PastedList Made(Random random)
    {
        string[] names = ["秦小满", "温静宜", "陆师傅", "朱阿姨", "云朵妈妈", "Amy", "老白", "🌸小雨🌸", "孔老师", "门岗老严"];
        string[] goods = ["鸡蛋", "牛奶", "大米", "挂面", "食用油", "N95口罩"];
        string[] units = ["份", "箱", "袋", "斤", "个"];
        string[] notes = ["", "", "3-502", "已付款", "晚上取", "（要新鲜的）"];
        var single = random.Next(2) == 0;
        random.Shuffle(names);
        var rows = names
            .Take(random.Next(1, names.Length))
            .Select(
                (name, n) =>
                    new PastedRow("")
                    {
                        Number = $"{n + 1}",
                        Name = name,
                        Proxy = random.Next(5) == 0 ? "小李" : null,
                        Note = notes[random.Next(notes.Length)],
                        Community = random.Next(6) == 0 ? "云谷村" : null,
                        Items = single
                            ? [Thing("", random, units)]
                            : [.. goods.Where(_ => random.Next(3) == 0).Append("土豆").Select(it => Thing(it, random, units))],
                    }
            );
        return new PastedList(PastedKind.Chain) { Header = ["#接龙", "周末团购"], Rows = [.. rows] };
    }

    private static Item Thing(string name, Random random, string[] units) =>
        new(name, random.Next(1, 60) / (random.Next(4) == 0 ? 2m : 1m), units[random.Next(name.Length == 0 ? 4 : 3)]);
}
