using System.Collections.Frozen;

namespace MutualAid.Core.Language;

/// <summary>Puts words of dialects, and words typed in pinyin, in the place of their standard form, each as long as it was.</summary>
internal static class Dialect
{
    private const string Pairs = """
        我哋 我们
        你哋 你们
        佢哋 他们
        阿拉 我们
        听日 明天
        寻日 昨天
        琴日 昨天
        今朝 今天
        明朝 明天
        而家 现在
        边位 哪位
        边个 哪个
        边度 哪里
        同埋 以及
        仲有 还有
        仲要 还要
        仲差 还差
        仲缺 还缺
        有冇 有没
        唔用 闲置
        唔够 不够
        唔急 不急
        俾返 给回
        俾 给
        畀 给
        嘅 的
        啲 些
        搵 找
        攞 拿
        侬 你
        伲 我
        勿急 不急
        勿要 不要
        勿够 不够
        阮兜 我家
        阮 我
        恁兜 你家
        恁 你
        毋知 不知
        欲食 想吃
        欲用 想用
        来提 来拿
        来揣 来找
        厝边 邻居
        嬢嬢 阿姨
        没得 没有
        冇得 没有
        xuyao 需要
        xuqiu 需求
        jixu 急需
        tigong 提供
        juanzeng 捐赠
        kouzhao 口罩
        """;

    private static readonly FrozenDictionary<string, string> Standard = Pairs
        .Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Trim().Split(' '))
        .ToFrozenDictionary(pair => pair[0], pair => pair[1].PadRight(pair[0].Length), StringComparer.Ordinal);

    private static readonly Lexicon Words = new([.. Standard.Keys]);

    // 阮 is a surname too: it is I only before what one has.
    private const string Mine = "厝家兜有欲欠缺邻这遮阿母爸";

    public static string Align(string folded)
    {
        char[]? aligned = null;
        for (var i = 0; i < folded.Length; i++)
        {
            var length = Words.At(folded, i);
            var (word, standard) = length == 0 ? Owing(folded, i) : (length, Standard[folded.Substring(i, length)]);
            if (word == 0 || IsSurname(folded, i, word) || IsInside(folded, i, word))
            {
                continue;
            }

            aligned ??= folded.ToCharArray();
            standard.CopyTo(0, aligned, i, word);
            i += word - 1;
        }

        return aligned is null ? folded : new string(aligned);
    }

    // 欠一台 lacks one; 欠费 and 欠条 do not.
    private static (int Length, string Standard) Owing(string text, int i) =>
        text[i] == '欠' && i + 1 < text.Length && Numerals.Read(text, i + 1) is { } n && Units.At(text, n.End) > 0 ? (1, "缺") : (0, "");

    private static bool IsSurname(string text, int i, int length) =>
        length == 1 && text[i] == '阮' && !(i + 1 < text.Length && Mine.Contains(text[i + 1], StringComparison.Ordinal));

    private static bool IsInside(string text, int i, int length) =>
        char.IsAsciiLetter(text[i])
        && (
            i > 0 && char.IsAsciiLetter(text[i - 1])
            || Texts.IsLatin(text[Math.Min(i + length, text.Length - 1)]) && i + length < text.Length
        );
}
