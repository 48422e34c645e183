using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Messaging;
using MutualAid.Core.People;
using MutualAid.Core.Schedule;

namespace MutualAid.Core.Broadcasts;

/// <summary>When it has gone out: change it, take it back, try what failed again, decide what is not known.</summary>
public sealed partial class BroadcastDesk
{
    /// <summary>Telegram deletes no message older than two days.</summary>
    private static readonly TimeSpan Deletable = TimeSpan.FromHours(47);

    private static readonly TimeSpan SoonAgain = TimeSpan.FromSeconds(2);

    /// <summary>Every message that arrived is edited, every one that waits has the new words.</summary>
    public async Task<BroadcastResult> EditAsync(Broadcast it, string body)
    {
        var refusal =
            it.FedAt is null || it.TakenBackAt is not null ? BroadcastRefusal.NothingSent
            : it.Photo is not null ? BroadcastRefusal.PictureStays
            : BroadcastText.Wrong(body, hasPhoto: false);
        if (refusal != BroadcastRefusal.None)
            return new(refusal, it, body.Length.ToString(CultureInfo.InvariantCulture));
        (it.Body, it.EditedAt) = (Html.Storable(body.Trim()), Now);
        await PlanMendAsync(it, Now);
        return Done(it);
    }

    /// <summary>What waits is cancelled, what arrived is deleted as far as the platforms still allow.</summary>
    public async Task<BroadcastResult> TakeBackAsync(Broadcast it, Person by)
    {
        if (it.ConfirmedAt is null || it.TakenBackAt is not null || !await db.Recipients.AnyAsync(each => each.BroadcastId == it.Id))
            return new(BroadcastRefusal.NothingSent, it);
        await StopAsync(it, by.Id);
        it.TakenBackAt = Now;
        await PlanMendAsync(it, Now);
        return Done(it);
    }

    /// <summary>Writes the next edits or deletions. Safe to run twice: a message has at most one of each change.</summary>
    public async Task MendAsync(Broadcast it)
    {
        var mended = it.TakenBackAt is not null ? await DeleteSomeAsync(it) : await EditSomeAsync(it) + await RewriteSomeAsync(it);
        // A message that was on its way is changed when it has arrived.
        var isOnWay = await db.Outbox.AnyAsync(row =>
            row.BroadcastId == it.Id && row.Kind == OutboxKind.Send && row.State == OutboxState.Attempting
        );
        if (mended > 0 || isOnWay)
            await PlanMendAsync(it, mended > 0 ? Now : Now + SoonAgain);
        await db.SaveChangesAsync();
        await PlanLookAsync(it, Now);
    }

    /// <summary>Those that failed, where the chat is open again.</summary>
    /// <returns>How many are tried again.</returns>
    public async Task<int> RetryFailedAsync(Broadcast it)
    {
        var rows = await db
            .Recipients.Where(recipient => recipient.BroadcastId == it.Id && recipient.Row.State == OutboxState.Failed)
            .Where(recipient =>
                recipient.Group != null
                    ? recipient.Group.InactiveAt == null
                    : recipient.Person!.Accounts.Any(account =>
                        account.Channel == recipient.Row.Channel
                        && account.PrivateChat == recipient.Row.ChatId
                        && account.ReachableSince != null
                    )
            )
            .OrderBy(recipient => recipient.Id)
            .Take(Batch)
            .Select(recipient => recipient.Row)
            .ToListAsync();
        if (it.StoppedAt is not null)
            return 0;
        foreach (var row in rows)
            (row.State, row.Reason, row.CreatedAt, row.DueAt) = (OutboxState.Queued, null, Now, Now);
        await AgainAsync(it);
        return rows.Count;
    }

    /// <summary>结果不明: a person decides, for all of them. Never done by itself.</summary>
    /// <param name="again">Send once more, marked （补发）; else take them as arrived.</param>
    /// <returns>How many were decided.</returns>
    public async Task<int> DecideAsync(Broadcast it, bool again)
    {
        var desk = new OutboxDesk(db, clock);
        var rows = await db
            .Outbox.Where(row => row.BroadcastId == it.Id && row.State == OutboxState.Unknown)
            .OrderBy(row => row.Id)
            .Take(Batch)
            .ToListAsync();
        foreach (var row in rows)
            _ = again ? await desk.SayAgainAsync(row.Id) : await desk.TakeAsSentAsync(row.Id);
        await AgainAsync(it);
        return rows.Count;
    }

    private async Task AgainAsync(Broadcast it)
    {
        await db.SaveChangesAsync();
        await PlanLookAsync(it, Now);
        Done(it);
    }

    private Task<DueRow> PlanMendAsync(Broadcast it, DateTime at) =>
        schedule.PlanAsync(
            BroadcastDue.Mend,
            string.Create(CultureInfo.InvariantCulture, $"{BroadcastDue.Mend}:{it.Id}:{++it.Version}"),
            at,
            subject: it.Id
        );

    private async Task<int> EditSomeAsync(Broadcast it)
    {
        var targets = await Arrived(it, OutboxKind.Edit, it.EditedAt!.Value)
            .Where(recipient => recipient.Row.CreatedAt < it.EditedAt)
            .ToListAsync();
        foreach (var target in targets)
            db.Outbox.Add(Change(it, target.Row, OutboxKind.Edit, it.For(target.Group?.Title ?? target.Person!.Name)));
        return targets.Count;
    }

    private async Task<int> RewriteSomeAsync(Broadcast it)
    {
        var waiting = await With(it)
            .Where(recipient => recipient.Row.State == OutboxState.Queued || recipient.Row.State == OutboxState.Retry)
            .Where(recipient => recipient.Row.CreatedAt < it.EditedAt)
            .OrderBy(recipient => recipient.Id)
            .Take(Batch)
            .ToListAsync();
        foreach (var recipient in waiting)
            (recipient.Row.Text, recipient.Row.CreatedAt) = (it.For(recipient.Group?.Title ?? recipient.Person!.Name), Now);
        return waiting.Count;
    }

    private async Task<int> DeleteSomeAsync(Broadcast it)
    {
        var since = Now - Deletable;
        var targets = await Arrived(it, OutboxKind.Delete, DateTime.MinValue)
            .Where(recipient => recipient.Row.SentAt > since)
            .ToListAsync();
        foreach (var target in targets)
            db.Outbox.Add(Change(it, target.Row, OutboxKind.Delete, ""));
        return targets.Count;
    }

    // Those that arrived and have no such change since then, a batch of them.
    private IQueryable<Recipient> Arrived(Broadcast it, OutboxKind kind, DateTime since) =>
        With(it)
            .Where(recipient => recipient.Row.State == OutboxState.Sent && recipient.Row.MessageId != null)
            .Where(recipient => !db.Outbox.Any(row => row.TargetId == recipient.RowId && row.Kind == kind && row.CreatedAt >= since))
            .OrderBy(recipient => recipient.Id)
            .Take(Batch);

    private IQueryable<Recipient> With(Broadcast it) =>
        db
            .Recipients.Include(recipient => recipient.Row)
            .Include(recipient => recipient.Group)
            .Include(recipient => recipient.Person)
            .Where(recipient => recipient.BroadcastId == it.Id);

    private OutboxRow Change(Broadcast it, OutboxRow target, OutboxKind kind, string html)
    {
        var row = NewRow(it, target.Channel, target.ChatId, html);
        (row.Kind, row.TargetId, row.InGroup, row.Photo, row.BroadcastId) = (kind, target.Id, target.InGroup, null, it.Id);
        return row;
    }
}
