namespace MutualAid.Core.Language;

/// <summary>Private sales: 出二手冰箱一台，300元. Nobody gives there.</summary>
internal static class Sales
{
    private static readonly Lexicon Selling = new(
        "出售 转卖 转手 甩卖 便宜卖 低价卖 要卖 想卖 卖掉 卖给 处理价 二手转 低价转 便宜转 低价出 便宜出 便宜处理 低价处理 团购价 批发价 代购价 亏本 带价 小刀 可刀 for_sale selling"
    );

    private static readonly Lexicon Prices = new("可议价 面议 可小刀 包邮 到付 价格 售价 原价 一口价 ono obo asking_price");
    private static readonly Lexicon Given = new(
        "免费 不要钱 不收钱 无偿 白送 白拿 押金 免押 捐 资助 补贴 运费 油费 for_free free_of_charge deposit"
    );
    private static readonly Lexicon Money = new("元 块钱 块 rmb 刀 dollars quid pounds");

    /// <summary>Whether what is offered has its price.</summary>
    public static bool Is(string text) => !Given.In(text) && (Selling.In(text) || Prices.In(text) || Priced(text));

    private static bool Priced(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '￥' or '¥' or '$' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
            {
                return true;
            }

            // 蜂窝煤五百块: what is counted in 块 stands right before.
            if (
                !(Goods.Heads.Before(text, i) > 0 && text[i - 1] is not ' ')
                && (i == 0 || !Numerals.IsDigit(text[i - 1]) && !Numerals.IsMultiplier(text[i - 1]))
                && Numerals.Read(text, i) is { Value: >= 1 } n
                && Money.At(text, n.End + (n.End < text.Length && text[n.End] == ' ' ? 1 : 0)) is var unit and > 0
                && EndsPrice(text, n.End + unit)
            )
            {
                return true;
            }
        }

        return false;
    }

    // 两块门帘 are no money.
    private static bool EndsPrice(string text, int at) =>
        at >= text.Length
        || !Texts.IsWord(text[at])
        || text[at - 1] != '块'
        || text[at] is '一' or '出' or '拿' or '包' or '左' or '上' or '起' or '不' or '就' or '卖' or '转';
}
