namespace MutualAid.Core.Language;

internal static partial class SupplyIntent
{
    // Questions between people and jokes about what they have.
    private static readonly Lexicon Idle = new(
        "别人送的 人家送的 朋友送的 亲戚送的 客户送的 同学送的 刚看见 刚看到 看见三 送了我 给了我 送我一 送给我一 给我送了 送了一袋给我 借了我 给我带了 够不够 够用不 你们还剩 你们还有 你那还有 你家还有 还有多少 剩多少 在哪买 哪里买 多少钱 怎么卖 哪买的 什么牌子"
    );

    private static readonly Lexicon Lacking = new("还差 就差 只差 还缺 就缺 还要 再要 急需 需要 急缺 缺");

    // 家里还有三袋米，够吃
    private static readonly Lexicon Plenty = new("够用 不用惦记 不用担心 够吃 够喝 够用了 够我 够咱 够俺 吃得完 够了 不缺 还能撑");

    // What people only jest about.
    private static readonly Lexicon Jest = new("哈哈 嘿嘿 笑死 hhh lol haha 羡慕 眼馋");

    private static readonly Lexicon Earnest = new("需要 急需 急缺 缺 求 还差 申请 麻烦 谁能 谁有 有没有 能不能 捐 可以 能 愿意 借");

    private static readonly Lexicon Chatter = Lexicon.Listed("SupplyIntentChatter");

    // 超市关门了 tells why one asks.
    private static readonly Lexicon Excuse = Lexicon.Listed("SupplyIntentExcuse");

    // 邻居给了我一袋米，还差一桶油
    private static bool AsksAfter(string text, int idle)
    {
        var stop = idle;
        while (stop < text.Length && !Texts.IsStop(text[stop]))
        {
            stop++;
        }

        return stop < text.Length && Lacking.In(text, stop);
    }

    public static bool IsChatter(string text)
    {
        for (var at = Chatter.Find(text); at >= 0; at = Chatter.Find(text, at + 1))
        {
            if (Excuse.At(text, at) == 0 && !(at > 0 && text[at - 1] == '没'))
            {
                return true;
            }
        }

        return false;
    }
}
