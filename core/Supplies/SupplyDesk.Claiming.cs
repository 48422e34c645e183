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
