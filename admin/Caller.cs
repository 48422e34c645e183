using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;

namespace MutualAid.Admin;

/// <summary>A role that is held, and where; null: everywhere.</summary>
public sealed record Held(ConsoleRole Role, long? Group);

/// <summary>The groups that somebody may see in what they are doing now.</summary>
/// <param name="All">Every group, and what belongs to none.</param>
public sealed record Reach(bool All, IReadOnlyList<long> Groups)
{
    public static readonly Reach Nothing = new(false, []);

    public bool IsEmpty => !All && Groups.Count == 0;
}

/// <summary>Who asks, read anew with each request: a role that was taken back is gone on the next one.</summary>
public sealed record Caller(long Session, long Account, string Name, long Person, IReadOnlyList<Held> Held)
{
    public required bool HasPassword { get; init; }
    public required bool HasCodes { get; init; }

    /// <summary>Something was done to the account that its holder has not heard of.</summary>
    public bool HasNews { get; init; }
    internal DateTime LastSeenAt { get; init; }

    /// <summary>Of the route that was asked for.</summary>
    public Reach Reach { get; init; } = Reach.Nothing;

    public bool IsOwner => Held.Any(it => it.Role == ConsoleRole.Owner);

    public static Caller? Of(HttpContext context) => context.Items[typeof(Caller)] as Caller;

    /// <summary>Where any of these roles is held; an owner has them all.</summary>
    public Reach For(IReadOnlyCollection<ConsoleRole> roles)
    {
        var held = Held.Where(it => it.Role == ConsoleRole.Owner || roles.Contains(it.Role)).ToList();
        return held.Exists(it => it.Group is null)
            ? new Reach(true, [])
            : new Reach(false, [.. held.Select(it => it.Group!.Value).Distinct()]);
    }

    /// <summary>Whose session this is, in one query; null: nobody's. Organisers of a chat group are organisers here.</summary>
    public static async Task<Caller?> FindAsync(Db db, string secret, TimeProvider clock, CancellationToken stop)
    {
        var found = await new SessionDesk(db, clock)
            .OfSecret(secret)
            .Select(it => new
            {
                it.Id,
                it.LastSeenAt,
                it.AccountId,
                it.Account.UserName,
                it.Account.PersonId,
                HasPassword = it.Account.PasswordHash != null,
                HasCodes = it.Account.TotpSecret != null,
                HasNews = db.AccountNews.Any(news => news.AccountId == it.AccountId && news.ToldAt == null && news.SessionId != it.Id),
                Grants = it
                    .Account.Grants.Where(grant => grant.RevokedAt == null)
                    .Select(grant => new { grant.Role, grant.GroupId })
                    .ToList(),
                Organises = db
                    .Members.Where(member =>
                        member.PersonId == it.Account.PersonId && member.Role == Role.Organiser && member.LeftAt == null
                    )
                    .Select(member => member.GroupId)
                    .ToList(),
            })
            .FirstOrDefaultAsync(stop);
        return found is null
            ? null
            : new Caller(
                found.Id,
                found.AccountId,
                found.UserName ?? "",
                found.PersonId,
                [
                    .. found.Grants.Select(it => new Held(it.Role, it.GroupId)),
                    .. found.Organises.Select(it => new Held(ConsoleRole.Organiser, it)),
                ]
            )
            {
                HasPassword = found.HasPassword,
                HasCodes = found.HasCodes,
                HasNews = found.HasNews,
                LastSeenAt = found.LastSeenAt,
            };
    }
}
