using System.Text.RegularExpressions;

namespace MutualAid.Bot.Supplies;

/// <summary>Where to bring it, as a stranger reads it: 请送到北门，找我就行 becomes 北门，找韩玉芬就行.</summary>
internal static partial class DropOffWords
{
    public static string Plain(string said, string name)
    {
        var place = Thanks().Replace(Lead().Replace(said.Trim(), ""), "");
        if (place.Length == 0)
            place = said.Trim();
        // 找我韩玉芬 names who it is already.
        return Me().Replace(place, me => place.AsSpan(me.Index + me.Length).StartsWith(name, StringComparison.Ordinal) ? "" : name);
    }

    [GeneratedRegex(
        "^(?:(?:您好|你好|好的)[ ，,。！!]*)?(?:(?:请|麻烦|您|你|大家|帮忙|都|就|物资|东西|货|把)*(?:送到|送去|送往|送至|送|放到|放在|放|拿到|交到|搬到)|(?:please )?(?:bring|leave|drop)(?: (?:it|them))?(?: off)?(?: (?:to|at))?\\b)[ ：:,，]*",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Lead();

    [GeneratedRegex("[ ，,。！!]*(?:谢谢(?:您|你|大家|啦|了)?|多谢|辛苦(?:您|大家)?了)[ 。！!~]*$")]
    private static partial Regex Thanks();

    [GeneratedRegex(
        "(?<=找|联系|打|叫|问)我(?![们家])|我(?=都在)|(?<=\\b(?:call|contact|find|ask for|see) )me\\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Me();
}
