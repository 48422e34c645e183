using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Language;
using MutualAid.Core.Language.Lists;
using MutualAid.Core.Messaging;
using MutualAid.Core.People;

namespace MutualAid.Bot.Engine;

/// <summary>A command line: the first piece with its meaning, and the answers given since.</summary>
internal sealed record Line(Meaning Meaning, IReadOnlyList<string> Pieces)
{
    /// <summary>It continues the open question of this place.</summary>
    public bool Continues { get; init; }
    public bool Cancelled { get; init; }

    /// <summary>A button that may not be pressed: the phrase that says why.</summary>
    public string? Refusal { get; init; }
    public string? SourceMessage { get; init; }
}

/// <summary>Finds which command line a message is, or is a piece of.</summary>
internal static class LineReader
{
    // What answered a card is kept with the id of the card: by itself it may say nothing.
    private const string Answering = "!re ";

    internal const string Meant = "!meant";

    public static async Task<Line> ReadAsync(
        Db db,
        Incoming message,
        Person person,
        Group? group,
        Unfinished? open,
        EngineParts parts,
        DateTime now
    )
    {
        if (message.Kind is not (IncomingKind.Text or IncomingKind.Press))
            return new Line(new Meaning(EventIntent(message.Kind)) { Rest = message.Text }, [message.Text])
            {
                SourceMessage = message.MessageId,
            };

        var text = message.Text;
        if (message.Kind == IncomingKind.Press)
        {
            var button = parts.Seal.Open(message.Button ?? "", message.Place.Channel, message.Place.ChatId, now);
            if (button is null)
                return new Line(Meaning.Nothing, []) { Refusal = "engine.buttonExpired" };
            if (button.Owner is { } owner && owner != person.Id)
                return new Line(Meaning.Nothing, []) { Refusal = "engine.notYourButton" };
            text = button.Text;
        }

        if (message.Kind == IncomingKind.Press && text == Dialogue.Never)
            return new Line(Meaning.Nothing, []) { Cancelled = true };
        if (open is not null && await AnswersAsync(db, open, message, text))
        {
            if (Dialogue.IsCancel(text))
                return new Line(Meaning.Nothing, []) { Cancelled = true };
            return await ContinuedAsync(db, message, open, Piece(text), group, parts, now);
        }

        var addressed = message.Place.IsPrivate || message.ToBot || message.Kind == IncomingKind.Press;
        var said = message.Kind == IncomingKind.Text ? text.TrimStart('!') : text;
        var words = Read(said, group, now, addressed, parts);
        if (words.IsNothing && open is not null && await SpokenAsync(db, open, message) is { } spoken)
            return spoken.IsSure
                ? await ContinuedAsync(db, message, open, spoken.Amount, group, parts, now)
                : new Line(new Meaning(Meant) { Rest = spoken.Amount }, Dialogue.Pieces(open))
                {
                    Continues = true,
                    SourceMessage = open.SourceMessage,
                };
        var meaning = await AboutCardAsync(db, message, words, Local(group, now, parts), parts);
        var piece = ReferenceEquals(meaning, words) ? said : $"{Answering}{message.ReplyTo}\n{said}";
        // 我来80个: of what is asked for here; of several it is asked which.
        if (meaning.IsNothing && addressed && group is not null && Pledges.Read(said) is { } pledged)
            meaning = new Meaning("claim", Door.Sentence) { Quantity = pledged, Rest = said };
        if (meaning.IsNothing && !addressed && group is not null && Overheard.LooksLikeNeed(said, now))
            meaning = new Meaning("!missed");
        return new Line(meaning, [piece]) { SourceMessage = message.MessageId };
    }

    private static async Task<Line> ContinuedAsync(
        Db db,
        Incoming message,
        Unfinished open,
        string answer,
        Group? group,
        EngineParts parts,
        DateTime now
    )
    {
        List<string> pieces = [.. Dialogue.Pieces(open), answer];
        var first = await FirstAsync(db, message, pieces[0], group, parts, now);
        return new Line(first, pieces) { Continues = true, SourceMessage = open.SourceMessage };
    }

    // Talk that answers somebody else is none of ours.
    private static async Task<SpokenAmount?> SpokenAsync(Db db, Unfinished open, Incoming message) =>
        message.Kind == IncomingKind.Text
        && open.Kind == nameof(AnswerKind.Quantity)
        && SpokenAmount.Read(message.Text) is { } spoken
        && (message.ReplyTo is null || message.ReplyTo == await QuestionAsync(db, open))
            ? spoken
            : null;

    private static async Task<string?> QuestionAsync(Db db, Unfinished open) =>
        open.QuestionId is null
            ? null
            : await db.Outbox.Where(row => row.Id == open.QuestionId).Select(row => row.MessageId).FirstOrDefaultAsync();

    /// <summary>What the open question belongs to.</summary>
    public static string IntentOf(Unfinished open, Group? group, DateTime now, EngineParts parts) =>
        Read(Dialogue.Pieces(open)[0].Split('\n')[^1], group, now, addressed: true, parts).Intent;

    private static Task<Meaning> FirstAsync(Db db, Incoming message, string piece, Group? group, EngineParts parts, DateTime now)
    {
        if (!piece.StartsWith(Answering, StringComparison.Ordinal) || piece.Split('\n', 2) is not [var head, var said])
            return Task.FromResult(Read(piece, group, now, addressed: true, parts));
        var answer = message with { Kind = IncomingKind.Text, Text = said, ReplyTo = head[Answering.Length..] };
        return AboutCardAsync(db, answer, Read(said, group, now, addressed: true, parts), Local(group, now, parts), parts);
    }

    /// <summary>A button that answers a question says "=" and the answer.</summary>
    private static string Piece(string text) => text.StartsWith('=') ? text[1..] : text;

    private static async Task<bool> AnswersAsync(Db db, Unfinished open, Incoming message, string text)
    {
        if (message.Kind == IncomingKind.Press)
            return text.StartsWith('=');
        if (Dialogue.IsCancel(text))
            return true;
        // A command is a command, whatever was asked.
        if (text.StartsWith('/'))
            return false;
        return Dialogue.IsAnswer(open, message, await QuestionAsync(db, open));
    }

    // What only buttons say starts with an exclamation mark: no person's sentence becomes such an intent.
    private static Meaning Read(string text, Group? group, DateTime now, bool addressed, EngineParts parts) =>
        text.StartsWith('!') && text.Split(' ', 2) is var words
            ? new Meaning(words[0], Door.Slash) { Rest = words.ElementAtOrDefault(1) ?? "" }
            : AsList(text, Reader.Read(text, new ReadingContext(Local(group, now, parts), addressed)), addressed);

    /// <summary>A pasted 接龙 or table is read as a whole, unless its first line says what to do with it.</summary>
    private static Meaning AsList(string text, Meaning meaning, bool addressed) =>
        addressed
        && text.Contains('\n', StringComparison.Ordinal)
        && (meaning.IsNothing || meaning.Door == Door.Sentence)
        && PastedLists.Read(text).Kind != PastedKind.None
            ? new Meaning("!list") { Rest = text }
            : meaning;

    private static DateTime Local(Group? group, DateTime now, EngineParts parts) =>
        Zone.ToLocal(now, group?.TimeZone ?? parts.Defaults.TimeZone);

    /// <summary>A reply to a card speaks of what the card shows.</summary>
    private static async Task<Meaning> AboutCardAsync(Db db, Incoming message, Meaning meaning, DateTime local, EngineParts parts)
    {
        if (message.ReplyTo is null || message.Kind != IncomingKind.Text || meaning.Number is not null)
            return meaning;
        var key = await db
            .Cards.Where(card =>
                card.Channel == message.Place.Channel && card.ChatId == message.Place.ChatId && card.MessageId == message.ReplyTo
            )
            .Select(card => card.Key)
            .FirstOrDefaultAsync();
        // Where nothing can be edited a card is posted again and again: each of its posts speaks of it.
        key ??= await db
            .Outbox.Where(row =>
                row.Channel == message.Place.Channel && row.ChatId == message.Place.ChatId && row.MessageId == message.ReplyTo
            )
            .Where(row => row.Kind == OutboxKind.Send && row.Card != null)
            .Select(row => row.Card!.Key)
            .FirstOrDefaultAsync();
        if (key?.Split(':', 2) is not [var prefix, var id])
            return meaning;
        var face = parts.Services.GetServices<IFace>().First(it => it.Prefix == prefix);
        return face.Answered(new CardReply(id, message.Text, meaning, local, message.File is not null));
    }

    private static string EventIntent(IncomingKind kind) =>
        kind switch
        {
            IncomingKind.Edited => "!edited",
            IncomingKind.Voice => "!voice",
            IncomingKind.Added => "!added",
            IncomingKind.Removed => "!removed",
            IncomingKind.Membership => "!membership",
            _ => "none",
        };
}

/// <summary>收到, 好的, OK: politeness between people, not a receipt.</summary>
internal static class Acknowledgement
{
    private static readonly HashSet<string> Words =
    [
        "收到",
        "好的",
        "好",
        "ok",
        "收到了",
        "嗯",
        "嗯嗯",
        "知道了",
        "收到谢谢",
        "谢谢",
        "👌",
        "👍",
        "got it",
        "received",
    ];

    public static bool Is(string text) => Words.Contains(Folding.Fold(text).Trim('。', '！', '!', '.', '~', ' '));
}
