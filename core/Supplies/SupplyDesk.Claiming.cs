using MutualAid.Core.Groups;
using MutualAid.Core.People;

namespace MutualAid.Core.Supplies;

public sealed partial class SupplyDesk
{
    /// <summary>认领: all that is left of every line, or so much of one.</summary>
    public async Task<ActResult> ClaimAsync(int number, Actor who, decimal? quantity = null, string? named = null)
    {
        var found = await OpenAsync(number, who);
        if (found is not { Done: true, Need: { } need })
            return found;
        var choice = LineChoice.Choose(need, quantity, named, line => line.LeftToClaim());
        if (!choice.Done)
            return choice;
        foreach (var share in choice.Shares)
            AddClaim(share.Line, who.Person, share.Quantity);
        schedule.PlanClaimed(need, who.Person, Now);
        Act(need);
        return choice;
    }

    /// <summary>退回认领: all that the speaker claimed and has not delivered, or so much of one line.</summary>
    public async Task<ActResult> ReleaseAsync(int number, Actor who, decimal? quantity = null, string? named = null)
    {
        var found = await OpenAsync(number, who);
        if (found is not { Done: true, Need: { } need })
            return found;
        if (!need.IsClaimedBy(who.Person))
            return new(SupplyRefusal.NoClaim, need);
        var choice = LineChoice.Choose(need, quantity, named, line => line.UndeliveredOf(who.Person));
        if (!choice.Done)
            return choice;
        foreach (var share in choice.Shares)
            GiveBack(share.Line, who.Person, share.Quantity);
        Act(need);
        return choice;
    }

    /// <summary>改数量: the speaker's claims of a line become <paramref name="quantity"/> altogether.</summary>
    /// <param name="claimer">Whose claim an organiser corrects; null: the speaker's own.</param>
    public async Task<ActResult> ChangeClaimAsync(int number, Actor who, decimal quantity, string? named = null, Person? claimer = null)
    {
        var found = await OpenAsync(number, who);
        if (found is not { Done: true, Need: { } need })
            return found;
        if (quantity is < 0 or > MostQuantity)
            return new(SupplyRefusal.BadQuantity, need);
        var person = claimer ?? who.Person;
        if (person != who.Person && !await IsOrganiserAsync(need, who))
            return new(SupplyRefusal.NotOrganiser, need);
        if (!need.IsClaimedBy(person))
            return new(SupplyRefusal.NoClaim, need);
        var choice = LineChoice.Choose(need, null, named, line => line.ClaimedBy(person));
        if (!choice.Done)
            return choice;
        return choice.Shares is [var share]
            ? Change(need, share, person, quantity)
            : new(SupplyRefusal.WhichLine, need) { Which = [.. choice.Shares.Select(each => each.Line)] };
    }

    private ActResult Change(Need need, LineShare held, Person person, decimal quantity)
    {
        var (line, now) = held;
        var delivered = now - line.UndeliveredOf(person);
        var most = now + line.LeftToClaim();
        if (quantity < delivered)
            return new(SupplyRefusal.LessThanDelivered, need) { Line = line, Left = delivered };
        if (quantity > most)
            return new(SupplyRefusal.MoreThanLeft, need) { Line = line, Left = most };
        if (quantity > now)
            AddClaim(line, person, quantity - now);
        else
            GiveBack(line, person, now - quantity);
        Act(need);
        return new(SupplyRefusal.None, need) { Shares = [new(line, quantity)], Line = line };
    }

    private void AddClaim(NeedLine line, Person person, decimal quantity) =>
        line.Claims.Add(
            new Claim
            {
                Line = line,
                By = person,
                Quantity = quantity,
                ClaimedAt = Now,
            }
        );

    // The newest first: what was promised long ago is what people count on.
    private void GiveBack(NeedLine line, Person person, decimal quantity)
    {
        foreach (var claim in line.ClaimsOf(person).Reverse().ToList())
        {
            var part = Math.Min(quantity, claim.Undelivered());
            if (part <= 0)
                continue;
            claim.Released += part;
            claim.ReleasedAt = Now;
            quantity -= part;
        }
    }
}
