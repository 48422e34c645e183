namespace MutualAid.Core.Language;

/// <summary>Fills the slots of an act whose word is already known.</summary>
internal static class Slots
{
    private static readonly Lexicon Colons = new(": ; , - 一下");

    public static Meaning Fill(string intent, Message message, int at)
    {
        var rest = message.From(SkipMarks(message.Folded, at));
        return intent switch
        {
            "need" => Supplies.Need(rest, ItemMode.Command),
            "offer" => Supplies.Offer(rest, ItemMode.Command),
            "donation" => Supplies.Donation(rest, ItemMode.Command),
            "class_new" => Lessons.New(rest, true),
            "submit_story" => new Meaning(intent) { Text = NullIfEmpty(rest.Text.Trim()) },
            "list_shifts" or "shift_signup" when ShiftLine.Read(rest.Text, message.Context.Now).HasHours => new Meaning("shift_new"),
            "shift_new" or "team" => new Meaning(intent),
            "volunteer_signup" => new Meaning(intent) { Skills = Skills.Read(rest) },
            "join" => new Meaning(intent) { Community = NullIfEmpty(rest.Text.Trim().TrimEnd('。', '！', '!', '.')) },
            "list_needs" or "list_offers" or "policy" or "stories" => new Meaning(intent)
            {
                Filter = Filters.Of(rest) ?? NullIfEmpty(rest.Text.Trim()),
            },
            _ => Acts.BySlash[intent].Kind == ActKind.Act ? From(intent, ActArguments.Read(message, at)) : new Meaning(intent),
        };
    }

    public static Meaning From(string intent, ActArguments arguments) =>
        new(intent)
        {
            Number = arguments.Number,
            Quantity = intent is "claim" or "delivered" or "received" or "change" or "class_places" ? arguments.Quantity : null,
            Named = intent is "claim" or "delivered" or "received" or "release" or "change" ? arguments.Named : null,
        };

    internal static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static int SkipMarks(string text, int at)
    {
        var i = Math.Min(at, text.Length);
        while (i < text.Length && (text[i] is ' ' or '\n' || Colons.At(text, i) == 1))
        {
            i++;
        }

        return i;
    }
}
