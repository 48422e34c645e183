using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace MutualAid.Core.Data;

/// <summary>The numbers that people say (#31): each noun its own series, without gaps, in order of creation.</summary>
public static class Numbers
{
    /// <summary>The next number; call inside the writer's transaction, right before the row is added.</summary>
    public static async Task<int> NextAsync<T>(Db db, Expression<Func<T, int>> number)
        where T : class
    {
        // On PostgreSQL writers run side by side: the series is theirs one at a time.
        await InTurn.WaitAsync(db, $"numbers:{typeof(T).Name}");
        var stored = await db.Set<T>().Select(number).OrderByDescending(value => value).FirstOrDefaultAsync();
        var read = Series<T>.Read ??= number.Compile();
        return db.Set<T>().Local.Select(read).Append(stored).Max() + 1;
    }

    // A noun has one series; to compile its expression costs more than the query.
    private static class Series<T>
    {
        public static Func<T, int>? Read { get; set; }
    }
}
