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
    public Task<OfferResult> OfferAsync(Actor who, IReadOnlyList<Item> items, string? provider = null, string? sourceMessage = null) =>
        OfferAsync(who, new OfferWords(items) { Provider = provider }, sourceMessage);

    /// <summary>The same with all that a list says of it.</summary>
    public async Task<OfferResult> OfferAsync(Actor who, OfferWords words, string? sourceMessage = null)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (who.Group is not { } group)
            return new(SupplyRefusal.WhichGroup);
        if (Fault(words.Items) is var fault and not SupplyRefusal.None)
            return new(fault);
        var offer = new Offer
        {
            Number = await Numbers.NextAsync<Offer>(db, each => each.Number),
            Group = group,
            OfferedBy = who.Person,
            OfferedAt = Now,
            SourceMessage = sourceMessage,
        };
        Tell(offer, words);
        Fill(offer, words.Items);
        db.Offers.Add(offer);
        return new(SupplyRefusal.None, offer);
    }

    /// <summary>An organiser corrects it, with its lines loaded; what is not said stays, and no goods mean the same goods.</summary>
    public OfferResult Correct(Offer offer, Actor who, OfferWords words)
    {
        ArgumentNullException.ThrowIfNull(offer);
        ArgumentNullException.ThrowIfNull(words);
        if (!who.Organiser || who.Group?.Id != offer.GroupId)
            return new(SupplyRefusal.NotOrganiser, offer);
        if (offer.WithdrawnAt is not null)
            return new(SupplyRefusal.AlreadyWithdrawn, offer);
        if (words.Items.Count > 0 && Fault(words.Items) is var fault and not SupplyRefusal.None)
            return new(fault, offer);
        Tell(offer, words);
        if (words.Items.Count > 0)
        {
            db.RemoveRange(offer.Lines);
            offer.Lines.Clear();
            Fill(offer, words.Items);
        }

        offer.Version++;
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

    private static SupplyRefusal Fault(IReadOnlyList<Item> items)
    {
        if (items.Count == 0 || items.Any(item => Folded.Key(item.Name).Length == 0))
            return SupplyRefusal.NoItems;
        return items.Any(item => item.Quantity is <= 0 or > SupplyDesk.MostQuantity) ? SupplyRefusal.BadQuantity : SupplyRefusal.None;
    }

    private static void Tell(Offer offer, OfferWords words)
    {
        offer.Provider = words.Provider ?? offer.Provider;
        offer.Kind = words.Kind ?? offer.Kind;
        offer.GivenBy = words.GivenBy ?? offer.GivenBy;
        offer.Place = words.Place is null ? offer.Place : Said(words.Place);
        offer.Contact = words.Contact ?? offer.Contact;
    }

    private static string? Said(string words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();

    internal static void Fill(Offer offer, IReadOnlyList<Item> items) =>
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
}
