namespace MutualAid.Core.Language;

internal static partial class Lookups
{
    // Asks for advice without the word: 要注意些啥，教两招.
    private static readonly Lexicon TipDirect = Lexicon.Listed("LookupsTipDirect");

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
