using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using MutualAid.Bot;
using MutualAid.Bot.Engine;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;
using MutualAid.Core.Schedule;
using Quartz;

namespace MutualAid.Bench;

/// <summary>What a tick costs when nothing is due, however many rows wait; and how soon after its time a reminder is first attempted.</summary>
internal static class Ringing
{
    private const string Kind = "bench.say";
    private const int Ticks = 300;
    private const int ASecond = 20;
    private const int Rules = 10_000;
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(60);

    public static async Task RunAsync()
    {
        foreach (var waiting in new[] { 0, 1_000, 1_000_000 })
            await TickAsync(waiting);
        await RingAsync();
    }

    private static async Task TickAsync(int waiting)
    {
        await using var rig = await Rig.StartAsync(new Ear());
        await ((SqliteWriter)rig.Writer).AloneAsync(connection => Fill(connection, waiting));
        var job = ActivatorUtilities.CreateInstance<DueJob>(rig.Services);
        var times = new List<double>();
        for (var tick = 0; tick < Ticks; tick++)
        {
            var start = Stopwatch.GetTimestamp();
            await job.RunAsync(default);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times = [.. times.Skip(Ticks / 3).Order()];
        Console.WriteLine(
            $"a tick with nothing due, {waiting, 9} rows wait and as many are done: p50 {times[times.Count / 2]:0.000} ms  p99 {times[times.Count * 99 / 100]:0.000} ms"
        );
    }

    private static async Task RingAsync()
    {
        var ear = new Ear();
        await using var rig = await Rig.StartAsync(
            ear,
            parts =>
            {
                parts.AddSingleton<IDueAct, Saying>();
                parts.AddTimetable();
            }
        );
        var planned = await rig.Writer.DoAsync("bench", PlanAsync);
        var scheduler = await rig.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        await scheduler.Start();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (ear.Late.Count < planned)
            await pause.WaitForNextTickAsync();
        await scheduler.Shutdown(waitForJobsToComplete: true);
        var late = ear.Late.Order().ToList();
        Console.WriteLine(
            $"{planned} reminders, {ASecond} a second, among {Rules} daily rules: due to first attempt p50 {late[late.Count / 2]:0} ms  p99 {late[late.Count * 99 / 100]:0} ms  most {late[^1]:0} ms"
        );
    }

    private static async Task<int> PlanAsync(Db db)
    {
        var desk = new ScheduleDesk(db, TimeProvider.System);
        var groups = Enumerable
            .Range(0, Load.Chats)
            .Select(number => new Group
            {
                Channel = "bench",
                ExternalId = $"{number}",
                QuietFrom = default,
                QuietTo = default,
            })
            .ToList();
        db.Groups.AddRange(groups);
        await db.SaveChangesAsync();
        var start = TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(20);
        var planned = (int)Span.TotalSeconds * ASecond;
        for (var number = 0; number < planned; number++)
        {
            var at = start.AddSeconds(number / (double)ASecond);
            desk.PlanNew(Kind, $"{Kind}:{number}", at, groups[number % Load.Chats], number, $"{at.Ticks}");
        }

        for (var rule = 0; rule < Rules; rule++)
        {
            var at = start.AddHours(12).AddSeconds(rule);
            db.Rules.Add(
                new RepeatRule
                {
                    Kind = Kind,
                    GroupId = groups[rule % Load.Chats].Id,
                    At = TimeOnly.FromDateTime(at),
                    TimeZone = "UTC",
                }
            );
            desk.PlanNew(Kind, $"rule:{rule}", at, groups[rule % Load.Chats], rule);
        }

        return planned;
    }

    private static void Fill(SqliteConnection connection, int rows)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {2 * rows})
            INSERT INTO Due (Kind, Key, At, TryAt, State, Attempts, PlannedAt, Version)
            SELECT '{Kind}', 'bench:' || i, t, t, i % 2, 0, t, 0
            FROM (SELECT i, strftime('%Y-%m-%d %H:%M:%f', 'now', (CASE i % 2 WHEN 0 THEN '+' ELSE '-' END) || (1 + i % 9) || ' days') AS t FROM n)
            WHERE {rows} > 0;
            PRAGMA wal_checkpoint(TRUNCATE); PRAGMA optimize;
            """;
        command.ExecuteNonQuery();
    }

    private sealed class Saying : IDueAct
    {
        public string Kind => Ringing.Kind;

        public TimeSpan UsefulFor => TimeSpan.FromHours(1);

        public Task ActAsync(DueTurn turn)
        {
            turn.Notices.Post(turn.Row.Group!, turn.Row.Detail!, Why.Reminder, null);
            return Task.CompletedTask;
        }
    }

    /// <summary>A platform that notes how long after the moment in a message it was given it.</summary>
    private sealed class Ear : IChannel
    {
        private int sent;

        public string Name => "bench";

        public Abilities Can => Abilities.All;

        public Pace Pace => Pace.Free;

        public ConcurrentQueue<double> Late { get; } = new();

        public Task<Delivery> CarryAsync(Outgoing message, CancellationToken stop)
        {
            var due = new DateTime(long.Parse(message.Text, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
            Late.Enqueue((TimeProvider.System.GetUtcNow().UtcDateTime - due).TotalMilliseconds);
            return Task.FromResult(new Delivery(Outcome.Sent, $"b{Interlocked.Increment(ref sent)}"));
        }
    }
}
