using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Messaging;

namespace MutualAid.Core.Data;

/// <summary>The numbers that people say (#31): each noun its own series, in order of creation; one that was taken back is not given out again.</summary>
public static class Numbers
{
    private static readonly Compiled<Func<Db, string, Task<string?>>> GivenQuery = new(() =>
        EF.CompileAsyncQuery((Db db, string mark) => db.Settings.Where(it => it.Key == mark).Select(it => it.Value).FirstOrDefault())
    );

    /// <summary>The next number; call inside the writer's transaction, right before the row is added.</summary>
    public static async Task<int> NextAsync<T>(Db db, Expression<Func<T, int>> number)
        where T : class
    {
        // An import draws thousands of them: each would else look through all that were added before it.
        if (db.Drawn.TryGetValue(typeof(T), out var drawn))
            return db.Drawn[typeof(T)] = drawn + 1;
        // On PostgreSQL writers run side by side: the series is theirs one at a time.
        await InTurn.WaitAsync(db, $"numbers:{typeof(T).Name}");
        var series = Series<T>.One ??= new Series<T>(number);
        var mark = Mark(typeof(T));
        var (last, given) = await series.Last.For(db)(db, mark) is { } stored
            ? (stored.Last, stored.Given)
            : (0, await GivenQuery.For(db)(db, mark));
        given = db.Held<Setting>().FirstOrDefault(setting => setting.Key == mark)?.Value ?? given ?? "0";
        return db.Drawn[typeof(T)] =
            db.Held<T>().Select(series.Read).Append(last).Append(int.Parse(given, CultureInfo.InvariantCulture)).Max() + 1;
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
    private sealed class Series<T>(Expression<Func<T, int>> number)
        where T : class
    {
        public static Series<T>? One { get; set; }

        public Func<T, int> Read { get; } = number.Compile();

        // Both halves of the answer at once: every need asks for it.
        public Compiled<Func<Db, string, Task<Stored?>>> Last { get; } =
            new(() =>
                EF.CompileAsyncQuery(
                    (Db db, string mark) =>
                        db.Set<T>()
                            .Select(number)
                            .OrderByDescending(value => value)
                            .Select(value => new Stored(
                                value,
                                db.Settings.Where(it => it.Key == mark).Select(it => it.Value).FirstOrDefault()
                            ))
                            .FirstOrDefault()
                )
            );
    }

    private sealed record Stored(int Last, string? Given);
}
