using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Engine;

/// <summary>The engine's boundary: a bug becomes one reply with a code, a row under that code, and a mark so that nothing repeats.</summary>
internal static class Incidents
{
    // Without 0, O, 1 and I: people read it out on the phone.
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    public static async Task<TurnResult> NoteAsync(Db db, Incoming message, Exception error, EngineParts parts, ILogger log)
    {
        // The same update came twice at once, and the other is noted already.
        if (await db.Seen.AnyAsync(it => it.Channel == message.Place.Channel && it.UpdateId == message.UpdateId))
            return TurnResult.Nothing;
        var now = parts.Clock.GetUtcNow().UtcDateTime;
        var code = RandomNumberGenerator.GetString(Letters, 6);
        log.LogError("Incident {Code}: {Error}", code, Describe(error));
        db.Seen.Add(
            new Seen
            {
                Channel = message.Place.Channel,
                UpdateId = message.UpdateId,
                At = now,
            }
        );
        db.Incidents.Add(
            new Incident
            {
                Code = code,
                At = now,
                Channel = message.Place.Channel,
                UpdateId = message.UpdateId,
                Command = message.Kind.ToString(),
                Error = Describe(error),
            }
        );
        var speech = new Speech(parts.Phrases, message.From.Language ?? parts.Defaults.Language);
        var row = new OutboxRow
        {
            Channel = message.Place.Channel,
            ChatId = message.Place.ChatId,
            Topic = message.Place.Topic,
            InGroup = !message.Place.IsPrivate,
            Kind = OutboxKind.Send,
            Text = speech.Say("engine.incident", code),
            ReplyTo = message.Kind == IncomingKind.Press ? null : message.MessageId,
            CreatedAt = now,
            DueAt = now,
        };
        db.Outbox.Add(row);
        await db.SaveChangesAsync();
        return new TurnResult([row]);
    }

    // Messages of exceptions may quote what people wrote; type and place of the fault do not.
    internal static string Describe(Exception error) =>
        $"{error.GetType().Name} at {error.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("MutualAid", StringComparison.Ordinal))?.Trim()}"
        + (error.InnerException is { } inner ? $" < {inner.GetType().Name}" : "");
}
