using MutualAid.Core.People;

namespace MutualAid.Bot.Channels.WebChat;

/// <summary>A person's place in the room.</summary>
/// <param name="Id">The external id: <c>p7</c>; the private chat with the bot is <c>@p7</c>.</param>
/// <param name="Guest">Came by loopback, where names are free.</param>
public sealed record Seat(string Id, string Name, string? Community, bool Guest, IReadOnlyList<SeatIn> Groups)
{
    public string PrivateChat => "@" + Id;

    public SeatIn? In(string chatId) => Groups.FirstOrDefault(g => g.ChatId == chatId);
}

public sealed record SeatIn(string ChatId, bool Organiser);

/// <summary>A group of the room and who is in it.</summary>
/// <param name="Plain">微信样式: no edits, buttons or pins.</param>
public sealed record RoomGroup(string ChatId, string Title, bool Plain, IReadOnlyList<RoomPerson> People);

public sealed record RoomPerson(string SeatId, string Name, bool Organiser);

/// <param name="Group">Null for an organiser's link to a group that is still to be made.</param>
public sealed record RoomLink(bool ForOrganiser, RoomGroup? Group);

/// <summary>What a person keeps: the session of this device and the way back from another.</summary>
public sealed record Passage(Seat Seat, string Token, string? ReturnCode, string? Pin);

/// <summary>Who is in the room; kept over restarts. Codes and tokens are stored as hashes only.</summary>
public interface IRoomPeople
{
    Task<Seat?> FindAsync(string token, CancellationToken stop = default);

    Task<IReadOnlyList<RoomGroup>> GroupsAsync(CancellationToken stop = default);

    /// <summary>Whether a group or a person's private chat with this id exists.</summary>
    Task<bool> ExistsAsync(string chatId, CancellationToken stop = default);

    /// <summary>A new person; a return code and a PIN unless a guest.</summary>
    Task<Passage> EnterAsync(string name, string? community, bool guest, CancellationToken stop = default);

    Task<RoomGroup> AddGroupAsync(string title, CancellationToken stop = default);

    /// <summary>Puts the person into the group, or raises them to organiser.</summary>
    Task<Seat> JoinAsync(string seatId, string chatId, bool organiser, CancellationToken stop = default);

    Task SetPlainAsync(string chatId, bool plain, CancellationToken stop = default);

    /// <summary>A link for others into the group; for 14 days.</summary>
    Task<string> InviteAsync(string seatId, string chatId, CancellationToken stop = default);

    /// <summary>What an invitation or an organiser's link opens; null when it is unknown, used or too old.</summary>
    Task<RoomLink?> LinkAsync(string code, CancellationToken stop = default);

    /// <summary>Spends an organiser's link; false when another was faster.</summary>
    Task<bool> SpendAsync(string code, CancellationToken stop = default);

    /// <summary>A fresh return code and PIN; earlier ones, and with <paramref name="signOut"/> all devices, stop working.</summary>
    Task<Passage> RenewAsync(string seatId, bool signOut, CancellationToken stop = default);

    /// <summary>The way back on a new device; no result when the link is unknown.</summary>
    Task<(PinResult? Check, Passage? Passage)> ReturnAsync(string code, string pin, CancellationToken stop = default);
}
