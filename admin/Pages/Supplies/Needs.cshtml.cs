using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Supplies;

namespace MutualAid.Admin.Pages;

/// <summary>What people ask for, the urgent first.</summary>
public sealed class NeedsModel(Office office) : ConsolePage(office)
{
    public static readonly IReadOnlyList<string> States = ["open", "urgent", "unverified", "unclaimed", "closed"];

    public string State { get; private set; } = States[0];

    public string? Find { get; private set; }

    public long? Group { get; private set; }

    public IReadOnlyList<(long Id, string Title)> Groups { get; private set; } = [];

    public Listed<Need> Rows { get; private set; } = null!;

    public bool IsFiltered => State != States[0] || Find is not null || Group is not null;

    public Task OnGetAsync(string? state, string? q, long? group, int? page) =>
        LookAsync(async sight =>
        {
            State = state is not null && States.Contains(state) ? state : States[0];
            Find = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
            Group = group;
            Groups = await sight.ChoicesAsync(Stop);
            Rows = await Chosen(sight, sight.Needs)
                .Select(it => it.Id)
                .PageAsync(page, found => sight.Needs.Where(it => found.Contains(it.Id)).WithAll(), it => it.Id, Stop);
            return true;
        });

    /// <summary>The same filters with another state.</summary>
    public string With(string state) =>
        QueryHelpers.AddQueryString(
            "/needs",
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["state"] = state,
                ["q"] = Find,
                ["group"] = Group?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            }
                .Where(it => it.Value is not null)
                .ToDictionary(StringComparer.Ordinal)
        );

    private IQueryable<Need> Chosen(Sight sight, IQueryable<Need> needs)
    {
        if (Find is { } words)
            needs =
                Numbered(words) is { } number ? needs.Where(it => it.Number == number)
                : State == "closed" ? sight.NeedsAbout(words)
                : needs.AboutOrOf(words);
        if (Group is { } group)
            needs = needs.OfGroup(group);
        return State switch
        {
            "urgent" => needs
                .Open()
                .Where(need => need.Urgent && !need.Lines.Any(line => line.Claims.Any(claim => claim.Released < claim.Quantity)))
                .OldestFirst(),
            "unverified" => needs.Open().ToVerify().MostUrgentFirst(),
            "unclaimed" => needs.Open().Untouched().MostUrgentFirst(),
            "closed" => needs
                .Where(need => need.ClosedAt != null || need.CancelledAt != null || need.ExpiredAt != null)
                .OrderByDescending(need => need.Number),
            _ => needs.Open().MostUrgentFirst(),
        };
    }

    // #31 and 31 name one.
    private static int? Numbered(string words) => int.TryParse(words.TrimStart('#'), out var number) ? number : null;
}
