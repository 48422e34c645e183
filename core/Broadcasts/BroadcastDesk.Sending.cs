using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;
using MutualAid.Core.People;
using MutualAid.Core.Schedule;

namespace MutualAid.Core.Broadcasts;

/// <summary>On its way: confirm, feed, pause, resume, stop.</summary>
public sealed partial class BroadcastDesk
{
    /// <summary>Recipients that get their rows in one commit: a large audience must not keep others from writing.</summary>
    public const int Batch = 200;

    /// <summary>Later than this after its time it is not sent as if it were on time.</summary>
    public static readonly TimeSpan UsefulFor = TimeSpan.FromHours(2);

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    /// <summary>Nothing leaves for half a minute; then, or at its time, the recipients get their rows.</summary>
    /// <param name="count">The number of recipients as somebody typed it, wanted above <see cref="CountAbove"/>.</param>
    public async Task<BroadcastResult> ConfirmAsync(Broadcast it, Person by, int? count = null)
    {
        var refusal = it.PlannedFor is { } time ? WrongTime(it, time) : WrongTime(it, null);
        if (refusal == BroadcastRefusal.None)
            refusal = BroadcastText.Wrong(it.Body, it.Photo is not null);
        if (refusal != BroadcastRefusal.None)
            return new(refusal, it);
        var size = await db.SizeAsync(it, Now);
        if (size.Chats == 0)
            return new(BroadcastRefusal.NobodyThere, it);
        if (size.Chats > CountAbove && count != size.Chats)
            return new(BroadcastRefusal.WrongCount, it, size.Chats.ToString(CultureInfo.InvariantCulture));
        (it.ConfirmedAt, it.ConfirmedById) = (Now, by.Id);
        if (it.Rule is { } rule)
            await schedule.ResumeAsync(rule);
        else
            await StartAsync(it, Later(Now + Hold, it.PlannedFor));
        return Done(it);
    }

    /// <summary>Gives the next recipients their rows. Safe to run twice: who has a row gets no second one.</summary>
    /// <returns>False: its time passed while nothing ran here; it is a draft again, for its author to decide.</returns>
    public async Task<bool> FeedAsync(Broadcast it)
    {
        if (it is not { ConfirmedAt: not null, FedAt: null, SendAt: { } time })
            return true;
        var before = await db.Recipients.CountAsync(recipient => recipient.BroadcastId == it.Id);
        if (before == 0 && Now - time > UsefulFor)
        {
            await BackToDraftAsync(it);
            it.PlannedFor = null;
            Done(it);
            return false;
        }

        var fed = it.Audience.IsPrivate() ? await FeedPeopleAsync(it) : await FeedGroupsAsync(it);
        if (fed < Batch)
            it.FedAt = Now;
        else
            await PlanFeedAsync(it, Now, before + fed);
        Done(it);
        // The look counts rows of the database.
        await db.SaveChangesAsync();
        await PlanLookAsync(it, Now);
        return true;
    }

    public async Task<BroadcastResult> PauseAsync(Broadcast it, Person by)
    {
        if (it.PausedAt is not null || !await IsRunningAsync(it))
            return new(BroadcastRefusal.NotRunning, it);
        (it.PausedAt, it.PausedById) = (Now, by.Id);
        await PlanLookAsync(it, Now);
        return Done(it);
    }

    public async Task<BroadcastResult> ResumeAsync(Broadcast it)
    {
        if (it.PausedAt is null || it.StoppedAt is not null)
            return new(BroadcastRefusal.NotPaused, it);
        (it.PausedAt, it.PausedById) = (null, null);
        await PlanLookAsync(it, Now);
        return Done(it);
    }

    /// <summary>What has not left is cancelled; what is on its way arrives.</summary>
    public async Task<BroadcastResult> StopAsync(Broadcast it, Person by)
    {
        if (!await IsRunningAsync(it))
            return new(BroadcastRefusal.NotRunning, it);
        await StopAsync(it, by.Id);
        return Done(it);
    }

    /// <summary>The next look at how far it is; none once there is nothing to see.</summary>
    public async Task PlanLookAsync(Broadcast it, DateTime after)
    {
        var tally = await db.TallyAsync(it);
        if ((it.PausedAt is not null && tally.Sending == 0) || (it.FedAt is not null && tally.Waiting + tally.Sending + tally.Mending == 0))
            return;
        var next = await db.Outbox.Waiting().Where(row => row.BroadcastId == it.Id).MinAsync(row => (DateTime?)row.DueAt);
        var at = Later(after + LookEvery, tally.Sending + tally.Mending > 0 ? null : next);
        var key = string.Create(CultureInfo.InvariantCulture, $"{BroadcastDue.Progress}:{it.Id}:{at.Ticks / LookEvery.Ticks}");
        await schedule.PlanAsync(BroadcastDue.Progress, key, at, subject: it.Id);
    }

    /// <summary>An occurrence of a repeated one, sent now.</summary>
    public async Task<Broadcast> OccurAsync(Broadcast of)
    {
        var it = new Broadcast
        {
            Number = await Numbers.NextAsync<Broadcast>(db, each => each.Number),
            Body = of.Body,
            Photo = of.Photo,
            PhotoChannel = of.PhotoChannel,
            Reach = of.Reach,
            Audience = of.Audience,
            Aim = of.Aim,
            UrgentAt = of.UrgentAt,
            MadeById = of.MadeById,
            MadeAt = Now,
            Of = of,
            ConfirmedAt = Now,
            ConfirmedById = of.ConfirmedById,
        };
        db.Broadcasts.Add(it);
        await db.SaveChangesAsync();
        await StartAsync(it, Now);
        return it;
    }

    private async Task StopAsync(Broadcast it, long by)
    {
        (it.StoppedAt, it.StoppedById, it.PausedAt) = (Now, by, null);
        if (it.Rule is { } rule)
            await schedule.EndAsync(rule);
        await db
            .Outbox.Waiting()
            .Where(row => row.BroadcastId == it.Id && row.Kind == OutboxKind.Send)
            .ExecuteUpdateAsync(rows =>
                rows.SetProperty(row => row.State, OutboxState.Cancelled).SetProperty(row => row.Reason, "stopped")
            );
    }

    private async Task<bool> IsRunningAsync(Broadcast it) =>
        it is { ConfirmedAt: not null, StoppedAt: null }
        && (it.FedAt is null || await db.Outbox.Waiting().AnyAsync(row => row.BroadcastId == it.Id && row.Kind == OutboxKind.Send));

    private Task<DueRow> StartAsync(Broadcast it, DateTime at)
    {
        it.SendAt = at;
        return PlanFeedAsync(it, at, 0);
    }

    private Task<DueRow> PlanFeedAsync(Broadcast it, DateTime at, int fed) =>
        schedule.PlanAsync(
            BroadcastDue.Feed,
            string.Create(CultureInfo.InvariantCulture, $"{BroadcastDue.Feed}:{it.Id}:{it.ConfirmedAt!.Value.Ticks}:{fed}"),
            at,
            subject: it.Id
        );

    private async Task<int> FeedGroupsAsync(Broadcast it)
    {
        var groups = await db.GroupsOf(it)
            .Where(group => group.BroadcastsOffAt == null)
            .Where(group => !db.Recipients.Any(recipient => recipient.BroadcastId == it.Id && recipient.GroupId == group.Id))
            .OrderBy(group => group.Id)
            .Take(Batch)
            .ToListAsync();
        var waking = await Waking.OfAsync(db, groups, Now);
        foreach (var group in groups)
        {
            var row = Add(it, new Recipient { GroupId = group.Id }, group.Channel, group.ExternalId, group.Title);
            row.InGroup = true;
            row.DueAt = it.UrgentAt is null ? waking.For(group, Now) : Now;
        }

        return groups.Count;
    }

    private async Task<int> FeedPeopleAsync(Broadcast it)
    {
        var people = await db.PeopleOf(it)
            .Where(person => person.BroadcastsOffAt == null)
            .Where(person => !db.Recipients.Any(recipient => recipient.BroadcastId == it.Id && recipient.PersonId == person.Id))
            .Include(person => person.Accounts)
            .OrderBy(person => person.Id)
            .Take(Batch)
            .ToListAsync();
        var homes = await db.HomesAsync(people.ConvertAll(person => person.Id));
        foreach (var person in people)
        {
            var chat = it.ChatOf(person);
            var row = Add(it, new Recipient { PersonId = person.Id }, chat.Channel, chat.PrivateChat!, person.Name);
            row.DueAt = it.UrgentAt is null ? Waking.For(person, homes.GetValueOrDefault(person.Id), Now) : Now;
        }

        return people.Count;
    }

    private OutboxRow Add(Broadcast it, Recipient recipient, string channel, string chat, string name)
    {
        var row = NewRow(it, channel, chat, it.For(name));
        row.BroadcastId = it.Id;
        if (it.StoppedAt is not null)
            (row.State, row.Reason) = (OutboxState.Cancelled, "stopped");
        (recipient.BroadcastId, recipient.Row) = (it.Id, row);
        db.Recipients.Add(recipient);
        return row;
    }

    private static DateTime Later(DateTime left, DateTime? right) => right > left ? right.Value : left;
}
