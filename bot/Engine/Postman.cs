using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Engine;

/// <summary>The courier's side of the database: which rows are due, what exactly goes out, what became of it.</summary>
public sealed class Postman(
    Store store,
    Writer writer,
    IEnumerable<IFace> faces,
    EngineParts parts,
    CourierLease lease,
    PublicAddress address
)
{
    private const int MostInSweep = 500;
    private const int MostCounted = 2000;
    private static readonly TimeSpan DoubtFor = TimeSpan.FromMinutes(2);

    private readonly Packing packing = new(faces, parts, address);

    public Task<bool> HoldsLeaseAsync(CancellationToken stop) => lease.HoldAsync(stop);

    internal long Fence => lease.Fence;

    internal bool MayCall(Ticket ticket) => lease.Covers(ticket.Fence);

    /// <summary>What went out lately, by this copy or another before it: the platform counts it all the same.</summary>
    internal async Task<List<(string Channel, string ChatId, DateTime At)>> CarriedLatelyAsync(CancellationToken stop)
    {
        var since = Now - TimeSpan.FromHours(1);
        await using var db = store.Read();
        var rows = await db
            .Outbox.Where(row => row.Kind != OutboxKind.Answer)
            .OrderByDescending(row => row.Id)
            .Take(MostCounted)
            .Where(row => row.StartedAt >= since)
            .Select(row => new
            {
                row.Channel,
                row.ChatId,
                row.StartedAt,
            })
            .ToListAsync(stop);
        return rows.Select(row => (row.Channel, row.ChatId, row.StartedAt!.Value)).OrderBy(row => row.Value).ToList();
    }

    /// <summary>Rows that wait and are due within the next sweep.</summary>
    public async Task<List<OutboxRow>> DueAsync(IEnumerable<string> channels, CancellationToken stop)
    {
        var soon = Now.AddSeconds(1);
        await using var db = store.Read();
        var due = BroadcastGate.Open(db).Where(row => row.DueAt <= soon && channels.Contains(row.Channel)).OrderBy(row => row.Id);
        // A large broadcast must not hide what somebody waits for.
        return
        [
            .. await due.Where(row => row.BroadcastId == null).Take(MostInSweep).ToListAsync(stop),
            .. await due.Where(row => row.BroadcastId != null).Take(MostInSweep).ToListAsync(stop),
        ];
    }

    /// <summary>What may not have arrived two minutes ago is said once more, marked; a second doubt stays for a person to decide.</summary>
    public Task RepeatDoubtfulAsync(CancellationToken stop) =>
        writer.DoAsync(
            "courier",
            async db =>
            {
                var before = Now - DoubtFor;
                var rows = await db
                    .Outbox.Where(row => row.State == OutboxState.Unknown && !row.IsRepeat && row.StartedAt < before)
                    // Of a broadcast a person decides.
                    .Where(row => row.BroadcastId == null)
                    .ToListAsync(stop);
                foreach (var row in rows)
                {
                    row.IsRepeat = true;
                    row.State = OutboxState.Queued;
                    row.DueAt = Now;
                }
            },
            stop
        );

    /// <summary>When the next row is due; null: none waits.</summary>
    public async Task<DateTime?> NextDueAsync()
    {
        await using var db = store.Read();
        return await BroadcastGate.Open(db).MinAsync(row => (DateTime?)row.DueAt);
    }

    /// <summary>Marks the rows as attempted, in one commit before any call, and draws what they show. Null: it need not go any more.</summary>
    internal Task<List<(Ticket Ticket, Outgoing? Call)>> BeginAsync(
        List<Ticket> tickets,
        Func<Ticket, string?, Abilities> can,
        CancellationToken stop
    ) =>
        writer.DoAsync(
            "courier",
            async db =>
            {
                var fence = await lease.FenceAsync(db);
                var ids = tickets.ConvertAll(ticket => ticket.Id);
                var rows = await db
                    .Outbox.Include(row => row.Card)
                    .Where(row => ids.Contains(row.Id))
                    .ToDictionaryAsync(row => row.Id, stop);
                var held = await BroadcastGate.HoldAsync(db, rows.Values, Now);
                var references = await ReferencesAsync(db, rows.Values, stop);
                var languages = await LanguagesAsync(db, rows.Values, stop);
                var calls = new List<(Ticket, Outgoing?)>();
                foreach (var ticket in tickets)
                {
                    var row = rows.GetValueOrDefault(ticket.Id);
                    var isWaiting = fence is not null && row?.State is OutboxState.Queued or OutboxState.Retry && !held.Contains(ticket.Id);
                    var language = languages.GetValueOrDefault((ticket.Channel, ticket.ChatId));
                    var call = isWaiting
                        ? await packing.PackAsync(db, row!, message => can(ticket, message), fence!.Value, language)
                        : null;
                    var known = call is null ? null : references.GetValueOrDefault((ticket.Channel, ticket.ChatId));
                    calls.Add((ticket with { Fence = fence ?? 0 }, known is null ? call : call! with { Reference = known }));
                }

                return calls;
            },
            stop
        );

    private static async Task<Dictionary<(string, string), string>> LanguagesAsync(
        Db db,
        IEnumerable<OutboxRow> rows,
        CancellationToken stop
    )
    {
        var chats = rows.Where(row => row.Card is not null).Select(row => row.ChatId).Distinct().ToList();
        return await db
            .Groups.Where(it => chats.Contains(it.ExternalId))
            .Select(it => new
            {
                it.Channel,
                it.ExternalId,
                it.Language,
            })
            .ToDictionaryAsync(it => (it.Channel, it.ExternalId), it => it.Language, stop);
    }

    private static async Task<Dictionary<(string, string), string>> ReferencesAsync(
        Db db,
        IEnumerable<OutboxRow> rows,
        CancellationToken stop
    )
    {
        var chats = rows.Select(row => row.ChatId).Distinct().ToList();
        return await db
            .References.Where(it => chats.Contains(it.ChatId))
            .ToDictionaryAsync(it => (it.Channel, it.ChatId), it => it.Text, stop);
    }

    /// <summary>Stores what became of the calls; returns rows that wait again because of it.</summary>
    internal Task<List<OutboxRow>> RecordAsync(List<(Ticket Ticket, Delivery Delivery)> results, CancellationToken stop) =>
        writer.DoAsync(
            "courier",
            async db =>
            {
                var ids = results.ConvertAll(it => it.Ticket.Id);
                var rows = await db
                    .Outbox.Include(row => row.Card)
                    .Where(row => ids.Contains(row.Id))
                    .ToDictionaryAsync(row => row.Id, stop);
                var again = new List<OutboxRow>();
                foreach (var (ticket, delivery) in results)
                {
                    // Another copy may have settled the row meanwhile, or be at it again.
                    if (
                        rows.TryGetValue(ticket.Id, out var row)
                        && row.Fence == ticket.Fence
                        && row.State is (OutboxState.Attempting or OutboxState.Unknown)
                    )
                        again.AddRange(await Outcomes.ApplyAsync(db, row, delivery, Now));
                }

                await db.SaveChangesAsync(stop);
                return again;
            },
            stop
        );

    private DateTime Now => parts.Clock.GetUtcNow().UtcDateTime;
}
