using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Language;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Engine;

/// <summary>What a card shows: a pure function of the database, drawn right before it is sent, so that the latest state wins.</summary>
public interface IFace
{
    /// <summary>The part of the card's key before the colon.</summary>
    string Prefix { get; }

    /// <summary>Null: there is nothing to show any more.</summary>
    Task<Drawing?> DrawAsync(Canvas canvas);

    /// <summary>What is meant by an answer to the card: most of them say nothing of it.</summary>
    Meaning Answered(CardReply reply) => reply.Meaning;
}

/// <param name="Id">The part of the card's key behind the colon.</param>
/// <param name="Meaning">What the text means by itself; it names no number.</param>
/// <param name="Now">The local time of the chat.</param>
/// <param name="HasPhoto">A picture came with the words, or alone.</param>
public sealed record CardReply(string Id, string Text, Meaning Meaning, DateTime Now, bool HasPhoto = false);

/// <param name="Id">The part of the card's key behind the colon.</param>
public sealed record Canvas(Db Db, string Id, Card Card, Speech Speech, ButtonSeal Seal, DateTime Now)
{
    /// <summary>Each reader can be shown buttons of their own: it is worth telling whose they are.</summary>
    public bool HasReaders { get; init; }

    /// <summary>The accounts of people on this card's platform, by person; nothing where nobody asks for them.</summary>
    public async Task<IReadOnlyDictionary<long, string>> AccountsAsync(IEnumerable<long> people)
    {
        var ids = HasReaders ? people.Distinct().ToList() : [];
        return ids.Count == 0
            ? new Dictionary<long, string>()
            : await Db
                .Accounts.Where(it => it.Channel == Card.Channel && ids.Contains(it.PersonId))
                .ToDictionaryAsync(it => it.PersonId, it => it.ExternalId);
    }

    /// <summary>A button anybody here may press.</summary>
    public Button Button(string phrase, string text, params object?[] values) =>
        new(Speech.Plain(phrase, values), Seal.Seal(text, Card.Channel, Card.ChatId))
        {
            Phrase = HasReaders ? phrase : null,
            Values =
                HasReaders && values.Length > 0 ? [.. values.Select(it => string.Create(CultureInfo.InvariantCulture, $"{it}"))] : null,
        };

    /// <summary>A button of one person.</summary>
    public Button ButtonOf(long owner, string phrase, string text, DateTime? expires = null) =>
        new(Speech.Plain(phrase), Seal.Seal(text, Card.Channel, Card.ChatId, owner, expires)) { Phrase = HasReaders ? phrase : null };
}

/// <param name="Picture">The name of a picture of our own to be shown above the words, where the platform can.</param>
/// <param name="Footer">A last line that alone is no reason to show it again: when it was drawn.</param>
public sealed record Drawing(
    string Html,
    IReadOnlyList<IReadOnlyList<Button>> Buttons,
    bool Silent = false,
    string Footer = "",
    string? Picture = null
);
