using MutualAid.Core.Language;
using MutualAid.Core.Language.Lists;

namespace MutualAid.Tests.Language;

/// <summary>Reading grows with the length of a text and not faster. Places looked at and bytes taken are counted, not time.</summary>
public sealed class ReaderEffortTests
{
    private const int Short = 1000;

    // The most that 4 KB may cost, in places looked at for each character.
    private const int Most = 300;

    private static readonly string[] Patterns =
    [
        .. "3月 一二 9 下 口罩、 ( 每 周 口罩200个 1, 万 a 提供 课 云谷村 3- 十 的 《 “ 0 @ #1 第 半 急 上午 3月5 会 12号 来 约 / 我是 二十 1. 给我们 村 几 1: 口罩2 需要 三点 8点 明天 的人 收到 捐 张三 1e 零 需求12 口罩各2个、 来自 感谢 主讲 2个 没有， 报名 课6 班 下周 每周一 3.5 20:00 半小时 个 3x * - 。 有没有 谁有 还剩 社区 捐赠方： 张三捐 李四的 我叫 need 200 1,1 千 十几 两三 20-30 俩 若干 约1 左右 有来捐 课半小时还剩 来的捐 、3x，我是 （1） a， ①口罩".Split(
            ' '
        ),
    ];

    public static TheoryData<string> Starts => ["", "需求 "];

    [Theory]
    [MemberData(nameof(Starts))]
    public void Twice_the_text_costs_no_more_than_twice(string start)
    {
        _ = Cost(start, "口罩", Short);
        foreach (var pattern in Patterns)
        {
            var (places, bytes) = Cost(start, pattern, Short);
            var (twicePlaces, twiceBytes) = Cost(start, pattern, 2 * Short);

            Assert.True(twicePlaces <= (places * 2.3) + 1000, $"{start}{pattern}: {places} places, then {twicePlaces}");
            Assert.True(twicePlaces <= 2 * Short * Most, $"{start}{pattern}: {twicePlaces} places");
            Assert.True(twiceBytes <= (bytes * 2.5) + 200_000, $"{start}{pattern}: {bytes} bytes, then {twiceBytes}");
        }
    }

    [Fact]
    public void A_list_of_twice_the_rows_costs_no_more_than_twice()
    {
        string[] rows =
        [
            "{0}. 老贺 3-502 针头1盒，毛巾牙刷各2条",
            "{0}. 5-1204 林 夜用2包 口罩(透明的)10",
            "姓名{0}\t口罩\t20\t个\t三道沟",
            "捐赠人：白露{0} 物品：羽绒服 数量：6件",
            "{0}. Grace, 4B – pads 3 packs, tampons x2",
            "老林{0}：土豆5斤，茄子2斤",
            "卢建平{0} | 雨衣、雨靴 | 各15",
            "{0}",
        ];
        foreach (var row in rows)
        {
            _ = ListCost(row, 50);
            var (once, twice) = (ListCost(row, 150), ListCost(row, 300));

            Assert.True(twice.Places <= (once.Places * 2.3) + 1000, $"{row}: {once.Places} places, then {twice.Places}");
            Assert.True(twice.Bytes <= (once.Bytes * 2.5) + 200_000, $"{row}: {once.Bytes} bytes, then {twice.Bytes}");
        }
    }

    private static (long Places, long Bytes) ListCost(string row, int rows)
    {
        var text = string.Join('\n', Enumerable.Range(1, rows).Select(n => row.Replace("{0}", $"{n}", StringComparison.Ordinal)));
        var (places, bytes) = (Effort.Spent, GC.GetAllocatedBytesForCurrentThread());
        _ = PastedLists.Read(text);
        return (Effort.Spent - places, GC.GetAllocatedBytesForCurrentThread() - bytes);
    }

    // Release builds do not count places; bytes are counted in each.
    private static (long Places, long Bytes) Cost(string start, string pattern, int length)
    {
        var text = start + string.Concat(Enumerable.Repeat(pattern, (length / pattern.Length) + 1));
        var context = new ReadingContext(new DateTime(2026, 11, 22, 9, 0, 0), true);
        var (places, bytes) = (Effort.Spent, GC.GetAllocatedBytesForCurrentThread());
        _ = Reader.Read(text, context);
        return (Effort.Spent - places, GC.GetAllocatedBytesForCurrentThread() - bytes);
    }
}
