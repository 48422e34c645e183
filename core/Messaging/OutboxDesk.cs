using MutualAid.Core.Data;

namespace MutualAid.Core.Messaging;

/// <summary>Why a row of the outbox was left as it is; the names are phrase keys.</summary>
public enum OutboxRefusal
{
    None,

    /// <summary>Its outcome is known by now, or it is being sent.</summary>
    NotUnknown,
}

/// <summary>What a person decides about a message that may or may not have arrived.</summary>
public sealed class OutboxDesk(Db db, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Said once more; marked as said again where it may have arrived.</summary>
    public async Task<OutboxRefusal> SayAgainAsync(long id)
    {
        if (await db.Outbox.FindAsync(id) is not { State: OutboxState.Unknown or OutboxState.Failed } row)
            return OutboxRefusal.NotUnknown;
        row.IsRepeat |= row.State == OutboxState.Unknown;
        (row.State, row.Attempts) = (OutboxState.Queued, 0);
        row.DueAt = Now;
        row.Reason = null;
        return OutboxRefusal.None;
    }

    /// <summary>Somebody saw that it arrived.</summary>
    public async Task<OutboxRefusal> TakeAsSentAsync(long id)
    {
        if (await db.Outbox.FindAsync(id) is not { State: OutboxState.Unknown } row)
            return OutboxRefusal.NotUnknown;
        row.State = OutboxState.Sent;
        row.SentAt = Now;
        row.Reason = "seen by a person";
        return OutboxRefusal.None;
    }
}

/// <summary>Voice messages that wait for a person's ear.</summary>
public sealed class VoiceDesk(Db db, TimeProvider clock)
{
    public async Task HandleAsync(long id)
    {
        if (await db.VoiceNotes.FindAsync(id) is { HandledAt: null } note)
            note.HandledAt = clock.GetUtcNow().UtcDateTime;
    }
}
