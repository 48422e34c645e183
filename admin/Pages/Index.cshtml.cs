using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Messaging;
using MutualAid.Core.Schedule;
using MutualAid.Core.Supplies;
using MutualAid.Core.Volunteers;

namespace MutualAid.Admin.Pages;

/// <summary>What needs a person now.</summary>
public sealed class IndexModel(Office office) : ConsolePage(office)
{
    private const int Due = 1;
    private const int Posts = 2;
    private const int Missed = 3;
    private const int Gaps = 4;
    private const int Hours = 5;
    private const int Lacking = 6;

    /// <param name="Key">Its words; the colour says how soon.</param>
    /// <param name="IsQuiet">Others see to it first.</param>
    public sealed record Ask(string Key, int Count, string Href, string Colour, bool IsQuiet = false);

    public sealed record VoiceRow(long Id, string Who, string? Group, DateTime At);

    public IReadOnlyList<Ask> Waiting { get; private set; } = [];

    /// <summary>What was done to the caller's account elsewhere.</summary>
    public IReadOnlyList<AccountNews> News { get; private set; } = [];

    public IReadOnlyList<VoiceRow> Voices { get; private set; } = [];

    public int Groups { get; private set; }

    /// <summary>For owners: where the first set-up was left.</summary>
    public FirstStep? Step =>
        Caller.For([ConsoleRole.Owner]).IsEmpty || Office.Host.Installation().Step is not (var step and not FirstStep.Done) ? null : step;

    /// <summary>A viewer sees that somebody waits, and leaves the ears to organisers.</summary>
    public bool MayHear => !Caller.For([ConsoleRole.Organiser]).IsEmpty;

    /// <summary>Texts are their first work: nobody else's.</summary>
    private bool IsEditor => Caller.Held.Any(it => it.Role == ConsoleRole.Editor);

    private bool MayReview => !Caller.For([ConsoleRole.Organiser, ConsoleRole.Editor]).IsEmpty;

    public Task OnGetAsync() =>
        LookAsync(async sight =>
        {
            var channels = await sight
                .Groups.GroupBy(it => it.Channel)
                .Select(it => new { it.Key, Count = it.Count() })
                .ToDictionaryAsync(it => it.Key, it => it.Count, Stop);
            Groups = channels.Values.Sum();
            // What is soonest first: the colour says the same.
            Waiting =
            [
                .. (await AsksAsync(sight, channels.Keys))
                    .Where(it => it.Count > 0)
                    .OrderBy(it => it.IsQuiet)
                    .ThenByDescending(it => it.Colour == "fire"),
            ];
            Voices = await sight
                .Voices.Where(it => it.HandledAt == null)
                .OrderBy(it => it.Id)
                .Take(20)
                .Select(it => new VoiceRow(
                    it.Id,
                    it.Person.Name,
                    sight.Groups.Where(group => group.Id == it.GroupId).Select(group => group.Title).FirstOrDefault(),
                    it.At
                ))
                .ToListAsync(Stop);
            if (Caller.HasNews)
                News = await sight.Desk<AccountDesk>().UntoldAsync(Caller.Account, Caller.Session);
            return true;
        });

    public async Task<IActionResult> OnPostReadAsync()
    {
        await ActAsync(async sight =>
        {
            await sight.Desk<AccountDesk>().ReadNewsAsync(Caller.Account);
            return true;
        });
        return LocalRedirect("/");
    }

    public async Task<IActionResult> OnPostHeardAsync(long id)
    {
        await ActAsync(async sight =>
        {
            if (await sight.Voices.AnyAsync(it => it.Id == id, Stop))
                await sight.Desk<VoiceDesk>().HandleAsync(id);
            return true;
        });
        return Tell("/", "made.heard");
    }

    private async Task<Ask[]> AsksAsync(Sight sight, IEnumerable<string> channels)
    {
        var open = await sight
            .Needs.Open()
            .GroupBy(_ => 1)
            .Select(all => new
            {
                Unverified = all.Count(need =>
                    need.VerifiedAt == null && need.Lines.Any(line => line.Deliveries.Sum(delivery => delivery.Quantity) < line.Quantity)
                ),
                Urgent = all.Count(need =>
                    need.Urgent && !need.Lines.Any(line => line.Claims.Any(claim => claim.Released < claim.Quantity))
                ),
            })
            .FirstOrDefaultAsync(Stop);
        var sent = await sight
            .Outbox.Where(row => row.State == OutboxState.Failed || row.State == OutboxState.Unknown)
            .GroupBy(row => row.State)
            .Select(all => new { all.Key, Count = all.Count() })
            .ToDictionaryAsync(it => it.Key, it => it.Count, Stop);
        var counts = await CountsAsync(sight);
        var calls = MayHear ? await sight.CallsAsync(sight.ShiftsLed, channels, Stop) : [];
        return
        [
            new("now.urgent", open?.Urgent ?? 0, "/needs?state=urgent", "fire", IsQuiet: !MayHear),
            new("now.gaps", counts.GetValueOrDefault(Gaps), "/shifts?state=gaps", "fire"),
            new("now.calls", calls.Sum(it => it.People), CallsOf(calls), calls.Any(it => it.StartsAt < End(sight)) ? "fire" : "amber"),
            new("now.unverified", open?.Unverified ?? 0, "/needs?state=unverified", "amber", IsQuiet: !MayHear),
            new("now.lacking", counts.GetValueOrDefault(Lacking), "/needs?state=lacking", "amber", IsQuiet: !MayHear),
            new("now.missed", counts.GetValueOrDefault(Missed), "/missed", "amber"),
            new("now.hours", counts.GetValueOrDefault(Hours), "/volunteers/hours", "amber"),
            new("now.unknown", sent.GetValueOrDefault(OutboxState.Unknown), "/messages?state=unknown", "amber"),
            new("now.failed", sent.GetValueOrDefault(OutboxState.Failed), "/messages?state=failed", "fire"),
            new("now.due", counts.GetValueOrDefault(Due), "/schedule?state=failed", "fire"),
            new("now.posts", counts.GetValueOrDefault(Posts), "/posts", "amber", IsQuiet: !IsEditor),
        ];
    }

    private DateTime End(Sight sight) => Words.StartOf(Words.Today(sight.Now).AddDays(2));

    // One after the other: who was called for the first leads to the next.
    private static string CallsOf(IReadOnlyList<ShiftCalls> calls) =>
        string.Create(CultureInfo.InvariantCulture, $"/shifts/{(calls.Count > 0 ? calls[0].Number : 0)}");

    /// <summary>Of each kind how many wait, in one question; shifts are those until the end of tomorrow.</summary>
    private Task<Dictionary<int, int>> CountsAsync(Sight sight)
    {
        var end = End(sight);
        var all = sight
            .Due.Where(row => row.State == DueState.Failed)
            .Select(_ => Due)
            .Concat(sight.Needs.Open().Lacking().Select(_ => Lacking));
        if (MayReview)
            all = all.Concat(sight.ForReview(IsEditor).Select(_ => Posts));
        if (MayHear)
            all = all.Concat(sight.Missed.Where(line => line.SettledAt == null).Select(_ => Missed))
                .Concat(sight.Shifts.Coming(sight.Now).Where(it => it.StartsAt < end).Lacking().Select(_ => Gaps))
                .Concat(sight.Hours.Unconfirmed().Select(_ => Hours));
        return all.GroupBy(it => it)
            .Select(each => new { each.Key, Count = each.Count() })
            .ToDictionaryAsync(it => it.Key, it => it.Count, Stop);
    }
}
