using System.Text.RegularExpressions;

namespace MutualAid.Core.Language;

/// <summary>A leader says who is there: 南门全到，除了小王; 8号班都到了.</summary>
internal static partial class RollCall
{
    private const int Longest = 120;

    /// <summary>The place stands in <see cref="Meaning.Filter"/>, the names that are missing in <see cref="Meaning.Named"/>.</summary>
    public static Meaning? Read(Message message)
    {
        var text = message.Folded.Trim(' ', '。', '!', '~', '\n');
        if (text.Length is 0 or > Longest || Cues.Question.In(text) || Said().Match(text) is not { Success: true } said)
            return null;
        var (where, missing) = (said.Groups["where"].Value.Trim(), said.Groups["but"].Value.Trim(' ', ',', '、'));
        var number = message.Reference is { Kind: ReferenceKind.Shift or ReferenceKind.Any } shift ? shift.Number : (int?)null;
        if (Things().IsMatch(where))
            return null;
        var isPost = number is not null || Post().IsMatch(where) || (missing.Length > 0 && !Goods.Ends(where));
        return isPost
            ? new Meaning("team_in")
            {
                Number = number,
                Filter = number is null ? Slots.NullIfEmpty(where) : null,
                Named = Slots.NullIfEmpty(missing),
            }
            : null;
    }

    [GeneratedRegex(
        @"^(?<where>.{0,24}?)(?:的?人)?\s*(?:都|全都|全部|全员|全|all)\s*(?:到|签到|here|present)(?:齐|岗|了|啦)*(?:[,。!\s]*(?:除了?|就差|只差|but|except)\s*(?<but>.{1,60}?)(?:没到|未到|以外|之外|外)?)?$"
    )]
    private static partial Regex Said();

    // 15号东西都到齐了 tells of goods.
    [GeneratedRegex("(?:东西|货|物资|物品|goods|supplies)$")]
    private static partial Regex Things();

    [GeneratedRegex("(?:岗|门|班|队|组|卡口|路口|哨|gate|door|post|desk|shift|team)$")]
    private static partial Regex Post();
}
