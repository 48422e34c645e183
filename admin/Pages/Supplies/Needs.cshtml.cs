using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Supplies;

namespace MutualAid.Admin.Pages;

/// <summary>What people ask for, the urgent first.</summary>
public sealed class NeedsModel(Office office) : ConsolePage(office)
{
    public NeedFilter Filter { get; private set; } = new(null, null, null);

    public IReadOnlyList<(long Id, string Title)> Groups { get; private set; } = [];

    public Listed<Need> Rows { get; private set; } = null!;

    /// <summary>Several can be changed at once: those that are open, by who organises their group.</summary>
    public bool MayPick => Filter.Shown != "closed" && !Caller.For([ConsoleRole.Organiser]).IsEmpty;

    public Task OnGetAsync(NeedFilter filter, int? page) =>
        LookAsync(async sight =>
        {
            Filter = filter;
            Groups = await sight.ChoicesAsync(Stop);
            Rows = await filter
                .Of(sight)
                .Select(it => it.Id)
                .PageAsync(page, found => sight.Needs.Where(it => found.Contains(it.Id)).WithAll(), it => it.Id, Stop);
            return true;
        });

    public bool MayPickOf(Need need) =>
        Caller.For([ConsoleRole.Organiser]) is var reach && (reach.All || reach.Groups.Contains(need.GroupId));

    /// <summary>One of those listed waits for somebody to look into it, or to bring something.</summary>
    public bool MayDo => Rows.Rows.Any(need => MayVerifyOf(need) || MayClaimOf(need));

    public bool MayVerifyOf(Need need) => MayPickOf(need) && !need.IsClosed() && need.IsToVerify();

    public bool MayClaimOf(Need need) => MayPickOf(need) && NeedWords.Left(need, Words) is not null;

    public bool IsSifted => Filter.Find is not null || Filter.Group is not null;

    /// <summary>The same list, by which one of it is verified.</summary>
    public string Verify => Filter.To("/needs") + "&handler=verify";

    /// <summary>One tap, and the list stays where it is.</summary>
    public async Task<IActionResult> OnPostVerifyAsync(NeedFilter filter, int id)
    {
        var (result, step) = await ActAsync(async sight =>
        {
            if (await sight.Needs.Include(it => it.Group).FirstOrDefaultAsync(it => it.Number == id, Stop) is not { } need)
                return ((ActResult?)null, 0L);
            var done = await sight.Desk<SupplyDesk>().VerifyAsync(id, await sight.ActorAsync(need.Group));
            return (done, done.Done ? await Office.Host.ShowAsync(sight.Rows, done.Need!, null, Caller.Person) : 0);
        });
        return result is null ? NotFound()
            : result.Done
                ? TellUndoable(
                    filter.To("/needs"),
                    "needs.verified",
                    $"#{id} {NeedWords.Goods(result.Need!, Words)}",
                    $"/needs/{id}?handler=undo",
                    step
                )
            : Warn(filter.To("/needs"), "need.refused." + result.Refusal);
    }

    /// <summary>The same filters with another state.</summary>
    public string With(string state) => (Filter with { State = state }).To("/needs");
}
