using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Content;
using MutualAid.Core.Messaging;
using MutualAid.Core.Schedule;
using MutualAid.Core.Supplies;

namespace MutualAid.Admin.Pages;

/// <summary>What needs a person now.</summary>
public sealed class IndexModel(Office office) : ConsolePage(office)
{
    /// <param name="Key">Its words; the colour says how soon.</param>
    public sealed record Ask(string Key, int Count, string Href, string Colour);

    public sealed record VoiceRow(long Id, string Who, string? Group, DateTime At);

    public IReadOnlyList<Ask> Waiting { get; private set; } = [];

    public IReadOnlyList<VoiceRow> Voices { get; private set; } = [];

    public int Groups { get; private set; }

    /// <summary>For owners: where the first set-up was left.</summary>
    public FirstStep? Step =>
        Caller.For([ConsoleRole.Owner]).IsEmpty || Office.Host.Installation().Step is not (var step and not FirstStep.Done) ? null : step;

    /// <summary>A viewer sees that somebody waits, and leaves the ears to organisers.</summary>
    public bool MayHear => !Caller.For([ConsoleRole.Organiser]).IsEmpty;

    private bool MayReview => !Caller.For([ConsoleRole.Organiser, ConsoleRole.Editor]).IsEmpty;

    public Task OnGetAsync() =>
        LookAsync(async sight =>
        {
            Waiting = [.. (await AsksAsync(sight)).Where(it => it.Count > 0)];
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
            Groups = await sight.Groups.CountAsync(Stop);
            return true;
        });

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

    private async Task<Ask[]> AsksAsync(Sight sight)
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
        return
        [
            new("now.urgent", open?.Urgent ?? 0, "/needs?state=urgent", "fire"),
            new("now.unverified", open?.Unverified ?? 0, "/needs?state=unverified", "amber"),
            new("now.missed", MayHear ? await sight.Missed.CountAsync(line => line.SettledAt == null, Stop) : 0, "/missed", "amber"),
            new("now.unknown", sent.GetValueOrDefault(OutboxState.Unknown), "/messages?state=unknown", "amber"),
            new("now.failed", sent.GetValueOrDefault(OutboxState.Failed), "/messages?state=failed", "fire"),
            new("now.posts", MayReview ? await sight.OwnPosts.InReview().CountAsync(Stop) : 0, "/posts", "amber"),
            new("now.due", await sight.Due.CountAsync(row => row.State == DueState.Failed, Stop), "/schedule?state=failed", "fire"),
        ];
    }
}
