using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;

namespace MutualAid.Core.People;

/// <summary>Why somebody was not forgotten; the names are phrase keys.</summary>
public enum PrivacyRefusal
{
    None,
    AlreadyErased,

    /// <summary>They can still sign in to the console: their account is closed first.</summary>
    HasAccount,
}

/// <summary>Forgets people: names and words go, what was asked, brought and received stays without them.</summary>
public sealed class PrivacyDesk(Db db, TimeProvider clock)
{
    /// <summary>What stands where a name stood.</summary>
    public const string Nobody = "—";

    private const int ShortestName = 2;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>In the live data at once; backups end by their age.</summary>
    public async Task<PrivacyRefusal> EraseAsync(Person person)
    {
        if (person.ErasedAt is not null)
            return PrivacyRefusal.AlreadyErased;
        if (await db.ConsoleAccounts.AnyAsync(it => it.PersonId == person.Id && it.ClosedAt == null))
            return PrivacyRefusal.HasAccount;
        var groups = await LeaveAsync(person);
        await ForgetSeatsAsync(person);
        await ForgetWordsAsync(person);
        await ForgetNameAsync(person.Name, groups);
        await ForgetVolunteerAsync(person);
        await ForgetAccountAsync(person);
        (person.Name, person.ErasedAt) = (Nobody, Now);
        (person.CommunityId, person.Community, person.Language, person.TimeZone) = (null, null, null, null);
        return PrivacyRefusal.None;
    }

    private async Task<List<long>> LeaveAsync(Person person)
    {
        var members = await db.Members.Where(it => it.PersonId == person.Id).ToListAsync();
        foreach (var member in members)
            (member.LeftAt, member.Role) = (member.LeftAt ?? Now, Role.Member);
        return members.ConvertAll(it => it.GroupId);
    }

    private async Task ForgetWordsAsync(Person person)
    {
        db.RemoveRange(await db.Missed.Where(it => it.SaidById == person.Id).ToListAsync());
        db.RemoveRange(await db.VoiceNotes.Where(it => it.PersonId == person.Id).ToListAsync());
        db.RemoveRange(await db.Unfinished.Where(it => it.PersonId == person.Id).ToListAsync());
        // Each holds whole rows as they were before an act; those of others may hold this person's.
        await db.UndoSteps.ExecuteDeleteAsync();
        // So may sheets that are not yet erased.
        foreach (var import in await db.Imports.Where(it => it.Content != null || it.Steps != null).ToListAsync())
            (import.Content, import.Columns, import.Steps) = (null, null, null);
        // And what somebody is typing about them.
        var name = person.Name;
        db.RemoveRange(await db.FormDrafts.Where(it => it.Account.PersonId == person.Id || it.Fields.Contains(name)).ToListAsync());
        db.RemoveRange(await db.CalendarKeys.Where(it => it.PersonId == person.Id).ToListAsync());
        foreach (var sign in await db.SignUps.Where(it => it.PersonId == person.Id && it.Guest != null).ToListAsync())
            sign.Guest = Nobody;
        foreach (var account in await db.Accounts.Where(it => it.PersonId == person.Id).ToListAsync())
        {
            var chat = account.PrivateChat;
            foreach (var row in await db.Outbox.Where(it => it.Channel == account.Channel && it.ChatId == chat).ToListAsync())
                Silence(row);
            db.Remove(account);
        }
    }

    private static void Silence(OutboxRow row)
    {
        (row.Text, row.Buttons) = ("", null);
        if (row.State is OutboxState.Queued or OutboxState.Retry)
            row.State = OutboxState.Cancelled;
    }

    // A name also stands in what was said in groups, among donors and in directions.
    private async Task ForgetNameAsync(string name, List<long> groups)
    {
        // One letter is no name: it stands in half of what is said.
        if (name.Length < ShortestName)
            return;
        var escaped = Html.Escape(name);
        await db
            .Outbox.Where(it => it.Text.Contains(escaped))
            .ExecuteUpdateAsync(rows => rows.SetProperty(it => it.Text, it => it.Text.Replace(escaped, Nobody)));
        foreach (var donor in await db.DonationDonors.Where(it => it.Name == name && groups.Contains(it.Donation.GroupId)).ToListAsync())
            donor.Name = Nobody;
        foreach (var offer in await db.Offers.Where(it => it.Provider == name && groups.Contains(it.GroupId)).ToListAsync())
            (offer.Provider, offer.Contact, offer.Place) = (Nobody, null, null);
        foreach (var community in await db.Communities.Where(it => it.Contact!.Contains(name) || it.DropOff!.Contains(name)).ToListAsync())
        {
            // The number beside the name is theirs too.
            if (community.Contact?.Contains(name, StringComparison.Ordinal) == true)
                community.Contact = null;
            community.DropOff = community.DropOff?.Replace(name, Nobody, StringComparison.Ordinal);
        }
    }

    private async Task ForgetSeatsAsync(Person person)
    {
        var names = await db
            .Accounts.Where(it => it.PersonId == person.Id && it.Channel == "room")
            .Select(it => it.ExternalId)
            .ToListAsync();
        var seats = await db.RoomSeats.Include(it => it.Memberships).Where(it => names.Contains("p" + it.Id)).ToListAsync();
        foreach (var seat in seats)
        {
            (seat.Name, seat.Community, seat.PinHash) = (Nobody, null, null);
            db.RemoveRange(seat.Memberships);
            foreach (var key in await db.RoomKeys.Where(it => it.SeatId == seat.Id && it.SpentAt == null).ToListAsync())
                key.SpentAt = Now;
        }
    }

    private async Task ForgetVolunteerAsync(Person person)
    {
        foreach (var volunteer in await db.Volunteers.Include(it => it.Skills).Where(it => it.PersonId == person.Id).ToListAsync())
        {
            (volunteer.Area, volunteer.FreeText, volunteer.Contact, volunteer.Note, volunteer.FreeSlots) = (null, null, null, null, 0);
            volunteer.LeftAt ??= Now;
            db.RemoveRange(volunteer.Skills);
        }
    }

    private async Task ForgetAccountAsync(Person person)
    {
        foreach (var account in await db.ConsoleAccounts.Where(it => it.PersonId == person.Id).ToListAsync())
        {
            account.UserName = $"{Nobody}{account.Id}";
            account.NormalizedUserName = Folded.Key(account.UserName);
            foreach (var session in await db.ConsoleSessions.Where(it => it.AccountId == account.Id).ToListAsync())
                (session.Address, session.Browser) = (null, null);
        }
    }
}
