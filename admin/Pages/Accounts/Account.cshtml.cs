using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;

namespace MutualAid.Admin.Pages;

/// <summary>One account: its roles, its sessions, its way in.</summary>
public sealed class AccountModel(Office office) : ConsolePage(office)
{
    public sealed record GrantRow(long Id, ConsoleRole Role, string? Place);

    public sealed record SessionRow(string? Browser, string? Address, DateTime StartedAt, DateTime LastSeenAt);

    public ConsoleAccount Account { get; private set; } = null!;

    public bool IsClosing { get; private set; }

    public IReadOnlyList<GrantRow> Grants { get; private set; } = [];

    /// <summary>The groups that this person organises in the chat: their admins are organisers here without a grant.</summary>
    public IReadOnlyList<string> Organises { get; private set; } = [];

    public IReadOnlyList<SessionRow> Sessions { get; private set; } = [];

    public IReadOnlyList<(long Id, string Title)> Groups { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, string? ask)
    {
        if (!await ReadAsync(id))
            return NotFound();
        IsClosing = ask == "close" && Account.ClosedAt is null;
        return Page();
    }

    public Task<IActionResult> OnPostGrantAsync(long id, ConsoleRole role, long? group) =>
        DoAsync(id, (desk, account) => desk.GrantAsync(account, role, group, Caller.Account), "made.granted");

    public Task<IActionResult> OnPostRevokeAsync(long id, long grant) =>
        DoAsync(id, (desk, account) => desk.RevokeAsync(account.Id, grant, Caller.Account), "made.revoked");

    public Task<IActionResult> OnPostCloseAsync(long id) =>
        DoAsync(id, (desk, account) => desk.CloseAsync(account, closed: true), "made.accountClosed");

    public Task<IActionResult> OnPostOpenAsync(long id) =>
        DoAsync(id, (desk, account) => desk.CloseAsync(account, closed: false), "made.accountOpen");

    public Task<IActionResult> OnPostSignOutAsync(long id) =>
        DoAsync(
            id,
            async (desk, account) =>
            {
                await desk.EndSessionsAsync(account);
                return AccountRefusal.None;
            },
            "made.ended"
        );

    public async Task<IActionResult> OnPostLinkAsync(long id)
    {
        var (name, secret) = await ActAsync(async sight =>
            await sight.Accounts.FirstOrDefaultAsync(it => it.Id == id && it.ClosedAt == null, Stop) is { } account
                ? (account.UserName, await sight.Desk<AccountDesk>().LinkAsync(account, AccountDesk.InvitationLasts))
                : (null, "")
        );
        return name is null ? NotFound() : Tell($"/accounts/{id}", "made.invited", name, Office.EnterLink(secret));
    }

    private async Task<IActionResult> DoAsync(long id, Func<AccountDesk, ConsoleAccount, Task<AccountRefusal>> act, string done)
    {
        var (name, refusal) = await ActAsync(async sight =>
        {
            if (await sight.Accounts.FirstOrDefaultAsync(it => it.Id == id, Stop) is not { } account)
                return (null, AccountRefusal.NoSuchAccount);
            var found = await act(sight.Desk<AccountDesk>(), account);
            await Office.Host.TellHolderAsync(sight.Rows, account);
            return (account.UserName, found);
        });
        if (name is null)
            return NotFound();
        if (refusal == AccountRefusal.None)
            return Tell($"/accounts/{id}", done, name);
        Wrong("role", "refusal." + refusal);
        await ReadAsync(id);
        return Again();
    }

    private Task<bool> ReadAsync(long id) =>
        LookAsync(async sight =>
        {
            if (await sight.Accounts.FirstOrDefaultAsync(it => it.Id == id, Stop) is not { } account)
                return false;
            Account = account;
            Groups = await sight.ChoicesAsync(Stop);
            Grants = await sight
                .Accounts.Where(it => it.Id == id)
                .SelectMany(it => it.Grants)
                .Where(it => it.RevokedAt == null)
                .OrderBy(it => it.Id)
                .Select(it => new GrantRow(it.Id, it.Role, it.Group == null ? null : it.Group.Title))
                .ToListAsync(Stop);
            Organises = await sight
                .Members.Where(it => it.PersonId == account.PersonId && it.Role == Core.Groups.Role.Organiser && it.LeftAt == null)
                .Select(it => it.Group.Title)
                .ToListAsync(Stop);
            Sessions = await sight
                .Sessions.Where(it => it.AccountId == id)
                .OrderByDescending(it => it.LastSeenAt)
                .Select(it => new SessionRow(it.Browser, it.Address, it.StartedAt, it.LastSeenAt))
                .ToListAsync(Stop);
            return true;
        });
}
