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

        return
            (
                Subject(message, text)
                ?? Contacts.Holder(text)
                ?? Contacts.Turned(text)
                ?? Contacts.Signed(text)
                ?? Contacts.InLatin(message)
                ?? Contacts.Leading(message)
            )
                is { } named
            ? Giver.Of(message, named)
            : Giver.None;
    }

    private static int Struck(string text, int start, int end) =>
        text.IndexOf('\u0001', start + 1, end - start - 1) is var at and > 0 ? at : end;

    private static bool IsOrganisation(string name) =>
        Names.IsOrganisationOrPerson(name) && !Goods.Ends(name) && !Places.IsName(name, null);

    private static Span? Subject(Message message, string text)
    {
        var start = 0;
        for (var clause = 0; clause < 3 && start < text.Length; clause++)
        {
            var end = start;
            // What is struck out stands between: 甘泉水站今天能给.
            while (end < text.Length && (!Texts.IsStop(text[end]) || text[end] == '\u0001') && text[end] != ':')
            {
                end++;
            }

            var verb = Offers.Find(text, start + 2, end);
            while (verb > 0 && Names.OrganisationEnd(text, verb) is var tail and > 1)
            {
                // 启明小学家委会: 家 is part of the name.
                verb = Offers.Find(text, verb + tail, end);
            }

            if (
                verb > 0
                && Names.Trim(text, start, Struck(text, start, verb)) is { } span
                && Names.IsOrganisationOrPerson(span.Of(text))
                && !Goods.Heads.Is(span.Of(text))
            )
            {
                return span;
            }

            // 远山户外俱乐部：帐篷8顶可外借
            if (
                clause == 0
                && end < text.Length
                && text[end] == ':'
                && Names.Trim(text, start, end) is { } head
                && IsOrganisation(head.Of(text))
            )
            {
                return head;
            }

            start = end + 1;
        }

        return null;
    }
}
