using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;

namespace MutualAid.Tests.HouseRules;

public sealed class MigrationTests
{
    [Fact]
    public void The_migrations_of_sqlite_make_the_whole_model()
    {
        using var db = new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=:memory:").Options);
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void The_migrations_of_postgres_make_the_whole_model()
    {
        using var db = new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=127.0.0.1").Options);
        Assert.False(db.Database.HasPendingModelChanges());
    }
}
