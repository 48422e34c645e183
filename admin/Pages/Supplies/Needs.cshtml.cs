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

    /// <summary>The same filters with another state.</summary>
    public string With(string state) => (Filter with { State = state }).To("/needs");
}
