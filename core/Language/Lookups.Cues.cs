namespace MutualAid.Core.Language;

internal static partial class Lookups
{
    // Asks for advice without the word: 要注意些啥，教两招.
    private static readonly Lexicon TipDirect = new(
        """
        教两招 教一招 教几招 教我一招 教我两招 教我几招 支个招 支支招 支一招 支两招 支几招 给支个招 传授 注意些啥 注意些什么 注意点啥 注意点什么 注意啥 注意什么 注意哪些 有什么讲究 有啥讲究
        有什么窍门 有啥窍门 有什么诀窍 有啥诀窍 有什么好办法 有啥好办法 怎么给老人 怎么给孩子 怎么照顾 怎么护理 怎么急救 如何急救 如何护理 怎么避免 怎么御寒 怎么防暑 怎么预防 如何预防 怎么防 any_advice advice_on how_to_prevent how_to_avoid what_should_i_watch
        """
    );

    /// <summary>The words that tell each look-up.</summary>
    public static IEnumerable<Lexicon> CuesOf(string intent) =>
        intent switch
        {
            "list_needs" => [NeedsQuery, Needs],
            "list_offers" => [OffersQuery],
            "stories" => [Story],
            "submit_story" => [Submit],
            "policy" => [Policy],
            "tip" => [Tip, TipDirect],
            "volunteer_signup" => [Volunteer],
            "my_hours" => [Hours],
            "check_in" => [In],
            "check_out" => [Out],
            "list_shifts" => [Shift],
            "list_classes" => [Course],
            "counsel" => [Counsel, Distress],
            "stats" => [Stats],
            "help" => [Help],
            _ => [],
        };
}
