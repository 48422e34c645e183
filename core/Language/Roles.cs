namespace MutualAid.Core.Language;

/// <summary>What somebody is, said before his name: 五金店老板鲁大川.</summary>
internal static class Roles
{
    private static readonly Lexicon Words = new(
        "老板 老板娘 店主 店长 掌柜 业主 居民 村民 街坊 邻居 会长 主任 经理 负责人 退休教师 退休职工 退休工人 教师 职工 党员 志愿者 户主 摊主 家长 同学"
    );

    /// <summary>How much stands before the name; 0 when no name of a person follows.</summary>
    public static int Past(string text, int start, int end)
    {
        for (var at = end - 2; at >= Math.Max(start + 1, end - 6); at--)
        {
            if (Words.Before(text, at, start) > 0 && Names.IsPerson(text[at..end]))
            {
                return at - start;
            }
        }

        return 0;
    }
}
