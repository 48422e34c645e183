using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Language;

namespace MutualAid.Bot.Engine;

/// <summary>What of all that is said concerns the bot, decided before anything is queued or stored.</summary>
internal sealed class Hearing(Store store)
{
    /// <summary>Ordinary talk is dropped here: it reaches neither the queue nor the database nor a log.</summary>
    public async Task<bool> ConcernsUsAsync(Incoming message, DateTime now)
    {
        if (message.Place.IsPrivate)
            return true;
        if (message.Kind is IncomingKind.Edited or IncomingKind.Membership)
            return IsCorrectedOrder(message, now) || await IsKnownAsync(message);
        if (message.Kind is not (IncomingKind.Text or IncomingKind.Voice))
            return true;
        if (message.ToBot)
            return true;
        if (message.Kind == IncomingKind.Voice)
            return false;
        if (!Reader.Read(message.Text, new ReadingContext(now, Addressed: false)).IsNothing || Overheard.LooksLikeNeed(message.Text, now))
            return true;
        await using var db = store.Read();
        return await Dialogue.IsOpenAsync(db, message, now);
    }

    /// <summary>Talk that is edited into a request is a request: 修改 is what the page offers to who forgot the word.</summary>
    public async Task<Incoming> AsSaidAnewAsync(Incoming message, DateTime now) =>
        message.Kind == IncomingKind.Edited
        && Reader.Read(message.Text, new ReadingContext(now, message.ToBot)) is { Intent: "need", Items.Count: > 0 }
        && !await IsKnownAsync(message)
            ? message with
            {
                Kind = IncomingKind.Text,
            }
            : message;

    /// <summary>认领 #1 50, edited to 认领 #1 20: who wrote it believes that it is done now.</summary>
    public static bool IsCorrectedOrder(Incoming message, DateTime now) =>
        message.Kind == IncomingKind.Edited
        && Reader.Read(message.Text, new ReadingContext(now, message.ToBot)) is { IsNothing: false, Number: not null };

    // An edit matters when the message became a record, a membership when it gives a role or the person has rows here.
    private async Task<bool> IsKnownAsync(Incoming message)
    {
        var place = message.Place;
        if (message.Kind == IncomingKind.Membership && message.From.IsAdmin == true)
            return true;
        await using var db = store.Read();
        return message.Kind == IncomingKind.Edited
            ? await db.Needs.AnyAsync(need =>
                need.SourceMessage == message.MessageId && need.Group.Channel == place.Channel && need.Group.ExternalId == place.ChatId
            )
            : await db.Accounts.AnyAsync(it => it.Channel == place.Channel && it.ExternalId == message.From.ExternalId);
    }
}
