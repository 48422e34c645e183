namespace MutualAid.Core.Language;

/// <summary>Fills the slots of an intent that the words of a sentence lean to.</summary>
internal static class Filling
{
    /// <summary>Null when what the intent cannot do without is not said.</summary>
    public static Meaning? Of(Message message, string intent) =>
        intent switch
        {
            "need" or "offer" or "donation" => Supply(message, intent),
            "claim" or "delivered" or "received" or "cancel" or "release" => Act(message, intent),
            "class_signup" or "class_leave" or "shift_signup" => new Meaning(intent) { Number = message.Reference?.Number },
            "class_new" => Lessons.New(message, false) is { Title: not null } lesson ? lesson : null,
            "volunteer_signup" => new Meaning(intent) { Skills = Skills.Read(message) },
            "list_needs" or "list_offers" or "policy" or "stories" => new Meaning(intent) { Filter = Filters.Of(message) },
            "submit_story" => Lookups.Submitted(message),
            "list_classes" or "list_shifts" or "tip" or "counsel" or "stats" or "help" or "my_hours" or "check_in" or "check_out" => new(
                intent
            ),
            _ => null,
        };

    /// <summary>A need, an offer or a donation with its things, or null when none are named.</summary>
    public static Meaning? Supply(Message message, string intent)
    {
        foreach (var mode in (ReadOnlySpan<ItemMode>)[ItemMode.Sentence, ItemMode.Offer])
        {
            if (Said(message, intent, mode) is var read && Stands(read))
            {
                return read;
            }
        }

        var said = Said(message, intent, ItemMode.Sentence);

        var run = GoodsRun.Read(message.Text, message.Masked(Phones.Find(message.Folded)));
        return run.Items.Count > 0 ? said with { Items = run.Items, Doubts = [.. said.Doubts.Where(IsTime), .. run.Doubts] } : null;
    }

    private static bool IsTime(Doubt doubt) => doubt.Kind is DoubtKind.AmbiguousTime or DoubtKind.ImpossibleTime;

    private static Meaning Said(Message message, string intent, ItemMode mode) =>
        intent switch
        {
            "need" => Supplies.Need(message, mode),
            "offer" => Supplies.Offer(message, mode),
            _ => Supplies.Donation(message, mode),
        };

    private static bool Stands(Meaning meaning) =>
        meaning.Items.Count > 0 && meaning.Items.Any(item => Goods.Ends(Folding.Align(item.Name)))
        || meaning.Items.Any(item => item is { Quantity: not null, Unit: not null, Name.Length: < 10 });

    private static Meaning? Act(Message message, string intent) =>
        message.Reference is { Kind: not (ReferenceKind.Class or ReferenceKind.Shift) } reference
            ? Numbered.Fill(message, reference, intent)
            : Unnumbered.About(message, intent);
}
