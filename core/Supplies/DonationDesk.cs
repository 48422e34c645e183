using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Language;

namespace MutualAid.Core.Supplies;

/// <summary>Goods that came in; a new one per turn, inside <see cref="Writer.DoAsync"/>.</summary>
public sealed class DonationDesk(Db db, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task<Donation?> FindAsync(int number) =>
        db
            .Donations.Kept()
            .Include(donation => donation.Group)
            .Include(donation => donation.Lines)
            .Include(donation => donation.Donors)
            .AsSplitQuery()
            .SingleOrDefaultAsync(donation => donation.Number == number);

    /// <summary>捐赠登记, by an organiser.</summary>
    /// <param name="donors">Each by itself; none for 匿名.</param>
    /// <param name="date">Null: today in the group's zone.</param>
    public async Task<DonationResult> NoteAsync(Actor who, IReadOnlyList<Item> items, IReadOnlyList<string> donors, DateOnly? date = null)
    {
        if (who.Group is not { } group)
            return new(SupplyRefusal.WhichGroup);
        if (!who.Organiser)
            return new(SupplyRefusal.NotOrganiser);
        if (Fault(items) is var fault and not SupplyRefusal.None)
            return new(fault);
        var donation = new Donation
        {
            Number = await Numbers.NextAsync<Donation>(db, each => each.Number),
            Group = group,
            NotedBy = who.Person,
            NotedAt = Now,
            Date = date ?? group.LocalDate(Now),
        };
        Fill(donation, items, donors);
        db.Donations.Add(donation);
        return new(SupplyRefusal.None, donation);
    }

    /// <summary>An organiser corrects what was noted. Refused when somebody else did since <paramref name="version"/>; they then see both.</summary>
    public async Task<DonationResult> ChangeAsync(
        int number,
        Actor who,
        IReadOnlyList<Item> items,
        IReadOnlyList<string> donors,
        DateOnly date,
        long version
    )
    {
        if (await FindAsync(number) is not { } donation)
            return new(SupplyRefusal.NoSuchDonation);
        if (!who.Organiser || (who.Group is not null && who.Group.Id != donation.GroupId))
            return new(SupplyRefusal.NotOrganiser, donation);
        if (donation.Version != version)
            return new(SupplyRefusal.ChangedMeanwhile, donation);
        if (Fault(items) is var fault and not SupplyRefusal.None)
            return new(fault, donation);
        db.RemoveRange(donation.Lines);
        db.RemoveRange(donation.Donors);
        donation.Lines.Clear();
        donation.Donors.Clear();
        Fill(donation, items, donors);
        donation.Date = date;
        donation.Version++;
        return new(SupplyRefusal.None, donation);
    }

    /// <summary>The estimated value of the whole donation, and whose estimate it is; null takes it back.</summary>
    public async Task<DonationResult> ValueAsync(int number, Actor who, long? cents) =>
        await FindAsync(number) is { } donation ? Value(donation, who, cents) : new(SupplyRefusal.NoSuchDonation);

    /// <summary>The same of one that was found already.</summary>
    public static DonationResult Value(Donation donation, Actor who, long? cents)
    {
        ArgumentNullException.ThrowIfNull(donation);
        if (!who.Organiser || (who.Group is not null && who.Group.Id != donation.GroupId))
            return new(SupplyRefusal.NotOrganiser, donation);
        if (cents < 0)
            return new(SupplyRefusal.BadQuantity, donation);
        donation.ValueCents = cents;
        donation.ValuedById = cents is null ? null : who.Person.Id;
        donation.Version++;
        return new(SupplyRefusal.None, donation);
    }

    /// <summary>Noted by mistake: it counts no more.</summary>
    public async Task<DonationResult> TakeBackAsync(int number, Actor who) =>
        await FindAsync(number) is { } donation ? Mark(donation, who, Now) : new(SupplyRefusal.NoSuchDonation);

    /// <summary>Taken back by mistake: it counts again.</summary>
    public async Task<DonationResult> PutBackAsync(int number, Actor who) =>
        await db.Donations.SingleOrDefaultAsync(it => it.Number == number && it.TakenBackAt != null) is { } donation
            ? Mark(donation, who, null)
            : new(SupplyRefusal.NoSuchDonation);

    private static DonationResult Mark(Donation donation, Actor who, DateTime? takenBackAt)
    {
        if (!who.Organiser || (who.Group is not null && who.Group.Id != donation.GroupId))
            return new(SupplyRefusal.NotOrganiser, donation);
        donation.TakenBackAt = takenBackAt;
        donation.TakenBackById = takenBackAt is null ? null : who.Person.Id;
        donation.Version++;
        return new(SupplyRefusal.None, donation);
    }

    private static SupplyRefusal Fault(IReadOnlyList<Item> items)
    {
        if (items.Count == 0 || items.Any(item => Folded.Key(item.Name).Length == 0))
            return SupplyRefusal.NoItems;
        return items.Any(item => item.Quantity is <= 0 or > SupplyDesk.MostQuantity) ? SupplyRefusal.BadQuantity : SupplyRefusal.None;
    }

    private static void Fill(Donation donation, IReadOnlyList<Item> items, IReadOnlyList<string> donors)
    {
        donation.Lines.AddRange(items.Select((item, position) => LineOf(donation, item, position)));
        donation.Donors.AddRange(
            donors.Select(
                (name, position) =>
                    new DonationDonor
                    {
                        Donation = donation,
                        Position = position,
                        Name = name,
                    }
            )
        );
    }

    private static DonationLine LineOf(Donation donation, Item item, int position) =>
        new()
        {
            Donation = donation,
            Position = position,
            Item = item.Name,
            Quantity = item.Quantity,
            Unit = item.Unit,
        };
}
