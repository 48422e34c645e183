using System.Diagnostics;
using System.Text;
using MutualAid.Core.Language;
using MutualAid.Core.Language.Lists;

namespace MutualAid.Bench;

/// <summary>How long one message takes to be understood, and whether any string breaks the reader.</summary>
internal static class Reading
{
    private const string Alphabet =
        "需求口罩个两百五十几半箱社区村小区街道前周三月日号点晚明天/#@0123456789.,，。、：()（）《》“”\n 一二三俩仨约来左右给我们你的了吗?!急需缺捐送谁能可以提供认领送达签收取消报名课班次abcdekmnxyzNeedBox☀🙏👍①②～*×+-—";
    private static readonly DateTime Now = new(2026, 11, 22, 9, 0, 0);
    private static readonly string[] Nasty =
    [
        "3月",
        "一二",
        "9",
        "来",
        "村",
        "1e",
        "口罩、",
        "十",
        "(",
        "捐",
        "下",
        "1,",
        "口罩200个",
        "需要",
    ];

    public static void Run(int strings)
    {
        var random = new Random(20261122);
        var hundred = Enumerable.Range(0, 4_000).Select(_ => Text(random, 100)).ToList();
        hundred.ForEach(text => Best(text));
        // The best of five readings of each text: what it costs, not what the machine did beside.
        var times = hundred.ConvertAll(Best);
        times.Sort();
        Console.WriteLine(
            $"100 characters: p50 {times[times.Count / 2]:0.000} ms  p99 {times[times.Count * 99 / 100]:0.000} ms  p99.9 {times[times.Count * 999 / 1000]:0.000} ms"
        );
        foreach (var pattern in Nasty)
        {
            var text = string.Concat(Enumerable.Repeat(pattern, Reader.Longest / pattern.Length));
            Console.WriteLine($"4 KB of {pattern}: {Best(text):0.0} ms");
        }

        Fuzz(random, strings);
    }

    private static void Fuzz(Random random, int strings)
    {
        var slow = new PriorityQueue<string, double>();
        for (var n = 0; n < strings; n++)
        {
            var text = Text(random, n % 1000 == 0 ? random.Next(1000, 4096) : random.Next(0, 60));
            slow.Enqueue(text, Time(text));
            if (slow.Count > 20)
                slow.Dequeue();
            _ = Quantities.Read(text);
            _ = Dates.Read(text, Now);
            _ = PastedLists.Write(PastedLists.Read(text));
        }

        // On a busy machine the slowest were mostly waiting; read again they show what they cost.
        var worst = slow.UnorderedItems.Max(it => Best(it.Element));
        Console.WriteLine($"{strings} random strings: 0 exceptions, slowest {worst:0.0} ms");
    }

    private static double Best(string text) => Enumerable.Range(0, 5).Min(_ => Time(text));

    private static double Time(string text)
    {
        var start = Stopwatch.GetTimestamp();
        _ = Reader.Read(text, new ReadingContext(Now, Addressed: true));
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static string Text(Random random, int length)
    {
        var text = new StringBuilder(length);
        for (var i = 0; i < length; i++)
            text.Append(random.Next(12) == 0 ? (char)random.Next(0, 0x10000) : Alphabet[random.Next(Alphabet.Length)]);
        return text.ToString();
    }
}
