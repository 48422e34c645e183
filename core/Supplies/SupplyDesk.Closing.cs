using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Groups;

namespace MutualAid.Core.Supplies;

public sealed partial class SupplyDesk
{
    // No quiet night is longer than this: a question is asked at most that much before its 60 hours.
    private static readonly TimeSpan LongestNight = TimeSpan.FromHours(24);

    /// <summary>核实, by an organiser of its group.</summary>
    public async Task<ActResult> VerifyAsync(int number, Actor who)
    {
        var found = await OpenAsync(number, who);
        if (found is not { Done: true, Need: { } need })
            return found;
        if (!await IsOrganiserAsync(need, who))
            return new(SupplyRefusal.NotOrganiser, need);
        if (need.VerifiedAt is not null)
            return new(SupplyRefusal.AlreadyVerified, need);
        need.VerifiedAt = Now;
        need.VerifiedBy = who.Person;
        Act(need);
        return found;
    }

    /// <summary>撤销核实, by an organiser of its group, while something of it is still to come.</summary>
    public async Task<ActResult> UnverifyAsync(int number, Actor who)
    {
        var found = await OpenAsync(number, who);
        if (found is not { Done: true, Need: { } need })
            return found;
        if (!await IsOrganiserAsync(need, who))
            return new(SupplyRefusal.NotOrganiser, need);
        if (!need.IsToUnverify())
            return new(SupplyRefusal.NotVerified, need);
        (need.VerifiedAt, need.VerifiedBy) = (null, null);
        need.Version++;
        return found;
    }

    /// <summary>还需要, by the asker or an organiser: the 72 hours begin again.</summary>
    public async Task<ActResult> RenewAsync(int number, Actor who)
    {
        var found = await OwnAsync(number, who);
        if (found is { Done: true, Need: { } need })
            Act(need);
        return found;
    }

    /// <summary>取消, by the asker or an organiser.</summary>
    public async Task<ActResult> CancelAsync(int number, Actor who)
    {
        var found = await OwnAsync(number, who);
        if (found is { Done: true, Need: { } need })
            Cancel(need, who);
        return found;
    }

    /// <summary>不等了, by the asker or an organiser: nobody waits for what no one is bringing; the asked amount becomes what came or is promised.</summary>
    /// <param name="quantity">So much of it; null: all of it.</param>
    public async Task<ActResult> EnoughAsync(int number, Actor who, decimal? quantity = null, string? named = null)
    {
        var found = await OwnAsync(number, who);
        if (found is not { Done: true, Need: { } need })
            return found;
        var choice = LineChoice.Choose(need, quantity, named, line => line.Rest());
        if (!choice.Done)
            return choice;
        if (choice.Shares.Sum(share => share.Quantity) == need.Lines.Sum(line => line.Quantity))
        {
            Cancel(need, who);
            return choice;
        }

        foreach (var (line, rest) in choice.Shares)
            Lower(line, rest, who);
        Act(need);
        CloseOrReopen(need);
        return choice;
    }

    private void Lower(NeedLine line, decimal rest, Actor who)
    {
        var was = new Correctable(Figure.Asked, line, line.Quantity);
        if (line.Received() > 0)
            Lose(line, Math.Min(rest, line.Unconfirmed()));
        line.Quantity -= rest;
        db.Corrections.Add(Trace(was, who, line.Quantity));
        if (line.Quantity == 0)
            Remove(line);
    }

    /// <summary>Closes what nobody claimed for 72 hours although it was asked after; returns what it closed. Safe to run at any time.</summary>
    public async Task<IReadOnlyList<Need>> ExpireDueAsync()
    {
        var now = Now;
        var oldest = now - Freshness.ExpiresAfter;
        var asked = db.Needs.Where(need => need.LastActAt <= oldest && need.StillNeededAskedAt != null);
        var due = await DueAsync(asked, need => need.ExpiryDue() <= now);
        foreach (var need in due)
        {
            need.ExpiredAt = now;
            need.Version++;
        }

        return due;
    }

    /// <summary>Marks as asked, and returns, the needs whose 还需要吗？ is due now. Asking is no act: the 72 hours go on.</summary>
    public async Task<IReadOnlyList<Need>> StillNeededDueAsync()
    {
        var now = Now;
        var latest = now - Freshness.AskedAfter + LongestNight;
        var unasked = db.Needs.Where(need => need.LastActAt <= latest && need.StillNeededAskedAt == null);
        // After an outage in the night the question waits for the morning.
        var due = await DueAsync(unasked, need => need.QuestionDue() <= now && !need.Group.IsQuiet(now));
        foreach (var need in due)
        {
            need.StillNeededAskedAt = now;
            need.Version++;
        }

        return due;
    }

    // Runs every minute: the whole graph is read only of what is due, which is nearly always nothing.
    private async Task<IReadOnlyList<Need>> DueAsync(IQueryable<Need> candidates, Func<Need, bool> isDue)
    {
        var near = await candidates.Open().Untouched().Include(need => need.Group).OldestFirst().ToListAsync();
        var due = near.FindAll(need => isDue(need)).ConvertAll(need => need.Id);
        return due.Count == 0 ? [] : await db.Needs.Where(need => due.Contains(need.Id)).OldestFirst().WithAll().ToListAsync();
    }

    private void Cancel(Need need, Actor who)
    {
        need.CancelledAt = Now;
        need.CancelledById = who.Person.Id;
        need.Version++;
    }
}
