using System.Text.RegularExpressions;

namespace MutualAid.Core.Language.Lists;

/// <summary>Amounts that are understood in talk but too loose to be added up: 十来包, 一卷多.</summary>
internal static partial class VagueAmounts
{
    public static bool Is(string folded) => Loose().IsMatch(folded);

    [GeneratedRegex(@"^(?:约|大约|大概)?(?:[一二三四五六七八九]?十|[1-9]0)来[^ ]|[一两二三1-9][^\d\s]{1,2}多$|[?]$|半[?]")]
    private static partial Regex Loose();
}
