using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Admin.Exports;
using MutualAid.Core.Audit;

namespace MutualAid.Admin.Pages;

/// <summary>Who did what here, newest first. Nothing on this page changes it.</summary>
public sealed class AuditModel(Office office) : ConsolePage(office)
{
    public sealed record AuditRow(DateTime At, string By, string Act, string? Subject, string? Group, string Changes)
    {
        public Touched? About { get; init; }

        /// <summary>The person that it was about, beside it.</summary>
        public Touched? Whom { get; init; }
    }

    public sealed record Filter(string? By, string? Act, DateOnly? From, DateOnly? To, long? Group);

    /// <summary>Every act that may stand here, by its words. Who comes in is no act of a page, and a preview changes nothing.</summary>
    public IEnumerable<string> Acts =>
        Access
            .Lines.Where(it => it.StartsWith("POST ", StringComparison.Ordinal))
            .Select(it => it["POST ".Length..].Trim())
            .Concat(TakenAway)
            .Where(it => !NotToldOf.Contains(it, StringComparer.Ordinal) && !it.EndsWith(" preview", StringComparison.Ordinal))
            .OrderBy(Said, StringComparer.Ordinal);

    // Looks that are written down too.
    private static readonly string[] TakenAway =
    [
        "volunteers/roster.csv",
        "volunteers/hours.xlsx",
        "classes/{number:int}/sign-ups.csv",
        "imports/{id:long}/bad.xlsx",
    ];

    private static readonly string[] NotToldOf =
    [
        "setup",
        "enter",
        "sign-in",
        "sign-in look",
        "sign-in/code",
        "prove",
        "first/telegram later",
        "first/place later",
        "posts/new drop",
        "posts/{number:int}/edit drop",
    ];

    public Filter Chosen { get; private set; } = new(null, null, null, null, null);

    public IReadOnlyList<(long Id, string Title)> Groups { get; private set; } = [];

    public Listed<AuditRow> Rows { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    /// <summary>Null: it was not asked.</summary>
    public AuditCheck? Check { get; private set; }

    /// <summary>The trail is one for all groups.</summary>
    public bool MayCheck => Caller.Reach.All;

    public bool IsFiltered => IsSifted || Chosen.From is not null;

    /// <summary>By more than the days of the chips.</summary>
    public bool IsSifted =>
        Chosen is not { By: null, Act: null or "", Group: null } || (Chosen.From is not null && !IsSince(0) && !IsSince(6));

    public bool IsSince(int days) => Chosen.From == Today.AddDays(-days) && (Chosen.To is null || Chosen.To == Today);

    public string Since(int days) => "/audit?from=" + GoodsWords.Machine(Today.AddDays(-days));

    public Task OnGetAsync(Filter filter, int? page, string? ask) =>
        LookAsync(async sight =>
        {
            if (ask == "whole" && MayCheck)
                Check = await sight.CheckTrailAsync(Stop);
            Today = Words.Today(sight.Now);
            // As it opens: today.
            Chosen = Request.Query.Count == 0 ? filter with { From = Today } : filter;
            Groups = await sight.ChoicesAsync(Stop);
            var rows = await Matching(sight).PageAsync(page, Stop);
            Rows = rows with { Rows = await NamedAsync(sight, rows.Rows) };
            return true;
        });

    public async Task<IActionResult> OnPostAsync(Filter filter)
    {
        Chosen = filter;
        var rows = await LookAsync(async sight => await NamedAsync(sight, await Matching(sight).Take(Tables.MostRows).ToListAsync(Stop)));
        await NoteAsync(null);
        var sheet = new Sheet(
            Words.Plain("nav.audit"),
            [.. new[] { "at", "by", "act", "subject", "group", "changes" }.Select(it => Words.Plain("exports.head." + it))],
            [
                .. rows.Select(it =>
                    (IReadOnlyList<object?>)
                        [
                            Words.Sortable(it.At),
                            it.By,
                            Said(it.Act),
                            Subject(it),
                            it.Group,
                            string.Join('\n', ChangeWords.Of(it.Changes, Words)),
                        ]
                ),
            ]
        );
        return File(Csv.Write(sheet), "text/csv", "audit.csv");
    }

    /// <summary>The act in words; one that has none yet shows its route.</summary>
    public string Said(string act) => Words.ActOf(act);

    private async Task<IReadOnlyList<AuditRow>> NamedAsync(Sight sight, IReadOnlyList<AuditRow> rows)
    {
        var about = await Touched.FindAsync(sight, rows.Select(it => (it.Act, it.Subject)), Words, Stop);
        Touched? Find((string, long)? key) => key is { } one ? about.GetValueOrDefault(one) : null;
        return
        [
            .. rows.Select(it =>
                it with
                {
                    About = Find(Touched.KeyOf(it.Act, it.Subject)) ?? Worded(it),
                    Whom = Find(Touched.WhomOf(it.Subject)),
                }
            ),
        ];
    }

    // A table goes by its name, a month by itself.
    private Touched? Worded(AuditRow row) =>
        row.Subject is { } subject && subject.IndexOf(Deed.Whom, StringComparison.Ordinal) < 0
            ? subject.Split(' ') is [var kind, var number] && Copied.Kinds.Contains(kind)
                ? new Touched($"{Words.Plain("nav." + kind)} #{number}", $"/{kind}/{number}")
                : new Touched(Words.Find("exports.what." + subject) ?? subject, null)
            : null;

    private static string Subject(AuditRow row) => $"{row.About?.Text} {row.Whom?.Text}".Trim();

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
