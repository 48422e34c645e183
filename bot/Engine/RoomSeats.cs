using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Channels.WebChat;
using MutualAid.Core.Data;
using MutualAid.Core.People;

namespace MutualAid.Bot.Engine;

/// <summary>The chat room's people, kept in the database.</summary>
public sealed class RoomSeats(Store store, Writer writer, TimeProvider clock) : IRoomPeople
{
    private const string Lane = "room:people";

    public async Task<Seat?> FindAsync(string token, CancellationToken stop = default)
    {
        await using var db = store.Read();
        return await new RoomDesk(db, clock).FindAsync(token, stop) is { Kind: RoomKeyKind.Session, SeatId: { } id }
            ? await SeatAsync(db, id, stop)
            : null;
    }

    public async Task<IReadOnlyList<RoomGroup>> GroupsAsync(CancellationToken stop = default)
    {
        await using var db = store.Read();
        var chats = await db.RoomChats.Include(c => c.Memberships).ThenInclude(m => m.Seat).OrderBy(c => c.Id).ToListAsync(stop);
        return [.. chats.Select(View)];
    }

    public async Task<bool> ExistsAsync(string chatId, CancellationToken stop = default)
    {
        await using var db = store.Read();
        return chatId switch
        {
            ['@', 'p', ..] when Number(chatId[1..]) is { } seat => await db.RoomSeats.AnyAsync(s => s.Id == seat, stop),
            ['g', ..] when Number(chatId) is { } chat => await db.RoomChats.AnyAsync(c => c.Id == chat, stop),
            _ => false,
        };
    }

    public Task<Passage> EnterAsync(string name, string? community, bool guest, CancellationToken stop = default) =>
        writer.DoAsync(
            Lane,
            async db =>
            {
                var desk = new RoomDesk(db, clock);
                var seat = desk.Seat(name, community, guest);
                await db.SaveChangesAsync(stop);
                var token = desk.Session(seat);
                var (code, pin) = guest ? (null, null) : await desk.RenewAsync(seat, signOut: false);
                return new Passage(View(seat), token, code, pin);
            },
            stop
        );

    public Task<RoomGroup> AddGroupAsync(string title, CancellationToken stop = default) =>
        writer.DoAsync(
            Lane,
            async db =>
            {
                var chat = new RoomDesk(db, clock).Chat(title);
                await db.SaveChangesAsync(stop);
                return View(chat);
            },
            stop
        );

    public Task<Seat> JoinAsync(string seatId, string chatId, bool organiser, CancellationToken stop = default) =>
        writer.DoAsync(
            Lane,
            async db =>
            {
                await new RoomDesk(db, clock).JoinAsync(Number(seatId)!.Value, Number(chatId)!.Value, organiser);
                await db.SaveChangesAsync(stop);
                return (await SeatAsync(db, Number(seatId)!.Value, stop))!;
            },
            stop
        );

    public Task SetPlainAsync(string chatId, bool plain, CancellationToken stop = default) =>
        writer.DoAsync(Lane, async db => (await db.RoomChats.FindAsync([Number(chatId)!.Value], stop))!.Plain = plain, stop);

    public Task<string> InviteAsync(string seatId, string chatId, CancellationToken stop = default) =>
        writer.DoAsync(
            Lane,
            async db =>
                new RoomDesk(db, clock).Invite((await db.RoomSeats.FindAsync([Number(seatId)!.Value], stop))!, Number(chatId)!.Value),
            stop
        );

    public async Task<RoomLink?> LinkAsync(string code, CancellationToken stop = default)
    {
        await using var db = store.Read();
        return await new RoomDesk(db, clock).FindAsync(code, stop) is { Kind: RoomKeyKind.Invite or RoomKeyKind.Organiser } key
            ? new RoomLink(key.Kind == RoomKeyKind.Organiser, key.Chat is { } chat ? View(chat) : null)
            : null;
    }

    public Task<bool> SpendAsync(string code, CancellationToken stop = default) =>
        writer.DoAsync(Lane, db => new RoomDesk(db, clock).SpendAsync(code), stop);

    public Task<Passage> RenewAsync(string seatId, bool signOut, CancellationToken stop = default) =>
        writer.DoAsync(
            Lane,
            async db =>
            {
                var seat = (await db.RoomSeats.FindAsync([Number(seatId)!.Value], stop))!;
                var (code, pin) = await new RoomDesk(db, clock).RenewAsync(seat, signOut);
                return new Passage(View(seat), "", code, pin);
            },
            stop
        );

    public Task<(PinResult? Check, Passage? Passage)> ReturnAsync(string code, string pin, CancellationToken stop = default) =>
        writer.DoAsync(
            Lane,
            async Task<(PinResult?, Passage?)> (db) =>
            {
                var desk = new RoomDesk(db, clock);
                if (await desk.FindAsync(code, stop) is not { Kind: RoomKeyKind.Return, Seat: { } seat })
                    return (null, null);
                var check = desk.TryPin(seat, pin);
                return (
                    check,
                    check == PinResult.Right ? new Passage((await SeatAsync(db, seat.Id, stop))!, desk.Session(seat), null, null) : null
                );
            },
            stop
        );

    private static async Task<Seat?> SeatAsync(Db db, long id, CancellationToken stop)
    {
        var seat = await db.RoomSeats.Include(s => s.Memberships).ThenInclude(m => m.Chat).FirstOrDefaultAsync(s => s.Id == id, stop);
        return seat is null ? null : View(seat);
    }

    private static Seat View(RoomSeat seat) =>
        new(
            seat.ExternalId,
            seat.Name,
            seat.Community,
            seat.Guest,
            [.. seat.Memberships.OrderBy(m => m.ChatId).Select(m => new SeatIn("g" + m.ChatId, m.OrganiserSince is not null))]
        );

    private static RoomGroup View(RoomChat chat) =>
        new(
            chat.ExternalId,
            chat.Title,
            chat.Plain,
            [
                .. chat
                    .Memberships.OrderBy(m => m.JoinedAt)
                    .Select(m => new RoomPerson(m.Seat.ExternalId, m.Seat.Name, m.OrganiserSince is not null)),
            ]
        );

    private static long? Number(string id) =>
        long.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
