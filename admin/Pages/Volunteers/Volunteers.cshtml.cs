using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Volunteers;

namespace MutualAid.Admin.Pages;

/// <summary>The roster: what people can, where and when they help.</summary>
public sealed class VolunteersModel(Office office) : ConsolePage(office)
{
    private const int MostSorted = 2000;
    private const int PageSize = 20;
    private static readonly TimeSpan NewFor = TimeSpan.FromDays(1);

    /// <summary>Who joined later is new.</summary>
    public DateTime Since { get; private set; }

    public RosterFilter Filter { get; private set; } = new(null, null);

    public IReadOnlyList<(long Id, string Title)> Groups { get; private set; } = [];

    public Listed<Volunteer> Rows { get; private set; } = null!;

    public bool IsFiltered => Filter.Words is not null || Filter.Group is not null;

    /// <summary>The same people as a sheet.</summary>
    public string Sheet =>
        QueryHelpers.AddQueryString(
            "/volunteers/roster.csv",
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["q"] = Filter.Words,
                ["group"] = Filter.Group?.ToString(CultureInfo.InvariantCulture),
            }
                .Where(it => it.Value is not null)
                .ToDictionary(StringComparer.Ordinal)
        );

    public Task OnGetAsync(string? q, long? group, int? page) =>
        LookAsync(async sight =>
        {
            Filter = new RosterFilter(Typed.Words(q), group);
            Groups = await sight.ChoicesAsync(Stop);
            Since = sight.Now - NewFor;
            Rows = await RowsAsync(sight, page);
            return true;
        });

    public bool IsNew(Volunteer it) => it.JoinedAt >= Since;

    // Sorting by sound is beyond the database; of very many the order by signs does.
    private async Task<Listed<Volunteer>> RowsAsync(Sight sight, int? page)
    {
        var all = await Filter
            .Found(sight)
            .OrderBy(it => it.Id)
            .Take(MostSorted + 1)
            .Select(it => new
            {
                it.Id,
                it.Person.Name,
                it.JoinedAt,
            })
            .ToListAsync(Stop);
        if (all.Count > MostSorted)
            return await Filter.Of(sight).PageAsync(page, Stop);
        var pager = new Pager(1, all.Count, PageSize);
        pager = pager with { Page = Math.Clamp(page ?? 1, 1, pager.Pages) };
        var ids = all.OrderByDescending(it => it.JoinedAt >= Since)
            .ThenBy(it => it.Name, ByName.Order)
            .ThenBy(it => it.Id)
            .Skip((pager.Page - 1) * PageSize)
            .Take(PageSize)
            .Select(it => it.Id)
            .ToList();
        var rows = await Filter.Of(sight).Where(it => ids.Contains(it.Id)).ToDictionaryAsync(it => it.Id, Stop);
        return new Listed<Volunteer>([.. ids.Select(id => rows[id])], pager);
    }
}
