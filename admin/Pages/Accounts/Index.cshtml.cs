using Microsoft.AspNetCore.Mvc;
using MutualAid.Core.Accounts;
using MutualAid.Core.People;

namespace MutualAid.Admin.Pages;

/// <summary>Who may come in, and the invitation of another.</summary>
public sealed class AccountsModel(Office office) : ConsolePage(office)
{
    public static readonly IReadOnlyList<ConsoleRole> Roles =
    [
        ConsoleRole.Organiser,
        ConsoleRole.Editor,
        ConsoleRole.CareWorker,
        ConsoleRole.Viewer,
        ConsoleRole.Owner,
    ];

    public sealed record AccountRow(
        long Id,
        string Name,
        DateTime? ClosedAt,
        bool HasCodes,
        DateTime? SeenAt,
        IReadOnlyList<(ConsoleRole Role, string? Place)> Roles
    );

    public Listed<AccountRow> Rows { get; private set; } = null!;

    public IReadOnlyList<(long Id, string Title)> Groups { get; private set; } = [];

    public string? Name { get; private set; }

    public ConsoleRole Role { get; private set; } = ConsoleRole.Organiser;

    public long? Group { get; private set; }

    public Task OnGetAsync(int? page) => ReadAsync(page);

    public async Task<IActionResult> OnPostAsync(string? name, ConsoleRole role, long? group)
    {
        (Name, Role, Group) = (name, role, group);
        var (refusal, id, secret) = await ActAsync(async sight =>
        {
            var desk = sight.Desk<AccountDesk>();
            var person = new Person { Name = name?.Trim() ?? "", FirstSeenAt = sight.Now };
            var (refused, account) = await desk.CreateAsync(name, person);
            if (account is null)
                return (refused, 0, "");
            await desk.GrantAsync(account, role, group, Caller.Account);
            return (refused, account.Id, await desk.LinkAsync(account, AccountDesk.InvitationLasts));
        });
        if (refusal == AccountRefusal.None)
            return Tell($"/accounts/{id}", "made.invited", name, Office.EnterLink(secret));
        Wrong("name", "refusal." + refusal);
        await ReadAsync(null);
        return Again();
    }

    private Task<bool> ReadAsync(int? page) =>
        LookAsync(async sight =>
        {
            Groups = await sight.ChoicesAsync(Stop);
            var sessions = sight.AllSessions;
            var rows = await sight
                .Accounts.OrderBy(it => it.ClosedAt != null)
                .ThenBy(it => it.Id)
                .Select(it => new
                {
                    it.Id,
                    it.UserName,
                    it.ClosedAt,
                    HasCodes = it.TotpSecret != null,
                    SeenAt = sessions.Where(session => session.AccountId == it.Id).Max(session => (DateTime?)session.LastSeenAt),
                    Grants = it
                        .Grants.Where(grant => grant.RevokedAt == null)
                        .Select(grant => new { grant.Role, Place = grant.Group == null ? null : grant.Group.Title })
                        .ToList(),
                })
                .PageAsync(page, Stop);
            Rows = new Listed<AccountRow>(
                [
                    .. rows.Rows.Select(it => new AccountRow(
                        it.Id,
                        it.UserName ?? "",
                        it.ClosedAt,
                        it.HasCodes,
                        it.SeenAt,
                        it.Grants.ConvertAll(grant => (grant.Role, grant.Place))
                    )),
                ],
                rows.Pager
            );
            return true;
        });
}
