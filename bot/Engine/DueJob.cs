using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Messaging;
using MutualAid.Core.Schedule;

namespace MutualAid.Bot.Engine;

/// <summary>What happens when a row of its kind is due. Found by its type; it touches only the turn it is given.</summary>
public interface IDueAct
{
    /// <summary>As <see cref="DueRow.Kind"/>.</summary>
    string Kind { get; }

    /// <summary>How late it may still happen, marked （补发）; later it is dropped and listed.</summary>
    TimeSpan UsefulFor { get; }

    /// <summary>Where it differs from row to row.</summary>
    bool IsUseful(DueRow row, TimeSpan late) => late <= UsefulFor;

    Task ActAsync(DueTurn turn);
}

/// <param name="IsLate">It should have happened a while ago: say so.</param>
public sealed record DueTurn(Db Db, DueRow Row, Notices Notices, TimeProvider Clock, bool IsLate)
{
    public DateTime Now { get; } = Clock.GetUtcNow().UtcDateTime;
}

/// <summary>Rings for everything due. Each row is closed in the commit that stores what comes of it, so a second host finds it closed.</summary>
public sealed class DueJob(Store store, Writer writer, Courier courier, EngineParts parts, ILogger<DueJob> log) : IDueJob
{
    private const int AtOnce = 200;
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(2);

    private readonly Dictionary<string, IDueAct> acts = parts
        .Services.GetServices<IDueAct>()
        .ToDictionary(act => act.Kind, StringComparer.Ordinal);

    public async Task RunAsync(CancellationToken stop)
    {
        while (true)
        {
            List<long> due;
            await using (var db = store.Read())
                due = await db.Due.DueAt(Now).Select(row => row.Id).Take(AtOnce).ToListAsync(stop);
            await Task.WhenAll(due.Select(id => OneAsync(id, stop)));
            if (due.Count < AtOnce)
                return;
        }
    }

    public async Task<DateTime?> NextAsync(Db db) =>
        await db.Due.Waiting().OrderBy(row => row.TryAt).Select(row => (DateTime?)row.TryAt).FirstOrDefaultAsync();

    private DateTime Now => parts.Clock.GetUtcNow().UtcDateTime;

    private async Task OneAsync(long id, CancellationToken stop)
    {
        try
        {
            courier.Carry(await writer.DoAsync($"due/{id}", db => ActAsync(db, id), stop));
        }
        catch (Exception error) when (!StorageFault.Is(error) && error is not ObjectDisposedException && !stop.IsCancellationRequested)
        {
            log.LogError("Due row {Row}: {Error}", id, Incidents.Describe(error));
            await writer.DoAsync($"due/{id}", db => NoteAsync(db, id, error), stop);
        }
    }

    private async Task<IReadOnlyList<OutboxRow>> ActAsync(Db db, long id)
    {
        if (await WaitingAsync(db, id) is not { } row)
            return [];
        var act = acts[row.Kind];
        var notices = new Notices(db, parts);
        var late = Now - row.At;
        var useful = act.IsUseful(row, late);
        if (useful)
            await act.ActAsync(new DueTurn(db, row, notices, parts.Clock, late > Late));
        await new ScheduleDesk(db, parts.Clock).CloseAsync(row, useful ? DueState.Done : DueState.Dropped);
        return await notices.SaveAsync();
    }

    private async Task NoteAsync(Db db, long id, Exception error)
    {
        if (await WaitingAsync(db, id) is { } row)
            await new ScheduleDesk(db, parts.Clock).NoteFaultAsync(row, error.GetType().Name);
    }

    // Another host, or the same row in a replayed turn, may have been first.
    private async Task<DueRow?> WaitingAsync(Db db, long id) =>
        await db.Due.Include(it => it.Group).FirstOrDefaultAsync(it => it.Id == id && it.State == DueState.Waiting && it.TryAt <= Now);
}
