using MutualAid.Core.Data;

namespace MutualAid.Bot.Engine;

/// <summary>A doorbell: asks a desk for everything due now. Safe to run twice, and on two copies at once.</summary>
public interface IDueJob
{
    Task RunAsync(CancellationToken stop);

    /// <summary>The next moment at which something may be due (UTC); null: nothing waits. A replay goes from one to the next.</summary>
    Task<DateTime?> NextAsync(Db db);
}
