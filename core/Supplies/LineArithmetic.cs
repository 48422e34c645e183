using MutualAid.Core.People;

namespace MutualAid.Core.Supplies;

/// <summary>What of a line is claimed, delivered, received and left: computed from its rows, never stored.</summary>
public static class LineArithmetic
{
    /// <summary>Claimed and not given back.</summary>
    public static decimal Net(this Claim claim) => claim.Quantity - claim.Released;

    /// <summary>Said to be brought, and it did not arrive.</summary>
    public static decimal Lost(this Claim claim) => claim.ReleasedAt is null ? claim.Released : 0;

    /// <summary>Promised but not brought yet.</summary>
    public static decimal Undelivered(this Claim claim) =>
        claim.Net() - claim.Line.Deliveries.Where(delivery => delivery.Fulfils(claim)).Sum(delivery => delivery.Quantity);

    public static decimal Claimed(this NeedLine line) => line.Claims.Sum(claim => claim.Net());

    public static decimal Delivered(this NeedLine line) => line.Deliveries.Sum(delivery => delivery.Quantity);

    public static decimal Received(this NeedLine line) => line.Handovers.Sum(handover => handover.Quantity);

    /// <summary>Not claimed by anyone, nor brought without a claim.</summary>
    public static decimal LeftToClaim(this NeedLine line) =>
        line.Quantity
        - line.Claimed()
        - line.Deliveries.Where(delivery => delivery.Claim is null && delivery.ClaimId is null).Sum(delivery => delivery.Quantity);

    public static decimal LeftToDeliver(this NeedLine line) => line.Quantity - line.Delivered();

    public static decimal LeftToReceive(this NeedLine line) => line.Quantity - line.Received();

    /// <summary>Marked delivered, not signed for yet.</summary>
    public static decimal Unconfirmed(this NeedLine line) => line.Delivered() - line.Received();

    /// <summary>What nobody is going to bring as it stands: not promised, or missing from what was brought.</summary>
    public static decimal Rest(this NeedLine line) => line.LeftToClaim() + (line.Received() > 0 ? line.Unconfirmed() : 0);

    /// <summary>The person's standing claims on this line, oldest first.</summary>
    public static IEnumerable<Claim> ClaimsOf(this NeedLine line, Person person) =>
        line.OldestClaims().Where(claim => claim.IsOf(person) && claim.Net() > 0);

    /// <summary>What the person holds of this line, delivered or not.</summary>
    public static decimal ClaimedBy(this NeedLine line, Person person) => line.ClaimsOf(person).Sum(claim => claim.Net());

    public static decimal UndeliveredOf(this NeedLine line, Person person) => line.ClaimsOf(person).Sum(claim => claim.Undelivered());

    /// <summary>What the person brought themselves, claimed or not.</summary>
    public static decimal DeliveredBy(this NeedLine line, Person person) =>
        line.Deliveries.Where(delivery => delivery.IsBy(person)).Sum(delivery => delivery.Quantity);

    public static bool IsAskedBy(this Need need, Person person) =>
        ReferenceEquals(need.AskedBy, person) || (person.Id != 0 && need.AskedById == person.Id);

    public static bool IsClaimedBy(this Need need, Person person) => need.Lines.Exists(line => line.ClaimsOf(person).Any());

    /// <summary>Anything of it is claimed, delivered or received.</summary>
    public static bool IsTouched(this Need need) =>
        need.Lines.Exists(line => line.Claimed() > 0 || line.Deliveries.Count > 0 || line.Handovers.Count > 0);

    /// <summary>The lines in the order in which they were asked.</summary>
    public static IEnumerable<NeedLine> InOrder(this IEnumerable<NeedLine> lines) => lines.OrderBy(line => line.Position);

    internal static IEnumerable<Claim> OldestClaims(this NeedLine line) =>
        line.Claims.OrderBy(claim => claim.ClaimedAt).ThenBy(claim => claim.Id == 0 ? long.MaxValue : claim.Id);

    // A row added in this turn has no id yet: it is known by reference.
    internal static bool IsOf(this Claim claim, Person person) =>
        ReferenceEquals(claim.By, person) || (person.Id != 0 && claim.ById == person.Id);

    internal static bool IsBy(this Delivery delivery, Person person) =>
        ReferenceEquals(delivery.By, person) || (person.Id != 0 && delivery.ById == person.Id);

    internal static bool Fulfils(this Delivery delivery, Claim claim) =>
        ReferenceEquals(delivery.Claim, claim) || (claim.Id != 0 && delivery.ClaimId == claim.Id);
}
