using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Schedule;

namespace MutualAid.Core.Supplies;

/// <summary>Decides about needs and changes them; a new one per turn, inside <see cref="Writer.DoAsync"/>.</summary>
/// <remarks>Every act bumps <see cref="Need.Version"/>, so of two acts at once the second is replayed on what the first left. A refused act changes nothing.</remarks>
public sealed partial class SupplyDesk(Db db, TimeProvider clock)
{
    /// <summary>The largest quantity anyone may say.</summary>
    public const decimal MostQuantity = 1_000_000_000m;

    private readonly ScheduleDesk schedule = new(db, clock);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The need with its whole graph; null when there is none of that number.</summary>
    public async Task<Need?> FindAsync(int number) =>
        await db.Needs.WithAll().SingleOrDefaultAsync(need => need.Number == number)
        // Asked in this very turn: not stored yet.
        ?? db.Needs.Local.SingleOrDefault(need => need.Number == number);

    /// <summary>May this person see and act on it here? Another group's need is closed to all but its asker, claimers and organisers until it is verified.</summary>
    public async Task<bool> IsOpenToAsync(Need need, Actor who) =>
        need.VerifiedAt is not null || need.IsAskedBy(who.Person) || need.IsClaimedBy(who.Person) || await db.BelongsAsync(who, need.Group);

    /// <summary>Organiser of the need's own group.</summary>
    public Task<bool> IsOrganiserAsync(Need need, Actor who) => db.OrganisesAsync(who, need.Group);

    private async Task<ActResult> OpenAsync(int number, Actor who)
    {
        if (await FindAsync(number) is not { } need)
            return new(SupplyRefusal.NoSuchNeed);
        if (!await IsOpenToAsync(need, who))
            return new(SupplyRefusal.OtherGroup);
        if (need.ClosedAt is not null)
            return new(SupplyRefusal.AlreadyReceived, need);
        if (need.CancelledAt is not null)
            return new(SupplyRefusal.AlreadyCancelled, need);
        return new(need.ExpiredAt is null ? SupplyRefusal.None : SupplyRefusal.AlreadyExpired, need);
    }

    /// <summary>Open, and the speaker is its asker or an organiser of its group.</summary>
    private async Task<ActResult> OwnAsync(int number, Actor who)
    {
        var found = await OpenAsync(number, who);
        if (found is not { Done: true, Need: { } need })
            return found;
        return need.IsAskedBy(who.Person) || await IsOrganiserAsync(need, who) ? found : new(SupplyRefusal.NotYours, need);
    }

    private void Act(Need need)
    {
        need.Version++;
        need.LastActAt = Now;
        need.StillNeededAskedAt = null;
    }
}
