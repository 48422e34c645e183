using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Language;

namespace MutualAid.Core.Supplies;

/// <summary>What people can give or lend; a new one per turn, inside <see cref="Writer.DoAsync"/>.</summary>
public sealed class OfferDesk(Db db, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<Offer?> FindAsync(int number) =>
        await db.Offers.WithAll().SingleOrDefaultAsync(offer => offer.Number == number)
        ?? db.Offers.Local.SingleOrDefault(offer => offer.Number == number);

    /// <summary>提供: an item may come without a quantity (若干).</summary>
    /// <param name="provider">The organisation or person named; null: the speaker.</param>
    public async Task<OfferResult> OfferAsync(Actor who, IReadOnlyList<Item> items, string? provider = null, string? sourceMessage = null)
    {
        if (who.Group is not { } group)
            return new(SupplyRefusal.WhichGroup);
        if (items.Count == 0 || items.Any(item => Folded.Key(item.Name).Length == 0))
            return new(SupplyRefusal.NoItems);
        if (items.Any(item => item.Quantity is <= 0 or > SupplyDesk.MostQuantity))
            return new(SupplyRefusal.BadQuantity);
        var offer = new Offer
        {
            Number = await Numbers.NextAsync<Offer>(db, each => each.Number),
            Group = group,
            OfferedBy = who.Person,
            Provider = provider,
            OfferedAt = Now,
            SourceMessage = sourceMessage,
        };
        offer.Lines.AddRange(
            items.Select(
                (item, position) =>
                    new OfferLine
                    {
                        Offer = offer,
                        Position = position,
                        Item = item.Name,
                        ItemKey = Folded.Key(item.Name),
                        Quantity = item.Quantity,
                        Unit = item.Unit,
                    }
            )
        );
        db.Offers.Add(offer);
        return new(SupplyRefusal.None, offer);
    }

    /// <summary>Taken back by who offered it or an organiser of its group.</summary>
    public async Task<OfferResult> WithdrawAsync(int number, Actor who)
    {
        if (await FindAsync(number) is not { } offer)
            return new(SupplyRefusal.NoSuchOffer);
        if (offer.OfferedBy != who.Person && offer.OfferedById != who.Person.Id && !(who.Organiser && who.Group?.Id == offer.GroupId))
            return new(SupplyRefusal.NotYours, offer);
        if (offer.WithdrawnAt is not null)
            return new(SupplyRefusal.AlreadyWithdrawn, offer);
        offer.WithdrawnAt = Now;
        offer.WithdrawnById = who.Person.Id;
        offer.Version++;
        return new(SupplyRefusal.None, offer);
    }
}
