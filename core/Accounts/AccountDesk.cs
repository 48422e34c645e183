using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MutualAid.Core.Data;
using MutualAid.Core.People;

namespace MutualAid.Core.Accounts;

/// <summary>Accounts of the console and their passwords; inside <see cref="Writer.DoAsync"/>, so that Identity's saves take the one gate too.</summary>
public sealed partial class AccountDesk(Db db, TimeProvider clock)
{
    public const int LongestName = 40;

    /// <summary>How long an invitation waits.</summary>
    public static readonly TimeSpan InvitationLasts = TimeSpan.FromDays(3);

    /// <summary>How long a link from the private chat opens the console.</summary>
    public static readonly TimeSpan LinkLasts = TimeSpan.FromMinutes(10);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The account of this name, also a closed one.</summary>
    public Task<ConsoleAccount?> NamedAsync(string? name)
    {
        var key = Folded.Key(name);
        return db.ConsoleAccounts.Include(it => it.Person).FirstOrDefaultAsync(it => it.NormalizedUserName == key);
    }

    public async Task<bool> HasOwnerAsync() => await Owners().AnyAsync();

    /// <summary>The first owner; nobody becomes one beside another in this way.</summary>
    /// <param name="passwordHash">Of a password that was checked: hashing takes too long to be done inside the writer.</param>
    public async Task<(AccountRefusal Refusal, ConsoleAccount? Account)> CreateOwnerAsync(
        string? name,
        string passwordHash,
        bool first = true
    )
    {
        await InTurn.WaitAsync(db, "accounts:owner");
        if (first && await HasOwnerAsync())
            return (AccountRefusal.HasOwner, null);
        var made = await CreateAsync(name, new Person { Name = name?.Trim() ?? "", FirstSeenAt = Now });
        if (made.Account is { } account)
        {
            account.PasswordHash = passwordHash;
            Grant(account, ConsoleRole.Owner, null, null);
        }

        return made;
    }

    /// <summary>A new account without a password: its holder comes by a link.</summary>
    public async Task<(AccountRefusal Refusal, ConsoleAccount? Account)> CreateAsync(string? name, Person person)
    {
        if (Check(name) is var refusal and not AccountRefusal.None)
            return (refusal, null);
        var account = new ConsoleAccount
        {
            UserName = name!.Trim(),
            Person = person,
            CreatedAt = Now,
        };
        var made = await Users().CreateAsync(account);
        return made.Succeeded ? (AccountRefusal.None, account) : (AccountRefusal.NameTaken, null);
    }

    /// <summary>Sets a password and signs out every session but one.</summary>
    public async Task SetPasswordAsync(ConsoleAccount account, string passwordHash, long keep = 0)
    {
        account.PasswordHash = passwordHash;
        await Users().UpdateSecurityStampAsync(account);
        await new SessionDesk(db, clock).EndAllAsync(account.Id, keep);
        Note(account, AccountEvent.Password, keep);
    }

    /// <summary>Signs it out everywhere.</summary>
    /// <param name="keep">The session that stays; 0: none.</param>
    public Task EndSessionsAsync(ConsoleAccount account, long keep = 0)
    {
        Note(account, AccountEvent.SignedOut, keep);
        return new SessionDesk(db, clock).EndAllAsync(account.Id, keep);
    }

    /// <summary>Closes it for good, or opens it again; closed, its sessions end and its links open nothing.</summary>
    public async Task<AccountRefusal> CloseAsync(ConsoleAccount account, bool closed)
    {
        if (closed && await IsLastOwnerAsync(account.Id))
            return AccountRefusal.LastOwner;
        account.ClosedAt = closed ? account.ClosedAt ?? Now : null;
        await new SessionDesk(db, clock).EndAllAsync(account.Id);
        return AccountRefusal.None;
    }

    /// <summary>A link's secret that signs this account in once; earlier ones open nothing any more.</summary>
    public async Task<string> LinkAsync(ConsoleAccount account, TimeSpan lasts)
    {
        foreach (var old in await db.SignInKeys.Where(it => it.AccountId == account.Id && it.SpentAt == null).ToListAsync())
            old.SpentAt = Now;
        var secret = Secrets.NewCode();
        db.SignInKeys.Add(
            new SignInKey
            {
                Hash = Secrets.Hash(secret),
                Account = account,
                CreatedAt = Now,
                ExpiresAt = Now + lasts,
            }
        );
        return secret;
    }

    /// <summary>The link of this secret while it opens something.</summary>
    public Task<SignInKey?> LinkOfAsync(string? secret)
    {
        var (hash, now) = (Secrets.Hash(secret ?? ""), Now);
        return db
            .SignInKeys.Include(it => it.Account.Person)
            .FirstOrDefaultAsync(it => it.Hash == hash && it.SpentAt == null && it.ExpiresAt > now && it.Account.ClosedAt == null);
    }

    public void Spend(SignInKey key) => key.SpentAt = Now;

    public static AccountRefusal Check(string? name) =>
        Folded.Key(name).Length == 0 ? AccountRefusal.NoName
        : name!.Trim().Length > LongestName ? AccountRefusal.NameTooLong
        : AccountRefusal.None;

    // Chinese names are names: Identity's own list of letters is ASCII.
    private UserManager<ConsoleAccount> Users() =>
        new(
            new UserOnlyStore<ConsoleAccount, Db, long>(db),
            Options.Create(new IdentityOptions { User = { AllowedUserNameCharacters = "" } }),
            new PasswordHasher<ConsoleAccount>(),
            [new UserValidator<ConsoleAccount>()],
            [],
            new FoldedNames(),
            new IdentityErrorDescriber(),
            null!,
            NullLogger<UserManager<ConsoleAccount>>.Instance
        );

    /// <summary>Names are compared as everywhere in the house.</summary>
    private sealed class FoldedNames : ILookupNormalizer
    {
        public string? NormalizeName(string? name) => Folded.Key(name);

        public string? NormalizeEmail(string? email) => email;
    }
}
