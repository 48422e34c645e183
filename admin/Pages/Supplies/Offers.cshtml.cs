using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Supplies;

namespace MutualAid.Admin.Pages;

/// <summary>What people can give or lend.</summary>
public sealed class OffersModel(Office office) : ConsolePage(office)
{
    public static readonly IReadOnlyList<string> States = ["open", "withdrawn"];

    public string State { get; private set; } = States[0];

    public string? Find { get; private set; }

    public long? Group { get; private set; }

    /// <summary>What kind of thing.</summary>
    public ResourceKind? Kind { get; private set; }

    /// <summary>Given by whom.</summary>
    public GiverKind? Giver { get; private set; }

    public IReadOnlyList<(long Id, string Title)> Groups { get; private set; } = [];

    public bool MayAct => !Caller.For([ConsoleRole.Organiser]).IsEmpty;

    public Listed<Offer> Rows { get; private set; } = null!;

    public bool IsFiltered => State != States[0] || Find is not null || Group is not null || Kind is not null || Giver is not null;

    public Task OnGetAsync(string? state, string? q, long? group, ResourceKind? kind, GiverKind? givenBy, int? page) =>
        LookAsync(async sight =>
        {
            State = state is not null && States.Contains(state) ? state : States[0];
            Find = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
            (Group, Kind, Giver) = (group, kind, givenBy);
            Groups = await sight.ChoicesAsync(Stop);
            Rows = await Chosen(sight.Offers).OrderByDescending(it => it.Number).WithAll().AsSplitQuery().PageAsync(page, Stop);
            return true;
        });

    private IQueryable<Offer> Chosen(IQueryable<Offer> offers)
    {
        offers = State == "open" ? offers.Open() : offers.Where(it => it.WithdrawnAt != null);
        if (Group is { } group)
            offers = offers.OfGroup(group);
        if (Kind is { } kind)
            offers = offers.Where(it => it.Kind == kind);
        if (Giver is { } giver)
            offers = offers.Where(it => it.GivenBy == giver);
        return Find is { } words ? offers.About(words) : offers;
    }
}
