using Microsoft.EntityFrameworkCore;

namespace MutualAid.Core.Data;

/// <summary>Writers who name the same thing wait for each other until the commit.</summary>
internal static class InTurn
{
    /// <summary>On the embedded file there is one writer anyway.</summary>
    public static async Task WaitAsync(Db db, string thing)
    {
        if (db is PostgresDb)
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext({thing}))");
    }
}
