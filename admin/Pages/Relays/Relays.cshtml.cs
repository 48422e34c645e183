using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Supplies;

namespace MutualAid.Admin.Pages;

/// <summary>Open needs, and which communities nobody has told of them yet.</summary>
public sealed class RelaysModel(Office office) : ConsolePage(office)
{
    private const int MostNamed = 4;

    /// <param name="Told">The groups, as volunteers called them.</param>
    public sealed record Row(
        int Number,
        string Goods,
        bool Urgent,
        string? Community,
        IReadOnlyList<string> Told,
        IReadOnlyList<string> Untold
    );

    public Listed<Row> Rows { get; private set; } = null!;

    public Task OnGetAsync(int? page) =>
        LookAsync(async sight =>
        {
            var needs = await sight
                .Needs.Open()
                .MostUrgentFirst()
                .Include(it => it.Lines)
                .Include(it => it.Community)
                .PageAsync(page, Stop);
            var subjects = needs.Rows.Select(it => Copied.SubjectOf("needs", it.Number)).ToList();
            var relays = (
                await sight
                    .Relays.Where(it => subjects.Contains(it.Subject))
                    .Select(it => new
                    {
                        it.Subject,
                        it.Name,
                        it.CommunityId,
                    })
                    .ToListAsync(Stop)
            ).ToLookup(it => it.Subject, StringComparer.Ordinal);
            var all = await sight.Communities.OrderBy(it => it.Name).Take(500).Select(it => new { it.Id, it.Name }).ToListAsync(Stop);
            Rows = new(
                [
                    .. needs.Rows.Select(it =>
                    {
                        var told = relays[Copied.SubjectOf("needs", it.Number)].ToList();
                        var untold = all.Where(place => !told.Exists(each => each.CommunityId == place.Id)).Select(place => place.Name);
                        var goods = NeedWords.Goods(it, Words);
                        return new Row(it.Number, goods, it.Urgent, it.Community?.Name, told.ConvertAll(each => each.Name), [.. untold]);
                    }),
                ],
                needs.Pager
            );
            return true;
        });

    public string Listed(IReadOnlyList<string> names) =>
        string.Join(Words.Plain("and"), names.Take(MostNamed)) + (names.Count > MostNamed ? "……" : "");
}
