using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;

namespace MutualAid.Core.Supplies;

/// <summary>Needs and offers by adjectives: <c>db.Needs.Open().OfGroup(3).MostUrgentFirst()</c>.</summary>
public static class NeedQueries
{
    /// <summary>Neither received in full, cancelled nor expired. Served by indexes that hold only such needs.</summary>
    public static IQueryable<Need> Open(this IQueryable<Need> needs) =>
        needs.Where(need => need.ClosedAt == null && need.CancelledAt == null && need.ExpiredAt == null);

    public static IQueryable<Need> OfGroup(this IQueryable<Need> needs, long groupId) => needs.Where(need => need.GroupId == groupId);

    /// <summary>The person promised something of it that they did not bring yet; the rule of <see cref="LineArithmetic.Undelivered"/>.</summary>
    public static IQueryable<Need> PromisedBy(this IQueryable<Need> needs, long personId) =>
        needs.Where(need =>
            need.Lines.Any(line =>
                line.Claims.Where(claim => claim.ById == personId).Sum(claim => claim.Quantity - claim.Released)
                > line.Deliveries.Where(delivery => delivery.Claim!.ById == personId).Sum(delivery => delivery.Quantity)
            )
        );

    public static IQueryable<Need> Verified(this IQueryable<Need> needs) => needs.Where(need => need.VerifiedAt != null);

    public static IQueryable<Need> OldestFirst(this IQueryable<Need> needs) => needs.OrderBy(need => need.Number);

    public static IQueryable<Need> MostUrgentFirst(this IQueryable<Need> needs) =>
        needs.OrderByDescending(need => need.Urgent).ThenBy(need => need.Number);

    /// <summary>Nobody looked into it, and something of it is still to come: what was brought is past asking.</summary>
    public static IQueryable<Need> ToVerify(this IQueryable<Need> needs) =>
        needs.Where(need =>
            need.VerifiedAt == null && need.Lines.Any(line => line.Deliveries.Sum(delivery => delivery.Quantity) < line.Quantity)
        );

    /// <summary>Of open needs those that such an act changes; the rule of <see cref="SupplyDesk.ChangeOneOfMany"/>.</summary>
    public static IQueryable<Need> Changed(this IQueryable<Need> open, ManyAct? act, long? community) =>
        act switch
        {
            ManyAct.Verify => open.ToVerify(),
            ManyAct.Urgent => open.Where(need => !need.Urgent),
            ManyAct.NotUrgent => open.Where(need => need.Urgent),
            ManyAct.Community => open.Where(need => community != null && need.CommunityId != community),
            _ => open,
        };

    /// <summary>Open needs of the same group and goods as this one, those of its community first.</summary>
    public static IQueryable<Need> Like(this IQueryable<Need> needs, Need need)
    {
        var keys = need.Lines.ConvertAll(line => line.ItemKey);
        return needs
            .Open()
            .OfGroup(need.GroupId)
            .Where(other => other.Id != need.Id && other.Lines.Any(line => keys.Contains(line.ItemKey)))
            .OrderByDescending(other => other.CommunityId == need.CommunityId)
            .ThenByDescending(other => other.Number);
    }

    /// <summary>Somebody could still promise something of it, also beside others; the rule of <see cref="LineArithmetic.LeftToClaim"/>.</summary>
    public static IQueryable<Need> Lacking(this IQueryable<Need> needs) =>
        needs.Where(need =>
            need.Lines.Any(line =>
                line.Claims.Sum(claim => claim.Quantity - claim.Released)
                    + line.Deliveries.Where(delivery => delivery.ClaimId == null).Sum(delivery => delivery.Quantity)
                < line.Quantity
            )
        );

    /// <summary>Nothing of it is claimed, brought or received.</summary>
    public static IQueryable<Need> Untouched(this IQueryable<Need> needs) =>
        needs.Where(need =>
            !need.Lines.Any(line =>
                line.Claims.Any(claim => claim.Released < claim.Quantity)
                || line.Deliveries.Any(delivery => delivery.Quantity > 0)
                || line.Handovers.Any(handover => handover.Quantity > 0)
            )
        );

    /// <summary>Needs with a line of this item, by folded name.</summary>
    public static IQueryable<Need> About(this IQueryable<Need> needs, string item)
    {
        var key = Folded.Key(item);
        return needs.Where(need => need.Lines.Any(line => line.ItemKey.Contains(key)));
    }

    /// <summary>Of few needs, such as the open ones, those with a line of this item or of this community, by folded name.</summary>
    public static IQueryable<Need> AboutOrOf(this IQueryable<Need> needs, string word)
    {
        var key = Folded.Key(word);
        return needs.Where(need =>
            need.Lines.Any(line => line.ItemKey.Contains(key)) || (need.Community != null && need.Community.NameKey.Contains(key))
        );
    }

    /// <summary>The same of all needs there ever were.</summary>
    public static IQueryable<Need> AboutOrOf(this IQueryable<Need> needs, Db db, string word)
    {
        var key = Folded.Key(word);
        // Each word is looked up once in its index, not once for each need.
        var lines = db.NeedLines.Where(line => line.ItemKey.Contains(key)).Select(line => (long?)line.NeedId);
        var places = db.Communities.Where(place => place.NameKey.Contains(key)).Select(place => (long?)place.Id);
        return needs.Where(need => lines.Contains(need.Id) || places.Contains(need.CommunityId));
    }

    /// <summary>Donations with such a thing or such a donor.</summary>
    public static IQueryable<Donation> OfOrBy(this IQueryable<Donation> donations, Db db, string word)
    {
        var lines = db.DonationLines.Where(line => line.Item.Contains(word)).Select(line => line.DonationId);
        var donors = db.DonationDonors.Where(donor => donor.Name.Contains(word)).Select(donor => donor.DonationId);
        return donations.Where(it => lines.Contains(it.Id) || donors.Contains(it.Id));
    }

    /// <summary>Without those that were taken back.</summary>
    public static IQueryable<Donation> Kept(this IQueryable<Donation> donations) => donations.Where(it => it.TakenBackAt == null);

    /// <summary>With lines, claims and claimers, deliveries, handovers, asker, verifier, community and group.</summary>
    public static IQueryable<Need> WithAll(this IQueryable<Need> needs) =>
        needs
            .Include(need => need.Group)
            .Include(need => need.AskedBy)
            .Include(need => need.VerifiedBy)
            .Include(need => need.Community)
            .Include(need => need.Lines)
                .ThenInclude(line => line.Claims)
                    .ThenInclude(claim => claim.By)
            .Include(need => need.Lines)
                .ThenInclude(line => line.Deliveries)
            .Include(need => need.Lines)
                .ThenInclude(line => line.Handovers)
            // Claims times deliveries times handovers of a busy line would be one huge table.
            .AsSplitQuery();
}
