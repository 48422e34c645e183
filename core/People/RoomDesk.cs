using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;

namespace MutualAid.Core.People;

/// <summary>The verbs of the chat room's door. Used inside the writer; codes are returned once and stored as hashes.</summary>
public sealed class RoomDesk(Db db, TimeProvider clock)
{
    private const int MostWrongPins = 5;
    private static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan InvitesLast = TimeSpan.FromDays(14);
    private static readonly TimeSpan OrganiserLinksLast = TimeSpan.FromDays(2);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public RoomSeat Seat(string name, string? community, bool guest)
    {
        var seat = new RoomSeat
        {
            Name = name,
            Community = community,
            Guest = guest,
            CreatedAt = Now,
        };
        db.RoomSeats.Add(seat);
        return seat;
    }

    public RoomChat Chat(string title)
    {
        var chat = new RoomChat { Title = title, CreatedAt = Now };
        db.RoomChats.Add(chat);
        return chat;
    }

    /// <summary>Puts the person into the group, or raises them to organiser; never takes the role away.</summary>
    public async Task JoinAsync(long seatId, long chatId, bool organiser)
    {
        var membership = await db.RoomMemberships.FindAsync(seatId, chatId);
        if (membership is null)
        {
            membership = new RoomMembership
            {
                SeatId = seatId,
                ChatId = chatId,
                JoinedAt = Now,
            };
            db.RoomMemberships.Add(membership);
        }
        if (organiser)
            membership.OrganiserSince ??= Now;
    }

    public string Session(RoomSeat seat) => Key(RoomKeyKind.Session, seat, null, null);

    public string Invite(RoomSeat by, long chatId) => Key(RoomKeyKind.Invite, by, chatId, InvitesLast);

    /// <summary>For the console, which has no seat in the room.</summary>
    public string Invite(long chatId) => Key(RoomKeyKind.Invite, null, chatId, InvitesLast);

    /// <summary>For the console: makes whoever opens it first an organiser; without a group, of a new one.</summary>
    public string OrganiserLink(long? chatId) => Key(RoomKeyKind.Organiser, null, chatId, OrganiserLinksLast);

    /// <summary>A fresh way back; the earlier one stops working, and with <paramref name="signOut"/> all devices.</summary>
    public async Task<(string Code, string Pin)> RenewAsync(RoomSeat seat, bool signOut)
    {
        var old = await db
            .RoomKeys.Where(k => k.SeatId == seat.Id && k.SpentAt == null)
            .Where(k => k.Kind == RoomKeyKind.Return || (signOut && k.Kind == RoomKeyKind.Session))
            .ToListAsync();
        old.ForEach(k => k.SpentAt = Now);
        var pin = Secrets.NewPin();
        seat.PinHash = Secrets.HashPin(pin);
        (seat.WrongPins, seat.LockedUntil) = (0, null);
        return (Key(RoomKeyKind.Return, seat, null, null), pin);
    }

    /// <summary>Whether the PIN opens the return link; counts wrong ones.</summary>
    public PinResult TryPin(RoomSeat seat, string pin)
    {
        if (seat.LockedUntil > Now)
            return PinResult.Locked;
        if (seat.PinHash is { } hash && Secrets.IsPin(pin, hash))
        {
            (seat.WrongPins, seat.LockedUntil) = (0, null);
            return PinResult.Right;
        }
        if (++seat.WrongPins < MostWrongPins)
            return PinResult.Wrong;
        (seat.WrongPins, seat.LockedUntil) = (0, Now + LockedFor);
        return PinResult.Locked;
    }

    /// <summary>The key of this secret while it opens something.</summary>
    public async Task<RoomKey?> FindAsync(string code, CancellationToken stop = default)
    {
        var hash = Secrets.Hash(code);
        var key = await db.RoomKeys.Include(k => k.Seat).Include(k => k.Chat).FirstOrDefaultAsync(k => k.Hash == hash, stop);
        return key is { SpentAt: null } && (key.ExpiresAt is null || key.ExpiresAt > Now) ? key : null;
    }

    /// <summary>False when it was spent before.</summary>
    public async Task<bool> SpendAsync(string code)
    {
        if (await FindAsync(code) is not { Kind: RoomKeyKind.Organiser } key)
            return false;
        key.SpentAt = Now;
        return true;
    }

    private string Key(RoomKeyKind kind, RoomSeat? seat, long? chatId, TimeSpan? lasts)
    {
        var code = Secrets.NewCode();
        db.RoomKeys.Add(
            new RoomKey
            {
                Hash = Secrets.Hash(code),
                Kind = kind,
                Seat = seat,
                ChatId = chatId,
                CreatedAt = Now,
                ExpiresAt = lasts is { } time ? Now + time : null,
            }
        );
        return code;
    }
}

public enum PinResult
{
    Right,
    Wrong,

    /// <summary>Five wrong ones: closed for fifteen minutes.</summary>
    Locked,
}
