namespace MutualAid.Core.Language;

/// <summary>Words in which goods, services and helpers are counted.</summary>
internal static class Units
{
    private static readonly Lexicon Words = Lexicon.Listed("UnitsWords");

    // After a number these are the beginning of a thing, not a measure: 200口罩, 5面包, 5对讲机.
    private static readonly Lexicon Things = Lexicon.Listed("UnitsThings");

    // Not measures of goods: spans of time, floors, money, people's homes.
    private static readonly Lexicon Foreign = Lexicon.Listed("UnitsForeign");

    // After a measure these make it part of a name: 10kg装, 两件套, 一片式, 75度酒精.
    private static readonly Lexicon Makes = new("装 式 型 规格 码 制 件套 以上老人");

    private static readonly Lexicon MadeThings = new("制氧 制冷 制冰 制服 制图 装饰 装备 型材 码表 式样");

    private static readonly Lexicon Discrete = new("个 只 双 副 人 名 位 辆 台 张 把 件 顶 条 支 根 本");

    private static readonly Lexicon Contents = new("ml 毫升 g 克 mg 毫克 寸 度 码 v w a 瓦 伏 安 cm mm 厘米 毫米 目 丝 層 层");

    /// <summary>Length of the unit that stands here; 0 when there is none.</summary>
    public static int At(string text, int at)
    {
        if (at >= text.Length || Things.At(text, at) > 0)
        {
            return 0;
        }

        var length = Words.At(text, at);
        var foreign = Foreign.At(text, at);
        if (length == 0 || foreign > length || (foreign == length && foreign > 0))
        {
            return 0;
        }

        var after = at + length;
        if (after < text.Length && text[after] == '子' && length == 1 && Goods.Heads.At(text, at) > 1)
        {
            return 0;
        }

        return length;
    }

    public static bool IsForeign(string text, int at) =>
        Foreign.At(text, at) > 0 || (at < text.Length && text[at] is '%' or '℃' or '°' or '$' or '￥');

    /// <summary>Half a thing is asked back for what is only counted whole (2.5个).</summary>
    public static bool IsDiscrete(string unit) => Discrete.Is(unit);

    /// <summary>A measure here names a size (500ml酒精 30瓶), if another amount follows the name.</summary>
    public static bool IsSize(string unit) => Contents.Is(unit);

    public static bool MakesName(string text, int at) => Makes.At(text, at) > 0 && MadeThings.At(text, at) == 0;

    public static bool IsUnit(string text) => Words.Is(text);
}
