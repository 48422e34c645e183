using MutualAid.Core.Language;

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
