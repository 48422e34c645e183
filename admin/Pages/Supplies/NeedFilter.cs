using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using MutualAid.Core.Supplies;

namespace MutualAid.Admin.Pages;

/// <summary>Which needs are listed, as the address says it.</summary>
public sealed record NeedFilter(string? State, string? Q, long? Group)
{
    public static readonly IReadOnlyList<string> States = ["open", "urgent", "unverified", "lacking", "closed"];

    public string Shown => State is not null && States.Contains(State) ? State : States[0];

    public string? Find => Typed.Words(Q);

    public bool IsSet => Shown != States[0] || Find is not null || Group is not null;

    /// <summary>To be carried on in links and hidden fields.</summary>
    public IReadOnlyDictionary<string, string?> Query =>
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["state"] = Shown,
            ["q"] = Find,
            ["group"] = Group?.ToString(CultureInfo.InvariantCulture),
        }
            .Where(it => it.Value is not null)
            .ToDictionary(StringComparer.Ordinal);

    public string To(string path) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>(Query, StringComparer.Ordinal));

    public IQueryable<Need> Of(Sight sight)
    {
        var needs = sight.Needs;
        if (Find is { } words)
            needs =
                Numbered(words) is { } number ? needs.Where(it => it.Number == number)
                : Shown == "closed" ? sight.NeedsAbout(words)
                : needs.AboutOrOf(words);
        if (Group is { } group)
            needs = needs.OfGroup(group);
        return Shown switch
        {
            "urgent" => needs
                .Open()
                .Where(need => need.Urgent && !need.Lines.Any(line => line.Claims.Any(claim => claim.Released < claim.Quantity)))
                .OldestFirst(),
            "unverified" => needs.Open().ToVerify().MostUrgentFirst(),
            "lacking" => needs.Open().Lacking().MostUrgentFirst(),
            "closed" => needs
                .Where(need => need.ClosedAt != null || need.CancelledAt != null || need.ExpiredAt != null)
                .OrderByDescending(need => need.Number),
            _ => needs.Open().MostUrgentFirst(),
        };
    }

    // #31 and 31 name one.
    private static int? Numbered(string words) => int.TryParse(words.TrimStart('#'), out var number) ? number : null;
}
