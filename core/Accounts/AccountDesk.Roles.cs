using Microsoft.EntityFrameworkCore;

namespace MutualAid.Core.Accounts;

public sealed partial class AccountDesk
{
    /// <summary>Gives a role for one group, or for all.</summary>
    /// <param name="by">The account that gives it.</param>
    public async Task<AccountRefusal> GrantAsync(ConsoleAccount account, ConsoleRole role, long? group, long by)
    {
        // An owner's is the whole house.
        var place = role == ConsoleRole.Owner ? null : group;
        if (place is { } id && !await db.Groups.AnyAsync(it => it.Id == id))
            return AccountRefusal.NoSuchGroup;
        if (await Standing(account.Id).AnyAsync(it => it.Role == role && it.GroupId == place))
            return AccountRefusal.HasRole;
        Grant(account, role, place, by);
        return AccountRefusal.None;
    }

    /// <summary>Takes a role back; the account's next request knows.</summary>
    public async Task<AccountRefusal> RevokeAsync(long account, long grant, long by)
    {
        if (await Standing(account).FirstOrDefaultAsync(it => it.Id == grant) is not { } held)
            return AccountRefusal.None;
        if (held.Role == ConsoleRole.Owner && await IsLastOwnerAsync(account))
            return AccountRefusal.LastOwner;
        (held.RevokedAt, held.RevokedById) = (Now, by);
        return AccountRefusal.None;
    }

    private IQueryable<Grant> Standing(long account) => db.Grants.Where(it => it.AccountId == account && it.RevokedAt == null);

    private IQueryable<Grant> Owners() =>
        db.Grants.Where(it => it.Role == ConsoleRole.Owner && it.RevokedAt == null && it.Account.ClosedAt == null);

    private async Task<bool> IsLastOwnerAsync(long account) =>
        await Owners().AnyAsync(it => it.AccountId == account) && !await Owners().AnyAsync(it => it.AccountId != account);

    private void Grant(ConsoleAccount account, ConsoleRole role, long? group, long? by) =>
        db.Grants.Add(
            new Grant
            {
                Account = account,
                Role = role,
                GroupId = group,
                GrantedAt = Now,
                GrantedById = by,
            }
        );
}
