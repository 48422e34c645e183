using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;

namespace MutualAid.Core.Supplies;

/// <summary>Offers by adjectives, and what fits together.</summary>
public static class OfferQueries
{
    public static IQueryable<Offer> Open(this IQueryable<Offer> offers) => offers.Where(offer => offer.WithdrawnAt == null);

    public static IQueryable<Offer> OfGroup(this IQueryable<Offer> offers, long groupId) => offers.Where(offer => offer.GroupId == groupId);

    public static IQueryable<Offer> OldestFirst(this IQueryable<Offer> offers) => offers.OrderBy(offer => offer.Number);

    /// <summary>Offers with a line of this item, by folded name.</summary>
    public static IQueryable<Offer> About(this IQueryable<Offer> offers, string item)
    {
        var key = Folded.Key(item);
        return offers.Where(offer => offer.Lines.Any(line => line.ItemKey.Contains(key)));
    }

    public static IQueryable<Offer> WithAll(this IQueryable<Offer> offers) =>
        offers.Include(offer => offer.Group).Include(offer => offer.OfferedBy).Include(offer => offer.Lines);

    /// <summary>Open offers of the same goods (one name contains the other), oldest first: those of the need's group, or of every group once it is verified.</summary>
    public static async Task<IReadOnlyList<Offer>> MatchesForAsync(this Db db, Need need, int most = 5)
    {
        var keys = need.Lines.Select(line => line.ItemKey).Distinct(StringComparer.Ordinal).ToList();
        var offers = db.Offers.Open();
        if (need.VerifiedAt is null)
            offers = offers.OfGroup(need.GroupId);
        return await offers
            .Where(offer => offer.Lines.Any(line => keys.Any(key => line.ItemKey.Contains(key) || key.Contains(line.ItemKey))))
            .OldestFirst()
            .Take(most)
            .WithAll()
            .ToListAsync();
    }

    /// <summary>Open needs of the same goods, most urgent first: of the offer's group, or verified ones of every group. Those already claimed in full may be among them.</summary>
    public static async Task<IReadOnlyList<Need>> MatchesForAsync(this Db db, Offer offer, int most = 5)
    {
        var keys = offer.Lines.Select(line => line.ItemKey).Distinct(StringComparer.Ordinal).ToList();
        var needs = await db
            .Needs.Open()
            .Where(need => need.GroupId == offer.GroupId || need.VerifiedAt != null)
            .Where(need =>
                need.Lines.Any(line =>
                    keys.Any(key => line.ItemKey.Contains(key) || key.Contains(line.ItemKey))
                    && line.Quantity > line.Claims.Sum(claim => claim.Quantity - claim.Released)
                )
            )
            .MostUrgentFirst()
            .Take(most)
            .WithAll()
            .ToListAsync();
        return needs;
    }
}
