namespace MutualAid.Core.Language;

/// <summary>Where people who use no punctuation draw breath: 水不够喝了再来三十箱, 想要根拐杖 护膝两副.</summary>
internal static class Breath
{
    private static readonly Lexicon Onset = Lexicon.Listed("BreathOnset");
    private static readonly Lexicon Asks = new("要 想要 还要 需要 急需 缺 还缺 还差 求 急求 借 想借 要根 有");

    public static bool IsAt(string text, int start, int at)
    {
        var space = text[at] == ' ';
        var next = space ? at + 1 : at;
        return next < text.Length
            && Texts.IsHan(text[next])
            && (
                !space && IsAnew(text, start, at)
                || IsParticle(text[at - 1]) && Begins(text, next, space)
                || space
                    && Texts.IsHan(text[at - 1])
                    && (
                        EndsAsk(text, start, at, next)
                        || Mentions.Wished.Before(text, at, start) > 0
                        || Topics.Surplus.Before(text, at, start) > 0
                        || IsWithout(text, start, at)
                        || EndsStock(text, start, at)
                    )
            );
    }

    // 药店都没货谁家有借我一台: who speaks on without a stop begins anew with such words.
    private static bool IsAnew(string text, int start, int at) =>
        at - start >= 6 && Anew.At(text, at) > 0 && !Joined.Contains(text[at - 1], StringComparison.Ordinal);

    // 我们急需, 还需要, 不想要: the words belong to what stands before.
    private const string Joined = "我们咱俺你您他她谁还也就都再很太不没所最特先又正仍只人且分:（(、和与及跟 是急现想";

    private static readonly Lexicon Anew = Lexicon.Listed("BreathAnew");

    // 妹子没厚衣服 一件羽绒服, 姥姥没棉裤穿 求两条
    private static bool IsWithout(string text, int start, int at) =>
        text.LastIndexOf('没', at - 1, at - start) is var none and >= 0 && at - none is > 2 and < 9 && Goods.Has(text[(none + 1)..at]);

    // 落叶太多啦竹扫帚二十把
    private static bool IsCounted(string text, int at)
    {
        for (var i = at; i < Math.Min(text.Length, at + 3); i++)
        {
            if (
                Goods.Heads.At(text, i) is var head and > 1
                && i + head < text.Length
                && AmountScan.At(text, i + head) is { Value: not null, Bare: false }
            )
            {
                return true;
            }
        }

        return false;
    }

    // 家里就剩一把葱 米要十斤
    private static bool EndsStock(string text, int start, int at) => Counting.HasAmount(text, start, at) && Stock.IsLeft(text, start, at);

    private static bool IsParticle(char c) =>
        c is '了' or '呢' or '啊' or '吧' or '吗' or '嘛' or '呀' or '噻' or '啦' or '咯' or '咧' or '哈';

    private static bool Begins(string text, int at, bool space) =>
        Onset.At(text, at) > 0
        || text[at - 1] != '了' && IsCounted(text, at)
        || space && !Numerals.IsDigit(text[at]) && !Numerals.IsMultiplier(text[at]);

    // 要根拐杖 护膝两副: what is asked for ends here, and another thing begins.
    private static bool EndsAsk(string text, int start, int at, int next) =>
        Goods.Heads.Before(text, at, start) is var head and > 1
        && Asks.Find(text, start, at - head) is var ask and >= 0
        && !Numerals.IsDigit(text[next])
        && !Counting.HasAmount(text, ask, at)
        && Colloquial.Measured(text, ask + Asks.At(text, ask)) > 0;
}
