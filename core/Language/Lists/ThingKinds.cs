using System.Text.RegularExpressions;

namespace MutualAid.Core.Language.Lists;

/// <summary>Words that stand beside the name of a thing and are none: its kind, its size, the nickname of a person.</summary>
internal static partial class ThingKinds
{
    /// <summary>卫生棉 夜用型, 尿不湿 XL码, 奶粉 2段: belongs to the name before it.</summary>
    public static bool IsKind(string folded) => Kind().IsMatch(folded);

    /// <summary>L, 3段, 大号: of what?</summary>
    public static bool IsSize(string folded) => Size().IsMatch(folded);

    /// <summary>200度 is no thing.</summary>
    public static bool IsMeasure(string folded) =>
        folded.Length > 1
        && Numerals.Read(folded, 0) is { } number
        && number.End < folded.Length
        && Units.IsForeign(folded, number.End)
        && folded.Length - number.End < 3;

    /// <summary>老钮, 小寇, 阿紫.</summary>
    public static bool IsNick(string folded) =>
        folded is ['老' or '小' or '阿' or '大', _] or [_, '姐' or '哥' or '叔' or '姨' or '婶' or '嫂' or '伯' or '工' or '总'];

    /// <summary>老万, 岑岑, 查阿姨: a person, and no thing.</summary>
    public static bool IsCalled(string folded) =>
        folded.Length is > 1 and < 5 && !Goods.Ends(folded) && (IsNick(folded) || Names.IsNick(folded) || Names.IsPerson(folded));

    [GeneratedRegex("^(?:.{1,5}[型款码段装色味]|.{1,3}号|x{0,4}[sml]|xl|\\d?xl|均码)$")]
    private static partial Regex Kind();

    [GeneratedRegex("^(?:[1-4]段|x{0,4}[sml]|\\d?xl|[大中小][号码]|均码)$")]
    private static partial Regex Size();
}
