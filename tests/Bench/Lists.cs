using System.Diagnostics;
using Microsoft.Data.Sqlite;
using MutualAid.Core.Data;

namespace MutualAid.Bench;

/// <summary><c>/needs</c> of one group when so many needs are stored in all; 20 are open in each of 200 groups, at most.</summary>
internal static class Lists
{
    private const int OpenInAGroup = 20;
    private const int Times = 300;

    public static async Task RunAsync(int stored)
    {
        var channel = new BenchChannel(TimeSpan.Zero) { Awaited = Load.Chats };
        await using var rig = await Rig.StartAsync(channel);
        for (var chat = 0; chat < Load.Chats; chat++)
            await rig.Intake.ReceiveAsync(Load.Say(chat, chat, "/need 口罩 200个"));
        await channel.Done;
        await ((SqliteWriter)rig.Writer).AloneAsync(connection => Multiply(connection, stored));
        var times = new List<double>();
        for (var time = 0; time < Times; time++)
        {
            var start = Stopwatch.GetTimestamp();
            await rig.Intake.ReceiveAsync(Load.Say(1_000_000 + time, time % Load.Chats, "/needs"));
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times = times.Skip(Times / 3).Order().ToList();
        var size = new FileInfo(rig.File).Length / 1048576.0;
        Console.WriteLine(
            $"/needs, one after another, to the commit, {stored, 9} stored ({size:0} MB): p50 {times[times.Count / 2]:0.0} ms  p99 {times[times.Count * 99 / 100]:0.0} ms"
        );
    }

    /// <summary>Copies the one need of each group, with its line, until so many are stored.</summary>
    private static void Multiply(SqliteConnection connection, int stored)
    {
        var copies = (stored / Load.Chats) - 1;
        using var transaction = connection.BeginTransaction();
        Run(
            connection,
            $"CREATE TEMP TABLE Copies AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {copies}) SELECT i FROM n"
        );
        Copy(
            connection,
            "Needs",
            new()
            {
                ["Id"] = $"old.Id + i * {Load.Chats}",
                ["Number"] = $"old.Number + i * {Load.Chats}",
                ["ClosedAt"] = $"CASE WHEN i < {OpenInAGroup} THEN NULL ELSE old.AskedAt END",
            }
        );
        Copy(connection, "NeedLines", new() { ["Id"] = $"old.Id + i * {Load.Chats}", ["NeedId"] = $"old.NeedId + i * {Load.Chats}" });
        transaction.Commit();
        Run(connection, "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA optimize;");
    }

    private static void Copy(SqliteConnection connection, string table, Dictionary<string, string> changed)
    {
        var columns = new List<string>();
        using (var list = connection.CreateCommand())
        {
            list.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
            using var reader = list.ExecuteReader();
            while (reader.Read())
                columns.Add(reader.GetString(0));
        }

        var values = columns.Select(column => changed.GetValueOrDefault(column) ?? $"old.\"{column}\"");
        Run(
            connection,
            $"INSERT INTO {table} ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) SELECT {string.Join(", ", values)} FROM {table} AS old, Copies"
        );
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
