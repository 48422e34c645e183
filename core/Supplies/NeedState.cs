namespace MutualAid.Core.Supplies;

/// <summary>How far a need has come, the first that fits from the bottom up.</summary>
public enum NeedState
{
    Open,
    Claimed,
    Delivered,
    Received,
    Cancelled,
    Expired,
}

/// <summary>The state of a need, always computed from its rows.</summary>
public static class NeedStates
{
    public static NeedState State(this Need need) => need.StateAt(DateTime.MaxValue);

    /// <summary>The state right before <paramref name="end"/> (UTC): what happened later does not count.</summary>
    public static NeedState StateAt(this Need need, DateTime end)
    {
        if (need.CancelledAt < end)
            return NeedState.Cancelled;
        if (need.ExpiredAt < end)
            return NeedState.Expired;
        if (need.Lines.TrueForAll(line => line.ReceivedBefore(end) >= line.Quantity))
            return NeedState.Received;
        if (need.Lines.TrueForAll(line => line.DeliveredBefore(end) >= line.Quantity))
            return NeedState.Delivered;
        return need.Lines.Exists(line => line.TouchedBefore(end)) ? NeedState.Claimed : NeedState.Open;
    }

    /// <summary>Nobody looked into it, and something of it is still to come: what was brought is past asking. The rule of <see cref="NeedQueries.ToVerify"/>.</summary>
    public static bool IsToVerify(this Need need) => need.VerifiedAt is null && need.IsStillToCome();

    /// <summary>Somebody looked into it, and it is not too late to think better of it.</summary>
    public static bool IsToUnverify(this Need need) => need.VerifiedAt is not null && need.IsStillToCome();

    private static bool IsStillToCome(this Need need) => !need.IsClosed() && need.Lines.Exists(line => line.Delivered() < line.Quantity);

    public static bool IsClosed(this Need need) => need.ClosedAt is not null || need.CancelledAt is not null || need.ExpiredAt is not null;

    private static decimal ReceivedBefore(this NeedLine line, DateTime end) =>
        line.Handovers.Where(handover => handover.ReceivedAt < end).Sum(handover => handover.Quantity);

    private static decimal DeliveredBefore(this NeedLine line, DateTime end) =>
        line.Deliveries.Where(delivery => delivery.DeliveredAt < end).Sum(delivery => delivery.Quantity);

    // A claim given back in part still stands; one given back wholly stood until its last release.
    private static bool TouchedBefore(this NeedLine line, DateTime end) =>
        line.Claims.Exists(claim => claim.ClaimedAt < end && (claim.Net() > 0 || claim.ReleasedAt >= end))
        || line.DeliveredBefore(end) > 0
        || line.ReceivedBefore(end) > 0;
}
