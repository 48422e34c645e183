using MutualAid.Core.Groups;
using MutualAid.Core.People;

namespace MutualAid.Core.Supplies;

public sealed partial class SupplyDesk
{
    /// <summary>送达: the rest of the speaker's claims, or so much of one line. An organiser without a claim: what is left to deliver.</summary>
    /// <remarks>An organiser whose own claims are all delivered says how much: 送达 said twice must not mark the others' goods.</remarks>
    public async Task<ActResult> DeliverAsync(int number, Actor who, decimal? quantity = null, string? named = null, string? photo = null)
    {
        var found = await OpenAsync(number, who);
        if (found is not { Done: true, Need: { } need })
            return found;
        var meant = LineChoice.Named(need, named);
        if (!meant.Done)
            return meant;
        var claimed = meant.Which.Any(line => line.ClaimedBy(who.Person) > 0);
        var owing = meant.Which.Any(line => line.UndeliveredOf(who.Person) > 0);
        var forOthers = !owing && (!claimed || quantity is not null) && await IsOrganiserAsync(need, who);
        if (!claimed && !forOthers)
            return new(SupplyRefusal.NoClaim, need);
        var choice = LineChoice.Choose(need, quantity, named, line => forOthers ? line.LeftToDeliver() : line.UndeliveredOf(who.Person));
        if (!choice.Done)
            return choice;
        foreach (var share in choice.Shares)
        {
            if (forOthers)
                DeliverForAll(share, who.Person, photo);
            else
                Fulfil(share.Line, share.Line.ClaimsOf(who.Person), share.Quantity, who.Person, photo);
        }

        schedule.PlanDelivered(need, who.Person, Now);
        Act(need);
        return choice;
    }

    // What nobody had claimed goes first, so that nobody's promise is taken from them without need.
    private void DeliverForAll(LineShare share, Person by, string? photo)
    {
        var (line, quantity) = share;
        var unclaimed = Math.Min(quantity, line.LeftToClaim());
        if (unclaimed > 0)
            AddDelivery(line, null, unclaimed, by, photo);
        Fulfil(line, line.OldestClaims(), quantity - unclaimed, by, photo);
    }

    /// <returns>What the claims did not cover.</returns>
    private decimal Fulfil(NeedLine line, IEnumerable<Claim> claims, decimal quantity, Person? by, string? photo)
    {
        foreach (var claim in claims.ToList())
        {
            var part = Math.Min(quantity, claim.Undelivered());
            if (part <= 0)
                continue;
            AddDelivery(line, claim, part, by ?? claim.By, photo);
            quantity -= part;
        }

        return quantity;
    }

    private void AddDelivery(NeedLine line, Claim? claim, decimal quantity, Person by, string? photo) =>
        line.Deliveries.Add(
            new Delivery
            {
                Line = line,
                Claim = claim,
                By = by,
                Quantity = quantity,
                DeliveredAt = Now,
                Photo = photo,
            }
        );
}
