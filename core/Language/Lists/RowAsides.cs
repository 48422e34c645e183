using System.Text.RegularExpressions;

namespace MutualAid.Core.Language.Lists;

/// <summary>Parts of a row that tell where somebody lives or how he is reached, and are no amounts: 3-502, 12楼B, 302宿舍, 三组, 高二（3）班, 工号10086.</summary>
internal static partial class RowAsides
{
    /// <summary>The end of the part that begins here; the same place when none does.</summary>
    public static int End(string text, int at, bool begun)
    {
        foreach (var shape in begun ? [Room(), Label()] : (ReadOnlySpan<Regex>)[Room(), Label(), Class(), Team()])
        {
            var found = shape.Match(text, at);
            if (found.Success && Units.At(text, at + found.Length) == 0)
            {
                return at + found.Length;
            }
        }

        return at;
    }

    [GeneratedRegex(
        @"\G(?:\d{1,3}[-#—]\d{1,4}(?:-\d{1,4})*|(?:[a-z]\d{0,2}|\d{1,3})(?:号楼|栋|幢|座|号院|号门|号里|#)(?:\d{1,2}单元)?(?:\d{1,2}[层楼])?(?:\d{2,4}[室号]?)?|\d{1,2}单元\d{0,4}室?|\d{1,2}楼(?:[a-z]|\d{0,4})室?|\d{3,4}(?:室|房|号房|宿舍|寝室|病房)|[a-z甲乙丙丁]区(?=[ :,、(]))(?!\d)"
    )]
    private static partial Regex Room();

    [GeneratedRegex(
        @"\G(?:工号|车牌(?:号|尾号)?|(?:手机|电话)?尾号|桩号|编号|单号|学号|床号|房号|门牌号?|卡号|微信号?)[: ]?[a-z]{0,3}\d{1,12}[a-z]?\d*(?:的车主|的)?"
    )]
    private static partial Regex Label();

    [GeneratedRegex(
        @"\G(?:[小初高大][一二三四五六]|[一二三四五六七八九\d]年级)(?:[(]?[一二三四五六七八九\d]{1,2}[)]?班?)?(?:班|(?=[ :,]))"
    )]
    private static partial Regex Class();

    // Before a name only: 三组 刘婶; 三组电池 are batteries.
    [GeneratedRegex(
        @"\G(?:第?[一二三四五六七八九十]{1,3}|\d{1,2})(?:村民小组|单元|楼|层|栋|支队|大队|小队|车间|网格|组|队|班|排|连|社|弄|巷|营)(?=[ :,、](?!\d)\D{2}|[老小阿])"
    )]
    private static partial Regex Team();
}
