using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.People;
using MutualAid.Core.Supplies;

namespace MutualAid.Admin.Pages;

/// <summary>One need with its history, and what an organiser does about it.</summary>
public sealed partial class NeedModel(Office office) : ConsolePage(office)
{
    private const int MostLike = 5;

    /// <param name="NotedBy">Who wrote it down for them.</param>
    public sealed record Past(DateTime At, string Did, string? Who, string? What, string? NotedBy = null);

    /// <param name="HasContact">They left a number; itself it is read only by the button that is written down.</param>
    /// <param name="NotedBy">Who wrote it down for them; null: they claimed it themselves.</param>
    public sealed record Claimer(Person Person, string Promised, bool CanRelease, bool HasContact, string? NotedBy);

    private IReadOnlySet<long> haveContact = new HashSet<long>();
    private IReadOnlyDictionary<string, Noting> noted = new Dictionary<string, Noting>(StringComparer.Ordinal);

    public Need Need { get; private set; } = null!;

    public bool IsCancelling { get; private set; }

    public IReadOnlyList<Past> History { get; private set; } = [];

    public IReadOnlyList<Claimer> Claimers { get; private set; } = [];

    /// <summary>Who may be asked to bring it: the people of its group.</summary>
    public IReadOnlyList<(long Id, string Name)> People { get; private set; } = [];

    /// <summary>Who asked gave a number; itself it is read only by the button that is written down.</summary>
    public bool AskerHasContact => haveContact.Contains(Need.AskedById);

    /// <summary>Open needs that ask for the same: one may be a repeat of the other.</summary>
    public IReadOnlyList<Need> Like { get; private set; } = [];

    public long? Person { get; private set; }

    public string? Quantity { get; private set; }

    public string? Line { get; private set; }

    /// <summary>Who brings it, as written.</summary>
    public string? Name { get; private set; }

    public string? Phone { get; private set; }

    public bool MayAct => Caller.For([ConsoleRole.Organiser]) is var reach && (reach.All || reach.Groups.Contains(Need.GroupId));

    public async Task<IActionResult> OnGetAsync(int number, string? ask)
    {
        if (!await ReadAsync(number))
            return NotFound();
        IsCancelling = ask == "cancel" && MayAct && !Need.IsClosed();
        return Page();
    }

    private Task<bool> ReadAsync(int number) =>
        LookAsync(async sight =>
        {
            if (await sight.Needs.WithAll().SingleOrDefaultAsync(it => it.Number == number, Stop) is not { } need)
                return false;
            Need = need;
            var names = await sight.NamesAsync(Acting(need), Stop);
            noted = need.IsTouched() ? await sight.NotedForOthersAsync(need, Stop) : noted;
            History = [.. HistoryOf(need, id => names.GetValueOrDefault(id ?? 0)).OrderByDescending(it => it.At)];
            if (MayAct && !need.IsClosed())
                (People, haveContact) = await sight.PeopleOfAsync(
                    need.GroupId,
                    [need.AskedById, .. ClaimsOf(need).Select(it => it.ById)],
                    Stop
                );
            Claimers = ClaimersOf(need);
            if (MayAct && !need.IsClosed() && !need.IsTouched())
                Like = await sight.Needs.Like(need).Include(it => it.Lines).Include(it => it.Community).Take(MostLike).ToListAsync(Stop);
            return true;
        });

    private static IEnumerable<Claim> ClaimsOf(Need need) => need.Lines.SelectMany(line => line.Claims).Where(claim => claim.Net() > 0);

    private List<Claimer> ClaimersOf(Need need) =>
        ClaimsOf(need)
            .GroupBy(claim => claim.ById)
            .Select(claims =>
                (
                    claims.First().By,
                    NotedBy: claims.Select(claim => NotedBy("Claim", claim.Id, claim.ById)).FirstOrDefault(it => it is not null)
                )
            )
            .Select(it => new Claimer(
                it.By,
                string.Join(
                    Words.Plain("and"),
                    need.Lines.InOrder()
                        .Where(line => line.ClaimedBy(it.By) > 0)
                        .Select(line => $"{line.Item} {NeedWords.Number(line.ClaimedBy(it.By))}{line.Unit}")
                ),
                MayAct && !need.IsClosed() && need.Lines.Exists(line => line.UndeliveredOf(it.By) > 0),
                haveContact.Contains(it.By.Id),
                it.NotedBy
            ))
            .ToList();

    // Null: nobody, or they themselves.
    private string? NotedBy(string kind, long row, long whose) =>
        noted.GetValueOrDefault(string.Create(CultureInfo.InvariantCulture, $"{kind} {row}")) is { } by && by.Id != whose ? by.Name : null;

    private static IEnumerable<long> Acting(Need need) =>
        need
            .Lines.SelectMany(line => line.Deliveries.Select(it => it.ById).Concat(line.Handovers.Select(it => it.ReceivedById)))
            .Append(need.CancelledById ?? 0);

    private IEnumerable<Past> HistoryOf(Need need, Func<long?, string?> name)
    {
        yield return new(need.AskedAt, "asked", need.AskedBy.Name, null);
        if (need.VerifiedAt is { } verified)
            yield return new(verified, "verified", need.VerifiedBy?.Name, null);
        if (need.CancelledAt is { } cancelled)
            yield return new(cancelled, "cancelled", name(need.CancelledById), null);
        if (need.ExpiredAt is { } expired)
            yield return new(expired, "expired", null, null);
        foreach (var line in need.Lines)
        {
            string Part(decimal quantity) => $"{line.Item} {NeedWords.Number(quantity)}{line.Unit}";
            foreach (var it in line.Claims)
                yield return new(it.ClaimedAt, "claimed", it.By.Name, Part(it.Quantity), NotedBy("Claim", it.Id, it.ById));
            foreach (var it in line.Claims.Where(it => it.ReleasedAt is not null))
                yield return new(it.ReleasedAt!.Value, "released", it.By.Name, Part(it.Released));
            foreach (var it in line.Deliveries)
                yield return new(it.DeliveredAt, "delivered", name(it.ById), Part(it.Quantity), NotedBy("Delivery", it.Id, it.ById));
            foreach (var it in line.Handovers)
                yield return new(it.ReceivedAt, "received", name(it.ReceivedById), Part(it.Quantity));
        }
    }
}
