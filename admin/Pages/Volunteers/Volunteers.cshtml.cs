using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using MutualAid.Core.Volunteers;

namespace MutualAid.Admin.Pages;

/// <summary>The roster: what people can, where and when they help.</summary>
public sealed class VolunteersModel(Office office) : ConsolePage(office)
{
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
            Rows = await Filter.Of(sight).PageAsync(page, Stop);
            return true;
        });
}
