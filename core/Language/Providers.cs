namespace MutualAid.Core.Language;

/// <summary>Finds who offers: organisations and people.</summary>
internal static class Providers
{
    private static readonly Lexicon Offers = Lexicon.Listed("ProvidersOffers");

    public static Giver Find(Message message)
    {
        var text = message.Masked(Phones.Find(message.Folded));
        if (Giver.Labelled(message, text) is { } labelled)
        {
            return labelled;
        }

        if (Names.Introduced(text) is { } introduced)
        {
            return Giver.Of(message, introduced);
        }

        if (Names.Signature(text) is { } signature)
        {
            return Giver.Of(message, signature);
        }

        return (Subject(message, text) ?? Contacts.Holder(text) ?? Contacts.Turned(text) ?? Contacts.Signed(text)) is { } named
            ? Giver.Of(message, named)
            : Giver.None;
    }

    private static Span? Subject(Message message, string text)
    {
        var start = 0;
        for (var clause = 0; clause < 3 && start < text.Length; clause++)
        {
            var end = start;
            while (end < text.Length && !Texts.IsStop(text[end]) && text[end] != ':')
            {
                end++;
            }

            var verb = Offers.Find(text, start + 2, end);
            if (
                verb > 0
                && Names.Trim(text, start, verb) is { } span
                && Names.IsOrganisationOrPerson(span.Of(text))
                && !Goods.Heads.Is(span.Of(text))
            )
            {
                return span;
            }

            start = end + 1;
        }

        return null;
    }
}
