using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Language;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Engine;

/// <summary>A command line that arrives in pieces: what was said so far, per person and place.</summary>
internal static class Dialogue
{
    private static readonly TimeSpan InGroup = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan InPrivate = TimeSpan.FromHours(24);

    private static readonly Compiled<Func<Db, long, string, string, string?, DateTime, Task<Unfinished?>>> OpenQuery = new(() =>
        EF.CompileAsyncQuery(
            (Db db, long person, string channel, string chat, string? topic, DateTime now) =>
                db.Unfinished.FirstOrDefault(it =>
                    it.PersonId == person && it.Channel == channel && it.ChatId == chat && it.Topic == topic && it.ExpiresAt > now
                )
        )
    );

    public static Task<Unfinished?> FindAsync(Db db, long personId, Place place, DateTime now) =>
        OpenQuery.For(db)(db, personId, place.Channel, place.ChatId, place.Topic, now);

    /// <summary>Whether anything is open here at all, asked before talk may enter the queue.</summary>
    public static Task<bool> IsOpenAsync(Db db, Incoming message, DateTime now) =>
        db.Unfinished.AnyAsync(it =>
            it.Channel == message.Place.Channel
            && it.ChatId == message.Place.ChatId
            && it.ExpiresAt > now
            && it.Person.Accounts.Any(account => account.Channel == message.Place.Channel && account.ExternalId == message.From.ExternalId)
        );

    public static List<string> Pieces(Unfinished unfinished) => JsonSerializer.Deserialize<List<string>>(unfinished.Pieces)!;

    /// <summary>What [算了] under a question says.</summary>
    public const string Never = "=取消";

    public static bool IsCancel(string text) => Folding.Fold(text) is "取消" or "/cancel" or "cancel" or "算了";

    /// <summary>In a group only a reply to the question or a message that is wholly of the asked kind is an answer.</summary>
    public static bool IsAnswer(Unfinished open, Incoming message, string? questionMessageId)
    {
        var kind = Enum.Parse<AnswerKind>(open.Kind);
        var isReply = message.ReplyTo is not null && message.ReplyTo == questionMessageId;
        if (kind is AnswerKind.Quantity or AnswerKind.AsideQuantity)
            return Quantities.Read(message.Text).Outcome == QuantityOutcome.Value;
        if (kind == AnswerKind.Amounts)
            return AmountAnswer.Read(message.Text) is { } amounts && (isReply || message.ToBot || amounts.IsAbout(Pieces(open)[0]));
        if (kind == AnswerKind.Aside)
            return isReply || IsWords(message);
        if (kind == AnswerKind.Time && Dates.Read(message.Text, message.At) is { IsWhole: true, Outcome: not DateOutcome.NotMine })
            return true;
        if (
            kind == AnswerKind.Items
            && Reader.Read($"/need {message.Text}", new ReadingContext(message.At, Addressed: true)).Items is [{ Quantity: not null }, ..]
        )
            return isReply
                || message.Place.IsPrivate
                || Reader.Read(message.Text, new ReadingContext(message.At, Addressed: false)).IsNothing;
        return isReply || (message.Place.IsPrivate && kind is AnswerKind.Text or AnswerKind.Time);
    }

    // Nobody waited for this very sentence: it is an answer only if it is nothing else.
    private static bool IsWords(Incoming message)
    {
        if (Acknowledgement.Is(message.Text) || message.Text.TrimEnd().EndsWith('?') || message.Text.TrimEnd().EndsWith('？'))
            return false;
        var read = Reader.Read(message.Text, new ReadingContext(message.At, Addressed: true));
        return read.IsNothing
            || (
                read is { Door: Door.Sentence, Number: null, Intent: "need" or "delivered" or "received" }
                && read.Items.All(item => item.Quantity is null)
            );
    }

    /// <summary>It was asked by the way.</summary>
    public static bool IsAside(Unfinished open) => Enum.Parse<AnswerKind>(open.Kind) is AnswerKind.Aside or AnswerKind.AsideQuantity;

    /// <summary>Keeps what was asked by the way; a question that the person is in the middle of goes before.</summary>
    /// <returns>Null: it does.</returns>
    public static async Task<Unfinished?> KeepAsync(Turn turn, Aside aside)
    {
        var place = new Place(turn.Message.Place.Channel, aside.ChatId, IsPrivate: true);
        var open = aside.Person.Id == 0 ? null : await FindAsync(turn.Db, aside.Person.Id, place, turn.Now);
        if (open is not null && !IsAside(open))
            return null;
        if (open is null)
        {
            open = new Unfinished
            {
                Person = aside.Person,
                Channel = place.Channel,
                ChatId = place.ChatId,
            };
            turn.Db.Unfinished.Add(open);
        }

        (open.Pieces, open.Kind, open.SourceMessage) = (JsonSerializer.Serialize<string[]>([aside.Line]), $"{aside.Kind}", null);
        open.ExpiresAt = turn.Now + InPrivate;
        return open;
    }

    public static void Keep(Turn turn, Unfinished? open, IEnumerable<string> pieces, Question question, string? sourceMessage)
    {
        if (open is null)
        {
            open = new Unfinished
            {
                Person = turn.From,
                Channel = turn.Message.Place.Channel,
                ChatId = turn.Message.Place.ChatId,
                Topic = turn.Message.Place.Topic,
                SourceMessage = sourceMessage,
            };
            turn.Db.Unfinished.Add(open);
        }

        open.Pieces = JsonSerializer.Serialize(pieces);
        open.Kind = question.Kind.ToString();
        open.ExpiresAt = turn.Now + (turn.Group is null ? InPrivate : InGroup);
    }
}
