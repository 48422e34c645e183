using System.Globalization;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Messaging;

namespace MutualAid.Core.Data;

/// <summary>The numbers that people say (#31): each noun its own series, in order of creation; one that was taken back is not given out again.</summary>
public static class Numbers
{
    // Given in this turn. An import draws thousands of them: each would else look through all that were added before it.
    private static readonly ConditionalWeakTable<Db, Dictionary<Type, int>> Drawn = [];

    /// <summary>The next number; call inside the writer's transaction, right before the row is added.</summary>
    public static async Task<int> NextAsync<T>(Db db, Expression<Func<T, int>> number)
        where T : class
    {
        var drawn = Drawn.GetOrCreateValue(db);
        if (drawn.TryGetValue(typeof(T), out var last))
            return drawn[typeof(T)] = last + 1;
        // On PostgreSQL writers run side by side: the series is theirs one at a time.
        await InTurn.WaitAsync(db, $"numbers:{typeof(T).Name}");
        var stored = await db.Set<T>().Select(number).OrderByDescending(value => value).FirstOrDefaultAsync();
        var read = Series<T>.Read ??= number.Compile();
        var given = await db.Settings.FindAsync(Mark(typeof(T))) is { } mark ? int.Parse(mark.Value, CultureInfo.InvariantCulture) : 0;
        return drawn[typeof(T)] = db.Set<T>().Local.Select(read).Append(stored).Append(given).Max() + 1;
    }

    /// <summary>The row goes, its number stays used: people have read it.</summary>
    public static async Task KeepAsync(Db db, Type noun, int number)
    {
        await InTurn.WaitAsync(db, $"numbers:{noun.Name}");
        if (await db.Settings.FindAsync(Mark(noun)) is not { } mark)
            db.Settings.Add(mark = new Setting { Key = Mark(noun), Value = "0" });
        if (int.Parse(mark.Value, CultureInfo.InvariantCulture) < number)
            mark.Value = number.ToString(CultureInfo.InvariantCulture);
    }

    private static string Mark(Type noun) => $"numbers.{noun.Name}";

    // A noun has one series; to compile its expression costs more than the query.
    private static class Series<T>
    {
        public static Func<T, int>? Read { get; set; }
    }
}
