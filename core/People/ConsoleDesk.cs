using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;

namespace MutualAid.Core.People;

/// <summary>The verbs of the console's door. Secrets are returned once and stored as hashes.</summary>
public sealed class ConsoleDesk(Db db, TimeProvider clock)
{
    /// <summary>Without a look at a page for so long a session is over.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>A session never lasts longer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>A new session; the result is its cookie's secret.</summary>
    public string Open()
    {
        var secret = Secrets.NewCode();
        db.ConsoleSessions.Add(
            new ConsoleSession
            {
                TokenHash = Secrets.Hash(secret),
                StartedAt = Now,
                LastSeenAt = Now,
            }
        );
        return secret;
    }

    /// <summary>The session of this secret while it is valid.</summary>
    public async Task<ConsoleSession?> FindAsync(string secret, CancellationToken stop = default)
    {
        var (hash, idle, longest) = (Secrets.Hash(secret), Now - Idle, Now - Longest);
        return await db.ConsoleSessions.FirstOrDefaultAsync(
            it => it.TokenHash == hash && it.EndedAt == null && it.LastSeenAt > idle && it.StartedAt > longest,
            stop
        );
    }

    /// <summary>Whether the last look is old enough to be noted again.</summary>
    public bool IsStale(ConsoleSession session) => Now - session.LastSeenAt >= SeenEvery;

    public async Task SeeAsync(string secret)
    {
        if (await FindAsync(secret) is { } session)
            session.LastSeenAt = Now;
    }

    public async Task EndAsync(string secret)
    {
        if (await FindAsync(secret) is { } session)
            session.EndedAt = Now;
    }
}
