using Microsoft.Data.Sqlite;

namespace MutualAid.Core.Data;

/// <summary>Consistent copies of the embedded database. A copy counts only after it was opened, checked and counted.</summary>
public static class SqliteBackup
{
    /// <summary>A copy of the running database, taken under the writer's gate.</summary>
    /// <exception cref="InvalidDataException">The copy did not pass its check; it is removed.</exception>
    public static Task MakeAsync(SqliteWriter writer, string file) => writer.AloneAsync(connection => Copy(connection, file));

    /// <summary>A copy of a database that another process may be using: it reads one snapshot and never writes to it.</summary>
    public static void MakeFrom(string source, string file)
    {
        if (!File.Exists(source))
            throw new FileNotFoundException($"There is no database {source}", source);
        using var connection = Open(source, SqliteOpenMode.ReadOnly);
        Copy(connection, file);
    }

    /// <summary>Puts a copy in the place of the database, which must not be running.</summary>
    /// <exception cref="InvalidDataException">The copy is damaged, or is no database of this program; nothing was changed.</exception>
    public static void Restore(string copy, string file)
    {
        Check(copy);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var fresh = file + ".restoring";
        File.Copy(copy, fresh, overwrite: true);
        foreach (var side in new[] { file + "-wal", file + "-shm" })
            File.Delete(side);
        File.Move(fresh, file, overwrite: true);
    }

    /// <returns>How many needs the copy holds.</returns>
    /// <exception cref="InvalidDataException">It is damaged or not ours.</exception>
    public static long Check(string file)
    {
        try
        {
            using var connection = Open(file, SqliteOpenMode.ReadOnly);
            using var check = connection.CreateCommand();
            check.CommandText = "PRAGMA integrity_check";
            if (check.ExecuteScalar() is not "ok")
                throw new InvalidDataException($"{file} is damaged");
            check.CommandText = "SELECT count(*) FROM Needs";
            return (long)check.ExecuteScalar()!;
        }
        catch (SqliteException error)
        {
            throw new InvalidDataException($"{file} is not a database of this program, or it is damaged ({error.SqliteErrorCode})", error);
        }
    }

    private static void Copy(SqliteConnection connection, string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var fresh = file + ".making";
        File.Delete(fresh);
        using (var vacuum = connection.CreateCommand())
        {
            vacuum.CommandText = "VACUUM INTO $file";
            vacuum.Parameters.AddWithValue("$file", fresh);
            vacuum.ExecuteNonQuery();
        }

        try
        {
            Check(fresh);
        }
        catch
        {
            File.Delete(fresh);
            throw;
        }

        File.Move(fresh, file, overwrite: true);
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = mode,
                Pooling = false,
            }.ToString()
        );
        connection.Open();
        return connection;
    }
}
