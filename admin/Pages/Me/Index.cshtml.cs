using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;

namespace MutualAid.Admin.Pages;

/// <summary>One's own account: password, second step, and where one is signed in.</summary>
public sealed class MeModel(Office office, Doorman doorman) : ConsolePage(office)
{
    public sealed record SessionRow(long Id, string? Browser, string? Address, DateTime StartedAt, DateTime LastSeenAt);

    public IReadOnlyList<SessionRow> Sessions { get; private set; } = [];

    public IReadOnlyList<(ConsoleRole Role, string? Place)> Roles { get; private set; } = [];

    public int CodesLeft { get; private set; }

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostPasswordAsync(string? old, string? password)
    {
        if (Caller.HasPassword && !await doorman.IsOwnAsync(HttpContext, old))
            Wrong("old", "me.password.wrong");
        if (Passwords.Check(password, Caller.Name) is var refusal and not AccountRefusal.None)
            Wrong("password", "refusal." + refusal, Passwords.Shortest);
        if (Faults.Count > 0)
        {
            await ReadAsync();
            return Again();
        }

        var hash = await doorman.HashAsync(password!);
        await ActAsync(async sight =>
        {
            var account = await sight.Accounts.SingleAsync(it => it.Id == Caller.Account);
            await sight.Desk<AccountDesk>().SetPasswordAsync(account, hash, Caller.Session);
            await Office.Host.TellHolderAsync(sight.Rows, account);
            return true;
        });
        return Tell("/me", "made.password");
    }

    public async Task<IActionResult> OnPostEndAsync(long id)
    {
        await ActAsync(async sight =>
        {
            await sight.Desk<SessionDesk>().EndAsync(Caller.Account, id);
            return true;
        });
        return Tell("/me", "made.ended");
    }

    public async Task<IActionResult> OnPostEndAllAsync()
    {
        await ActAsync(async sight =>
        {
            var account = await sight.Accounts.SingleAsync(it => it.Id == Caller.Account);
            await sight.Desk<AccountDesk>().EndSessionsAsync(account, Caller.Session);
            await Office.Host.TellHolderAsync(sight.Rows, account);
            return true;
        });
        return Tell("/me", "made.ended");
    }

    public async Task<IActionResult> OnPostLeaveAsync()
    {
        await doorman.LeaveAsync(HttpContext, Caller);
        return Redirect("/sign-in");
    }

    private Task<bool> ReadAsync() =>
        LookAsync(async sight =>
        {
            Sessions = await sight
                .Sessions.Where(it => it.AccountId == Caller.Account)
                .OrderByDescending(it => it.LastSeenAt)
                .Select(it => new SessionRow(it.Id, it.Browser, it.Address, it.StartedAt, it.LastSeenAt))
                .ToListAsync(Stop);
            var titles = await sight.Groups.Select(it => new { it.Id, it.Title }).ToDictionaryAsync(it => it.Id, it => it.Title, Stop);
            Roles = [.. Caller.Held.Select(it => (it.Role, it.Group is { } id ? titles.GetValueOrDefault(id) : null)).Distinct()];
            CodesLeft = await sight.RecoveryCodes.CountAsync(it => it.UsedAt == null, Stop);
            return true;
        });
}
