namespace MutualAid.Core.Language;

internal static partial class Lessons
{
    // So long a name a class has at most.
    private const int LongestName = 18;

    private static readonly Lexicon Opening = new([
        .. from wish in (string[])["想", "要", "准备", "打算", "计划", "帮我", "给我", "我来", "可以", "能", "再", "先", ""]
        from verb in (string[])["开", "办", "加", "上", "搞", "排", "登记", "安排", "新开", "新建"]
        from measure in (string[])["一节", "一堂", "一场", "一门", "一次", "一期", "个", "节", "堂", "场"]
        where wish.Length > 0 || measure.Length > 1
        select wish + verb + measure,
    ]);

    private static readonly Lexicon Closing = new("的课 课 的讲座 讲座 的培训 培训 的班 的分享 分享会 的公开课 公开课 的微课 微课");

    /// <summary>想开一节剪窗花的课: what stands between names the class.</summary>
    public static Span? Opened(string text)
    {
        for (var at = Opening.Find(text); at >= 0; at = Opening.Find(text, at + 1))
        {
            var from = at + Opening.At(text, at);
            for (var end = from + 2; end < Math.Min(text.Length, from + LongestName) && !Texts.IsStop(text[end]); end++)
            {
                if (Closing.At(text, end) > 0)
                {
                    return new Span(from, end);
                }
            }
        }

        return null;
    }
}
