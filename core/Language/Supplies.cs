namespace MutualAid.Core.Language;

/// <summary>Fills the slots of needs, offers and donations.</summary>
internal static class Supplies
{
    private static readonly Lexicon Urgency = Lexicon.Listed("SuppliesUrgency");
    private static readonly Lexicon NotUrgent = Lexicon.Listed("SuppliesNotUrgent");
    private static readonly Lexicon LimitAfter = Lexicon.Listed("SuppliesLimitAfter");
    private static readonly Lexicon LimitBefore = Lexicon.Listed("SuppliesLimitBefore");

    public static Meaning Need(Message message, ItemMode mode)
    {
        var place = Community(message);
        var goods = ItemScan.Read(message.Text, message.Masked(Asides(message)), mode);
        var by = By(message, mode, out var doubt);
        return new Meaning("need")
        {
            Items = goods.Items,
            Community = place is { } p ? message.Slice(p) : null,
            Urgent = IsUrgent(message.Folded),
            By = by,
            Doubts = doubt is null ? goods.Doubts : [.. goods.Doubts, doubt],
        };
    }

    public static Meaning Offer(Message message, ItemMode mode)
    {
        var provider = Providers.Find(message);
        var goods = ItemScan.Read(message.Text, message.Masked(provider.Spans), mode == ItemMode.Sentence ? ItemMode.Offer : mode);
        return new Meaning("offer")
        {
            Items = goods.Items,
            Provider = provider.Text,
            Doubts = goods.Doubts,
        };
    }

    public static Meaning Donation(Message message, ItemMode mode)
    {
        var donor = Donors.Find(message, mode == ItemMode.Command);
        var goods = ItemScan.Read(message.Text, message.Masked(donor.Spans), mode == ItemMode.Sentence ? ItemMode.Donation : mode);
        return new Meaning("donation")
        {
            Items = goods.Items,
            Donor = donor.Text,
            Donors = Donors.Split(donor.Text),
            Doubts = goods.Doubts,
        };
    }

    public static bool IsUrgent(string text) => Urgent(text).Length > 0;

    /// <summary>The first word of urgency; empty: none.</summary>
    public static Span Urgent(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (NotUrgent.At(text, i) is var not and > 0)
            {
                i += not - 1;
            }
            else if (Math.Max(Urgency.At(text, i), text[i] == '急' && Alone(text, i) ? 1 : 0) is var length and > 0)
            {
                return new Span(i, i + length);
            }
        }

        return default;
    }

    private static bool Alone(string text, int i) =>
        (i == 0 || !Texts.IsWord(text[i - 1])) && (i + 1 >= text.Length || !Texts.IsWord(text[i + 1]));

    // Phones and the like, which are nobody's goods.
    private static List<Span> Asides(Message message) => Phones.Find(message.Folded);

    private static Span? Community(Message message)
    {
        var found = message.Places;
        if (found.Count == 0)
        {
            return null;
        }

        var (start, end) = found.Find(p => p.Start >= 3 && IsLabelled(message.Folded, p.Start)) is { End: > 0 } labelled
            ? labelled
            : found[0];
        return new Span(start, end);
    }

    private static bool IsLabelled(string text, int at)
    {
        while (at > 0 && text[at - 1] == ' ')
        {
            at--;
        }

        return at > 0 && text[at - 1] == ':';
    }

    /// <summary>When what a sentence asks for is needed.</summary>
    public static When? By(Message message) => By(message, ItemMode.Sentence, out _);

    private static When? By(Message message, ItemMode mode, out Doubt? doubt)
    {
        doubt = null;
        var text = message.Folded;
        Moment? best = null;
        var bestRank = 0;
        foreach (var moment in message.Moments)
        {
            var rank = Rank(text, moment, mode);
            (best, bestRank) = rank > bestRank ? (moment, rank) : (best, bestRank);
        }

        if (best?.Doubt is { } kind)
        {
            doubt = new Doubt(kind, message.Slice(best.Start, Math.Min(best.End, text.Length)), best.Choices);
        }

        return best?.When;
    }

    private static int Rank(string text, Moment moment, ItemMode mode)
    {
        var after = moment.End;
        while (after < text.Length && text[after] == ' ')
        {
            after++;
        }

        var before = moment.Start;
        while (before > 0 && text[before - 1] is ' ' or ':' or '是' or '为')
        {
            before--;
        }

        // 明天一早要
        after +=
            Days.Has(text, after, "一大早") ? 3
            : Days.Has(text, after, "一早") ? 2
            : 0;
        var limit = LimitAfter.At(text, after);
        var wanted = after < text.Length && text[after] == '要' && (after + 1 >= text.Length || !Texts.IsWord(text[after + 1]));
        limit = limit == 0 && wanted ? 1 : limit;
        var hard = limit > 0 && text[after + limit - 1] is '前' or '内' or '止' || moment.Within || (limit > 0 && text[after] == '前');
        return hard && moment.Doubt is not DoubtKind.ImpossibleTime ? 4
            : LimitBefore.Before(text, before) > 0 ? 3
            : limit > 0 ? 2
            : mode == ItemMode.Command
            && (after >= text.Length || Texts.IsStop(text[after]))
            && (before == 0 || Texts.IsStop(text[before - 1]) || text[before] == ' ')
                ? 1
            : 0;
    }
}
