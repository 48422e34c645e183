using System.Text;
using MutualAid.Core.Language;
using MutualAid.Core.Language.Lists;

namespace MutualAid.Tests.Language;

public sealed class ReaderSafetyTests
{
    private const string Alphabet =
        "需求口罩个两百五十几半箱社区村小区街道前周三月日号点晚明天/#@0123456789.,，。、：()（）《》“”\n 一二三俩仨约来左右给我们你的了吗?!急需缺捐送谁能可以提供认领送达签收取消报名课班次abcdekmnxyzNeedBox☀️🙏👍①②～*×+-—";

    private static readonly string[] Doors =
    [
        "/need",
        "/offer",
        "/donation",
        "/claim",
        "/received",
        "/class",
        "/shift",
        "需求",
        "捐赠",
        "认领",
        "报名",
        "",
    ];
    private static readonly string[] Parts = ["10", "箱", "牛奶", "，", " ", "的", "收到", "恒达厂", "#1", "明天", "8点", "+1", "第", "每"];

    [Fact]
    public void Every_short_order_of_parts_is_read_behind_every_door()
    {
        foreach (var door in Doors)
        {
            foreach (var one in Parts)
            {
                foreach (var two in Parts)
                {
                    foreach (var three in Parts)
                        Read($"{door} {one}{two}{three}");
                }
            }
        }

        static void Read(string text)
        {
            var fault = Record.Exception(() => Reader.Read(text, new ReadingContext(new DateTime(2020, 2, 5, 10, 0, 0), Addressed: true)));
            Assert.True(fault is null, $"{text}: {fault}");
        }
    }

    [Fact]
    public void A_hundred_thousand_random_strings_are_read_without_exception()
    {
        var random = new Random(20261122);
        var now = new DateTime(2026, 11, 22, 9, 0, 0);
        for (var n = 0; n < 100_000; n++)
        {
            var text = RandomText(random, n);
            _ = Reader.Read(text, new ReadingContext(now, n % 4 != 0));
            if (n % 5 == 0)
            {
                _ = Quantities.Read(text);
                _ = Dates.Read(text, now);
                _ = Folding.Fold(text);
            }
        }
    }

    private static readonly string[] Long =
    [
        new string('9', 4096),
        new string('万', 4096),
        "一" + new string('亿', 4096),
        string.Concat(Enumerable.Repeat("🙏", 1024)),
        string.Concat(Enumerable.Repeat("口罩200个", 700)),
        string.Concat(Enumerable.Repeat("需求 ", 1300)),
        string.Concat(Enumerable.Repeat("3月", 2000)),
        string.Concat(Enumerable.Repeat("(", 4096)),
        string.Concat(Enumerable.Repeat("口罩、", 1300)),
        string.Concat(Enumerable.Repeat("下", 4096)),
        "\ud83d",
        "\ude4f",
        "需求 口罩\ud83d 200个",
        "/",
        "@",
        "/@",
        "\uffff",
        "#接龙\n1. 张三\ufffe 2份\n2. 李四\ud83d 1份",
        "/need@",
        "需求\ude4f",
        "#",
        "第",
        "0",
        "2月",
        "每",
        "周",
    ];

    [Fact]
    public void Long_and_broken_strings_are_read_without_exception()
    {
        var now = new DateTime(2026, 11, 22, 9, 0, 0);
        foreach (var text in Long)
        {
            Assert.NotNull(ParseJson.Write("x", Reader.Read(text, new ReadingContext(now, true))));
            Assert.NotNull(Quantities.Read(text));
            Assert.NotNull(Dates.Read(text, now));
            Assert.NotNull(Folding.Fold(text));
            Assert.NotNull(PastedLists.Write(PastedLists.Read(text)));
        }
    }

    private static string RandomText(Random random, int n)
    {
        var length = n % 500 == 0 ? random.Next(200, 900) : random.Next(0, 40);
        var text = new StringBuilder(length);
        for (var i = 0; i < length; i++)
        {
            text.Append(random.Next(12) == 0 ? (char)random.Next(0, 0x10000) : Alphabet[random.Next(Alphabet.Length)]);
        }

        return text.ToString();
    }
}
