using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.People;
using MutualAid.Core.Supplies;

namespace MutualAid.Admin.Pages;

/// <summary>One need with its history, and what an organiser does about it.</summary>
public sealed class NeedModel(Office office) : ConsolePage(office)
{
    private const int MostLike = 5;

    public sealed record Past(DateTime At, string Did, string? Who, string? What);

    public Need Need { get; private set; } = null!;

    public bool IsCancelling { get; private set; }

    public IReadOnlyList<Past> History { get; private set; } = [];

    public IReadOnlyList<(Person Person, string Promised, bool CanRelease)> Claimers { get; private set; } = [];

    /// <summary>Who may be asked to bring it: the people of its group.</summary>
    public IReadOnlyList<(long Id, string Name)> People { get; private set; } = [];

    /// <summary>Who asked gave a number; itself it is read only by the button that is written down.</summary>
    public bool AskerHasContact { get; private set; }

    /// <summary>Open needs that ask for the same: one may be a repeat of the other.</summary>
    public IReadOnlyList<Need> Like { get; private set; } = [];

    public long? Person { get; private set; }

    public string? Quantity { get; private set; }

    public string? Line { get; private set; }

    public bool MayAct => Caller.For([ConsoleRole.Organiser]) is var reach && (reach.All || reach.Groups.Contains(Need.GroupId));

    public async Task<IActionResult> OnGetAsync(int number, string? ask)
    {
        if (!await ReadAsync(number))
            return NotFound();
        IsCancelling = ask == "cancel" && MayAct && !Need.IsClosed();
        return Page();
    }

    public Task<IActionResult> OnPostVerifyAsync(int number) =>
        DoAsync(number, async (desk, sight, need) => await desk.VerifyAsync(number, await sight.ActorAsync(need.Group)), "made.verified");

    public Task<IActionResult> OnPostCancelAsync(int number) =>
        DoAsync(number, async (desk, sight, need) => await desk.CancelAsync(number, await sight.ActorAsync(need.Group)), "made.cancelled");

    public Task<IActionResult> OnPostClaimAsync(int number, long? person, string? quantity, string? line)
    {
        (Person, Quantity, Line) = (person, quantity, line);
        decimal? much = null;
        if (!string.IsNullOrWhiteSpace(quantity))
            much = decimal.TryParse(quantity, NumberStyles.Number, CultureInfo.InvariantCulture, out var read) ? read : 0;
        return DoAsync(
            number,
            async (desk, sight, need) =>
                await sight.MemberAsync(need.Group, person ?? 0) is { } actor
                    ? await desk.ClaimAsync(number, actor, much, line)
                    : new ActResult(SupplyRefusal.NotYours, need),
            "made.claimed",
            person
        );
    }

    public Task<IActionResult> OnPostReleaseAsync(int number, long person) =>
        DoAsync(
            number,
            async (desk, sight, need) =>
                await sight.ClaimerAsync(need, person) is { } actor
                    ? await desk.ReleaseAsync(number, actor)
                    : new ActResult(SupplyRefusal.NoClaim, need),
            "made.released",
            person
        );

    /// <summary>Somebody brought it and has no telephone at hand.</summary>
    public Task<IActionResult> OnPostDeliverAsync(int number, long person) =>
        DoAsync(
            number,
            async (desk, sight, need) =>
                await sight.ClaimerAsync(need, person) is { } actor
                    ? await desk.DeliverAsync(number, actor)
                    : new ActResult(SupplyRefusal.NoClaim, need),
            "made.delivered",
            person
        );

    /// <summary>All that was brought and is not signed for is there.</summary>
    public Task<IActionResult> OnPostReceiveAsync(int number) =>
        DoAsync(number, async (desk, sight, need) => await desk.ReceiveAsync(number, await sight.ActorAsync(need.Group)), "made.received");

    /// <summary>It repeats another one, and is put into that.</summary>
    public async Task<IActionResult> OnPostMergeAsync(int number, int into)
    {
        var (result, step) = await ActAsync(async sight =>
        {
            if (await FindAsync(sight, number) is not { } need || await FindAsync(sight, into) is null)
                return ((ActResult?)null, 0L);
            var found = await sight.Desk<SupplyDesk>().MergeAsync(number, into, await sight.ActorAsync(need.Group));
            if (!found.Done)
                return (found, 0);
            sight.Note(need.GroupId, $"{number} → #{into}");
            var undo = await Office.Host.ShowAsync(sight.Rows, need, null, Caller.Person);
            await Office.Host.RedrawAsync(sight.Rows, found.Need!);
            return (found, undo);
        });
        if (result is null)
            return NotFound();
        if (result.Done)
            return TellUndoable($"/needs/{into}", "made.merged", $"#{number}", $"/needs/{number}?handler=undo", step);
        Wrong("merge", "need.refused." + result.Refusal);
        return await ReadAsync(number) ? Again() : NotFound();
    }

    public async Task<IActionResult> OnPostUndoAsync(int number, long step)
    {
        var isUndone = await ActAsync(async sight =>
        {
            if (await FindAsync(sight, number) is not { } need)
                return (bool?)null;
            var into = need.MergedInto;
            var undone = await Office.Host.UndoAsync(sight.Rows, need, step, Caller.Person);
            if (undone && into is { } other && await FindAsync(sight, other) is { } kept)
                await Office.Host.RedrawAsync(sight.Rows, kept);
            return undone;
        });
        return isUndone is { } undone ? Tell($"/needs/{number}", undone ? "made.undone" : "made.notUndone", $"#{number}") : NotFound();
    }

    private static string FieldOf(SupplyRefusal refusal) =>
        refusal switch
        {
            SupplyRefusal.NotYours => "person",
            SupplyRefusal.WhichLine or SupplyRefusal.NoSuchLine => "line",
            _ => "quantity",
        };

    private Task<Need?> FindAsync(Sight sight, int number) =>
        sight.Needs.Include(it => it.Group).FirstOrDefaultAsync(it => it.Number == number, Stop);

    private async Task<IActionResult> DoAsync(
        int number,
        Func<SupplyDesk, Sight, Need, Task<ActResult>> act,
        string done,
        long? claimer = null
    )
    {
        var (result, step) = await ActAsync(async sight =>
        {
            if (await FindAsync(sight, number) is not { } need)
                return ((ActResult?)null, 0L);
            var found = await act(sight.Desk<SupplyDesk>(), sight, need);
            return (found, found.Done ? await Office.Host.ShowAsync(sight.Rows, found.Need!, claimer, Caller.Person) : 0);
        });
        if (result is null)
            return NotFound();
        if (result.Done)
            return TellUndoable($"/needs/{number}", done, $"#{number}", $"/needs/{number}?handler=undo", step);
        Wrong(FieldOf(result.Refusal), "need.refused." + result.Refusal, result.Left);
        await ReadAsync(number);
        return Again();
    }

    private Task<bool> ReadAsync(int number) =>
        LookAsync(async sight =>
        {
            if (await sight.Needs.WithAll().SingleOrDefaultAsync(it => it.Number == number, Stop) is not { } need)
                return false;
            Need = need;
            var names = await sight.NamesAsync(Acting(need), Stop);
            History = [.. HistoryOf(need, id => names.GetValueOrDefault(id ?? 0)).OrderByDescending(it => it.At)];
            Claimers = ClaimersOf(need);
            if (MayAct && !need.IsClosed())
                (People, AskerHasContact) = await sight.PeopleOfAsync(need.GroupId, need.AskedById, Stop);
            if (MayAct && !need.IsClosed() && !need.IsTouched())
                Like = await sight.Needs.Like(need).Include(it => it.Lines).Include(it => it.Community).Take(MostLike).ToListAsync(Stop);
            return true;
        });

    private List<(Person Person, string Promised, bool CanRelease)> ClaimersOf(Need need) =>
        need
            .Lines.SelectMany(line => line.Claims)
            .Where(claim => claim.Net() > 0)
            .Select(claim => claim.By)
            .DistinctBy(it => it.Id)
            .Select(by =>
                (
                    by,
                    string.Join(
                        Words.Plain("and"),
                        need.Lines.InOrder()
                            .Where(line => line.ClaimedBy(by) > 0)
                            .Select(line => $"{line.Item} {NeedWords.Number(line.ClaimedBy(by))}{line.Unit}")
                    ),
                    MayAct && !need.IsClosed() && need.Lines.Exists(line => line.UndeliveredOf(by) > 0)
                )
            )
            .ToList();

    private static IEnumerable<long> Acting(Need need) =>
        need
            .Lines.SelectMany(line => line.Deliveries.Select(it => it.ById).Concat(line.Handovers.Select(it => it.ReceivedById)))
            .Append(need.CancelledById ?? 0);

    private static IEnumerable<Past> HistoryOf(Need need, Func<long?, string?> name)
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
                yield return new(it.ClaimedAt, "claimed", it.By.Name, Part(it.Quantity));
            foreach (var it in line.Claims.Where(it => it.ReleasedAt is not null))
                yield return new(it.ReleasedAt!.Value, "released", it.By.Name, Part(it.Released));
            foreach (var it in line.Deliveries)
                yield return new(it.DeliveredAt, "delivered", name(it.ById), Part(it.Quantity));
            foreach (var it in line.Handovers)
                yield return new(it.ReceivedAt, "received", name(it.ReceivedById), Part(it.Quantity));
        }
    }
}
