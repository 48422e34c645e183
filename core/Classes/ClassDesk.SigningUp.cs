using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.People;

namespace MutualAid.Core.Classes;

public sealed partial class ClassDesk
{
    /// <summary>How many guests one person may bring to a class.</summary>
    public const int MostGuests = 20;

    /// <summary>How long a freed place is kept for the one to whom it is offered.</summary>
    public static readonly TimeSpan OfferedFor = TimeSpan.FromMinutes(10);

    /// <summary>报名: a place each while there are free ones, else the wait-list, in the order of the commits.</summary>
    public async Task<ClassResult> SignUpAsync(int number, Actor who, Party party, string? sourceMessage = null)
    {
        var found = await OpenAsync(number, who);
        if (found is not { Done: true, Class: { } it })
            return found;
        var mine = it.SignUps.FindAll(signUp => signUp.LeftAt is null && signUp.IsOf(who.Person));
        var guests = party
            .Guests.Select(Short)
            .Where(guest => !mine.Exists(signUp => signUp.IsNamed(Folded.Key(guest))))
            .Select(guest => (string?)guest);
        var self = party.Self && !mine.Exists(signUp => signUp.Guest is null);
        var coming = guests.Prepend(null).Skip(self ? 0 : 1).ToList();
        if (coming.Count == 0)
            return new(ClassRefusal.AlreadySignedUp, it) { SignUps = mine };
        if (mine.Count + coming.Count > MostGuests + 1)
            return new(ClassRefusal.TooManyGuests, it);
        List<SignUp> added = [.. coming.Select(guest => Add(it, who.Person, guest, sourceMessage))];
        it.Version++;
        return found with { SignUps = added };
    }

    /// <summary>取消报名: the speaker's own place, or that of a guest; organisers may take anybody off.</summary>
    public async Task<ClassResult> LeaveAsync(int number, Actor who, string? guest = null)
    {
        var found = await OpenAsync(number, who);
        if (found is not { Done: true, Class: { } it })
            return found;
        var meant = await MeantAsync(it, who, guest);
        if (meant is not { Done: true, SignUps: [var signUp] })
            return meant;
        Leave(signUp, who.Person);
        it.Version++;
        if (signUp is { PlacedAt: not null } or { OfferedUntil: not null } && it.Waiting().Count > 0)
            await plan.OfferAsync(it, $"left{signUp.Position}", Now);
        return meant;
    }

    /// <summary>Offers each free place to the first who waits and was not offered one yet.</summary>
    /// <returns>The offers made now.</returns>
    public async Task<ClassResult> OfferAsync(int number)
    {
        if (await FindAsync(number) is not { CancelledAt: null } it || it.StartsAt <= Now)
            return new(ClassRefusal.AlreadyOver);
        var offers = it.Waiting().Where(signUp => signUp.OfferedAt is null).Take(it.FreePlaces(Now) ?? 0).ToList();
        foreach (var offer in offers)
        {
            (offer.OfferedAt, offer.OfferedUntil) = (Now, Now + OfferedFor);
            await plan.OfferAsync(it, $"until{offer.Position}", offer.OfferedUntil.Value);
        }

        it.Version += offers.Count == 0 ? 0 : 1;
        return new(ClassRefusal.None, it) { SignUps = offers };
    }

    /// <summary>[要]: the offered place is taken. Who missed their turn may still have what nobody else waits for.</summary>
    public async Task<ClassResult> TakeAsync(int number, Actor who)
    {
        var found = await OpenAsync(number, who);
        if (found is not { Done: true, Class: { } it })
            return found;
        var mine = it.Waiting().Where(signUp => signUp.IsOf(who.Person)).ToList();
        if (mine.Count == 0)
            return new(it.Going().Any(signUp => signUp.IsOf(who.Person)) ? ClassRefusal.AlreadySignedUp : ClassRefusal.NotSignedUp, it);
        var taken = mine.Find(signUp => signUp.OfferedUntil > Now) ?? (HasPlaceForAnybody(it) ? mine[0] : null);
        if (taken is null)
            return new(mine.Exists(signUp => signUp.OfferedAt is not null) ? ClassRefusal.NothingOffered : ClassRefusal.StillWaiting, it);
        taken.PlacedAt = Now;
        it.Version++;
        return found with { SignUps = [taken] };
    }

    private SignUp Add(Class it, Person person, string? guest, string? sourceMessage)
    {
        var signUp = new SignUp
        {
            Class = it,
            Position = it.SignUps.Select(each => each.Position).DefaultIfEmpty().Max() + 1,
            Person = person,
            Guest = guest,
            SignedAt = Now,
            PlacedAt = HasPlaceForAnybody(it) ? Now : null,
            SourceMessage = sourceMessage,
        };
        it.SignUps.Add(signUp);
        return signUp;
    }

    // Those who wait come first, as long as they were not offered a place.
    private bool HasPlaceForAnybody(Class it) => it.FreePlaces(Now) is not 0 && it.Waiting().All(signUp => signUp.OfferedAt is not null);

    private async Task<ClassResult> MeantAsync(Class it, Actor who, string? guest)
    {
        var active = it.SignUps.FindAll(signUp => signUp.LeftAt is null);
        if (guest is null)
        {
            var own = active.Find(signUp => signUp.IsOf(who.Person) && signUp.Guest is null);
            return own is null ? new(ClassRefusal.NotSignedUp, it) : new(ClassRefusal.None, it) { SignUps = [own] };
        }

        var named = active.FindAll(signUp => signUp.IsNamed(Folded.Key(guest)));
        var meant = named.Find(signUp => signUp.IsOf(who.Person)) ?? named.FirstOrDefault();
        if (meant is null)
            return new(ClassRefusal.NoSuchGuest, it);
        return meant.IsOf(who.Person) || await db.OrganisesAsync(who, it.Group)
            ? new(ClassRefusal.None, it) { SignUps = [meant] }
            : new(ClassRefusal.NotYours, it);
    }

    private static string Short(string name) => name.Length > 20 ? name[..20] : name;
}
