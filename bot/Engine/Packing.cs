using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Engine;

/// <summary>Makes of a row what goes out: cards are drawn here, right before the call, so that the latest state wins.</summary>
internal sealed class Packing(IEnumerable<IFace> faces, EngineParts parts, PublicAddress address)
{
    private const string AgainMark = "（补发）";
    private static readonly TimeSpan DoubtLook = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan BoardDistance = TimeSpan.FromHours(1);

    private readonly Dictionary<string, IFace> faces = faces.ToDictionary(face => face.Prefix, StringComparer.Ordinal);

    private DateTime Now => parts.Clock.GetUtcNow().UtcDateTime;

    /// <summary>Null: it need not go any more, or not yet.</summary>
    /// <param name="ask">What the channel can do with this message of the chat; null: with a new one.</param>
    /// <param name="language">The group's; null: it is asked for.</param>
    public async Task<Outgoing?> PackAsync(Db db, OutboxRow row, Func<string?, Abilities> ask, long fence, string? language)
    {
        var can = ask(row.Card?.MessageId ?? row.MessageId);
        var buttons = Read(row);
        if (
            row is { Kind: OutboxKind.Edit, Card: { } again }
            && (again.MessageId is null || !can.HasFlag(Abilities.Edit))
            && await OpenPostAsync(db, again) is { } post
        )
        {
            if (post is not { State: OutboxState.Unknown, IsRepeat: true })
                return Postpone(row, Now + DoubtLook);
            row.IsRepeat = true;
        }

        if (row is { Kind: OutboxKind.Edit, Card: { MessageId: not null } board } && IsBoard(board) && !can.HasFlag(Abilities.Edit))
        {
            if (await NextBoardAsync(db, board) is var next && next > Now)
                return Postpone(row, next);
        }

        if (row.Card is { } card && row.Kind is OutboxKind.Send or OutboxKind.Edit)
        {
            var drawing = await DrawAsync(db, card, can, language);
            if (drawing is null)
                return await TakeDownAsync(db, row, card, fence);
            var shown = Hash(drawing, card);
            if (row.Kind == OutboxKind.Edit && shown == card.Shown)
                return Drop(row, "unchanged");
            card.Shown = shown;
            card.ShownAt = Now;
            row.Text = drawing.Footer.Length == 0 ? drawing.Html : $"{drawing.Html}\n{drawing.Footer}";
            row.Silent |= drawing.Silent;
            row.Picture = drawing.Picture;
            buttons = drawing.Buttons.Select(line => line.ToList()).ToList();
            row.Buttons = Turn.Buttons(drawing.Buttons);
            if (row.Kind == OutboxKind.Edit && (card.MessageId is null || !can.HasFlag(Abilities.Edit)))
            {
                if (await ReadsTheSameAsync(db, card, row, buttons))
                    return Drop(row, "nothing new to read");
                row.Kind = OutboxKind.Send;
            }
        }

        // What a pressed message turns into is said anew where it cannot be changed.
        if (row is { Kind: OutboxKind.Edit, Card: null, BroadcastId: null, Why: Why.Reply } && !can.HasFlag(Abilities.Edit))
            row.Kind = OutboxKind.Send;
        if (row is { MayMerge: true, Attempts: 0 })
            buttons.AddRange(await Merging.TakeInAsync(db, row));
        var isNumbered = buttons.Count > 0 && !can.HasFlag(Abilities.Buttons) && can.HasFlag(Abilities.Hear);
        if (isNumbered)
            row.Buttons = Turn.Buttons(buttons = await NumberedButtons.GiveAsync(db, row, buttons));
        if (row.IsRepeat && row.Kind == OutboxKind.Send && !row.Text.StartsWith(AgainMark, StringComparison.Ordinal))
            row.Text = AgainMark + row.Text;
        var target = await TargetAsync(db, row);
        if (row.Kind is OutboxKind.Delete or OutboxKind.Pin or OutboxKind.Edit && target is null)
            return Drop(row, "no message");
        if (!Allows(can, row.Kind))
            return Drop(row, "the channel cannot");
        row.State = OutboxState.Attempting;
        row.StartedAt = Now;
        row.Attempts++;
        row.Fence = fence;
        return new Outgoing
        {
            Kind = row.Kind,
            ChatId = row.ChatId,
            Topic = row.Topic,
            Text = isNumbered
                ? NumberedButtons.Draw(row.Text, buttons, await Known.SpeechAsync(db, row.Channel, row.ChatId, parts), row.InGroup)
                : row.Text,
            Buttons = isNumbered ? [] : buttons,
            ReplyTo = row.ReplyTo,
            MessageId = target,
            CallbackId = row.CallbackId,
            Photo = row.Photo,
            Picture = row.Picture is { } picture ? address.Picture(picture) : null,
            Silent = row.Silent,
            ForceReply = row.ForceReply,
            Asks =
                row is { Card: null, InGroup: false } && buttons.Count > 0 && await db.Unfinished.AnyAsync(it => it.QuestionId == row.Id),
            Why = row.Why,
            Refuses = row is { MayMerge: true, Buttons: not null },
            IsCard = row.Card is not null,
            RowId = row.Id,
        };
    }

    // The post may have arrived, and a second one unmarked would be a duplicate. Its repeat, which may be waiting already, will draw
    // the latest state; after a second doubt whatever is posted is marked.
    private static Task<OutboxRow?> OpenPostAsync(Db db, Card card) =>
        db
            .Outbox.Where(it => it.CardId == card.Id && it.Kind == OutboxKind.Send)
            .Where(it =>
                it.State == OutboxState.Unknown
                || it.State == OutboxState.Queued
                || it.State == OutboxState.Retry
                || it.State == OutboxState.Attempting
            )
            .OrderByDescending(it => it.Id)
            .FirstOrDefaultAsync();

    // Where nothing can be edited, a button that went is no reason to say the same words again, nor is time that passed.
    private static async Task<bool> ReadsTheSameAsync(Db db, Card card, OutboxRow row, List<List<Button>> buttons)
    {
        var isByClock = row.Why == Why.Reminder;
        var last = card.MessageId is null
            ? null
            : await db.Outbox.FirstOrDefaultAsync(it =>
                it.CardId == card.Id && it.MessageId == card.MessageId && it.Kind == OutboxKind.Send && (isByClock || it.Text == row.Text)
            );
        return last is not null && !Labels(buttons).Except(Labels(Read(last)), StringComparer.Ordinal).Any();
    }

    private static List<List<Button>> Read(OutboxRow row) =>
        row.Buttons is null ? [] : JsonSerializer.Deserialize<List<List<Button>>>(row.Buttons)!;

    private static IEnumerable<string> Labels(List<List<Button>> rows) => rows.SelectMany(row => row).Select(button => button.Label);

    private static Outgoing? Postpone(OutboxRow row, DateTime due)
    {
        row.State = OutboxState.Retry;
        row.DueAt = due;
        return null;
    }

    public static bool IsBoard(Card card) => card.Key.StartsWith("board:", StringComparison.Ordinal);

    // The nearest to an edit is to say it again. Nobody asked for the board: at most once an hour, and by day.
    private async Task<DateTime> NextBoardAsync(Db db, Card board)
    {
        var next = board.ShownAt + BoardDistance ?? Now;
        var at = next > Now ? next : Now;
        var group = await Known.GroupAsync(db, board.Channel, board.ChatId);
        if (group?.MutedUntil > at)
            at = group.MutedUntil.Value;
        return group?.AfterQuiet(at) ?? at;
    }

    private async Task<Drawing?> DrawAsync(Db db, Card card, Abilities can, string? language)
    {
        var colon = card.Key.IndexOf(':', StringComparison.Ordinal);
        var (prefix, id) = colon < 0 ? (card.Key, "") : (card.Key[..colon], card.Key[(colon + 1)..]);
        var speech = language is null ? await Known.SpeechAsync(db, card.Channel, card.ChatId, parts) : new Speech(parts.Phrases, language);
        return await faces[prefix]
            .DrawAsync(new Canvas(db, id, card, speech, parts.Seal, Now) { HasReaders = can.HasFlag(Abilities.OwnButtons) });
    }

    // What a card showed is gone (an undone need): its message goes too.
    private async Task<Outgoing?> TakeDownAsync(Db db, OutboxRow row, Card card, long fence)
    {
        if (card.MessageId is not { } message)
            return Drop(row, "nothing to show");
        row.Kind = OutboxKind.Delete;
        row.MessageId = message;
        row.Card = null;
        row.CardId = null;
        row.State = OutboxState.Attempting;
        row.StartedAt = Now;
        row.Fence = fence;
        foreach (var other in await db.Outbox.Where(it => it.CardId == card.Id).ToListAsync())
            other.CardId = null;
        db.Cards.Remove(card);
        return new Outgoing
        {
            Kind = OutboxKind.Delete,
            ChatId = row.ChatId,
            MessageId = message,
            RowId = row.Id,
        };
    }

    private static async Task<string?> TargetAsync(Db db, OutboxRow row)
    {
        if (row.Card is { } card && row.Kind is OutboxKind.Edit or OutboxKind.Pin)
            return card.MessageId;
        return row.TargetId is { } id
            ? await db.Outbox.Where(it => it.Id == id).Select(it => it.MessageId).FirstOrDefaultAsync()
            : row.MessageId;
    }

    private static bool Allows(Abilities can, OutboxKind kind) =>
        kind switch
        {
            OutboxKind.Edit => can.HasFlag(Abilities.Edit),
            OutboxKind.Delete => can.HasFlag(Abilities.Delete),
            OutboxKind.Pin => can.HasFlag(Abilities.Pin),
            OutboxKind.React => can.HasFlag(Abilities.React),
            OutboxKind.Answer => can.HasFlag(Abilities.Toast),
            _ => true,
        };

    private static Outgoing? Drop(OutboxRow row, string reason)
    {
        row.State = OutboxState.Cancelled;
        row.Reason = reason;
        return null;
    }

    private static string Hash(Drawing drawing, Card card) =>
        Convert.ToHexString(
            SHA256.HashData(
                Encoding.UTF8.GetBytes($"{card.ChatId}\n{drawing.Html}\n{JsonSerializer.Serialize(drawing.Buttons)}\n{drawing.Picture}")
            ),
            0,
            8
        );
}
