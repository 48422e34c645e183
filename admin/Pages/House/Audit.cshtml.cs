using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Admin.Exports;

namespace MutualAid.Admin.Pages;

/// <summary>Who did what here, newest first. Nothing on this page changes it.</summary>
public sealed class AuditModel(Office office) : ConsolePage(office)
{
    public sealed record AuditRow(DateTime At, string By, string Act, string? Subject, string? Group, string Changes);

    public sealed record Filter(string? By, string? Act, DateOnly? From, DateOnly? To, long? Group);

    /// <summary>Every act that the table of access knows.</summary>
    public static readonly IReadOnlyList<string> Acts =
    [
        .. Access
            .Lines.Where(it => it.StartsWith("POST ", StringComparison.Ordinal))
            .Select(it => it["POST ".Length..].Trim())
            .Order(StringComparer.Ordinal),
    ];

    public Filter Chosen { get; private set; } = new(null, null, null, null, null);

    public IReadOnlyList<(long Id, string Title)> Groups { get; private set; } = [];

    public Listed<AuditRow> Rows { get; private set; } = null!;

    public Task OnGetAsync(Filter filter, int? page) =>
        LookAsync(async sight =>
        {
            Chosen = filter;
            Groups = await sight.ChoicesAsync(Stop);
            Rows = await Matching(sight).PageAsync(page, Stop);
            return true;
        });

    public async Task<IActionResult> OnPostAsync(Filter filter)
    {
        Chosen = filter;
        var rows = await LookAsync(sight => Matching(sight).Take(Tables.MostRows).ToListAsync(Stop));
        await ActAsync(sight =>
        {
            sight.Note(null);
            return Task.FromResult(true);
        });
        var sheet = new Sheet(
            Words.Plain("nav.audit"),
            [.. new[] { "at", "by", "act", "subject", "group", "changes" }.Select(it => Words.Plain("exports.head." + it))],
            rows.ConvertAll<IReadOnlyList<object?>>(it => [Words.Sortable(it.At), it.By, Said(it.Act), it.Subject, it.Group, it.Changes])
        );
        return File(Csv.Write(sheet), "text/csv", "audit.csv");
    }

    /// <summary>The act in words; one that has none yet shows its route.</summary>
    public string Said(string act) => Words.ActOf(act);

    private IQueryable<AuditRow> Matching(Sight sight)
    {
        var entries = sight.Audit;
        if (!string.IsNullOrWhiteSpace(Chosen.By))
            entries = entries.Where(it => it.By.Name.Contains(Chosen.By.Trim()));
        if (Chosen.Act is { Length: > 0 } act)
            entries = entries.Where(it => it.Act == act);
        if (Chosen.From is { } from && Words.StartOf(from) is var since)
            entries = entries.Where(it => it.At >= since);
        if (Chosen.To is { } to && Words.StartOf(to.AddDays(1)) is var before)
            entries = entries.Where(it => it.At < before);
        if (Chosen.Group is { } group)
            entries = entries.Where(it => it.GroupId == group);
        return entries
            .OrderByDescending(it => it.Id)
            .Select(it => new AuditRow(it.At, it.By.Name, it.Act, it.Subject, it.Group == null ? null : it.Group.Title, it.Changes));
    }
}
