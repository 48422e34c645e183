using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.People;

namespace MutualAid.Core.Accounts;

/// <summary>Who is signed in. Secrets are returned once and stored as hashes.</summary>
public sealed class SessionDesk(Db db, TimeProvider clock)
{
    /// <summary>Without a look at a page for so long a session is over.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>A session never lasts longer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>A new session; the result is its cookie's secret.</summary>
    public string Open(ConsoleAccount account, string? address = null, string? browser = null)
    {
        var secret = Secrets.NewCode();
        db.ConsoleSessions.Add(
            new ConsoleSession
            {
                TokenHash = Secrets.Hash(secret),
                Account = account,
                Address = address,
                Browser = browser,
                StartedAt = Now,
                LastSeenAt = Now,
            }
        );
        return secret;
    }

    /// <summary>The sessions that are valid now, of accounts that are open.</summary>
    public IQueryable<ConsoleSession> Valid()
    {
        var (idle, longest) = (Now - Idle, Now - Longest);
        return db.ConsoleSessions.Where(it =>
            it.EndedAt == null && it.LastSeenAt > idle && it.StartedAt > longest && it.Account.ClosedAt == null
        );
    }

    /// <summary>The one of this secret, while it is valid.</summary>
    public IQueryable<ConsoleSession> OfSecret(string secret)
    {
        var hash = Secrets.Hash(secret);
        return Valid().Where(it => it.TokenHash == hash);
    }

    /// <summary>Whether the last look is old enough to be noted again.</summary>
    public bool IsStale(DateTime lastSeenAt) => Now - lastSeenAt >= SeenEvery;

    public async Task SeeAsync(long id)
    {
        if (await Valid().FirstOrDefaultAsync(it => it.Id == id) is { } session)
            session.LastSeenAt = Now;
    }

    /// <summary>Signs out one session of an account; its next request is refused.</summary>
    public async Task EndAsync(long account, long id)
    {
        if (await db.ConsoleSessions.FirstOrDefaultAsync(it => it.Id == id && it.AccountId == account) is { EndedAt: null } session)
            session.EndedAt = Now;
    }

    /// <summary>Signs out all sessions of an account.</summary>
    /// <param name="but">The one to be kept.</param>
    public async Task EndAllAsync(long account, long but = 0)
    {
        foreach (var session in await db.ConsoleSessions.Where(it => it.AccountId == account && it.EndedAt == null).ToListAsync())
            session.EndedAt = session.Id == but ? null : Now;
    }
}
