using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;
using MutualAid.Core.People;
using MutualAid.Core.Supplies;

namespace MutualAid.Admin.Pages;

public sealed record SeatRow(string Id, string Name, bool Organiser);

/// <param name="Room">For a group of the chat room: its id there.</param>
public sealed record GroupRow(
    string Title,
    string Channel,
    int Members,
    int OpenNeeds,
    DateTime? ConfirmedAt,
    DateTime? InactiveAt,
    string? Room,
    IReadOnlyList<SeatRow> People
);

/// <param name="Words">What was to be said, in short; null in private, where it may be personal.</param>
public sealed record TroubleRow(long Id, DateTime At, string Channel, string? Group, string? Words, bool Unknown, string? Reason);

public sealed record VoiceRow(long Id, string Who, string? Group, DateTime At);

public sealed record IncidentRow(string Code, DateTime At, string Channel, string Command, string Error);

public sealed record CommunityRow(long Id, string Name, string? Contact, string? DropOff);

/// <summary>What the page shows, read in one go.</summary>
public sealed class Overview
{
    private const int Newest = 20;
    private const int LongestWords = 60;

    public required IReadOnlyList<GroupRow> Groups { get; init; }
    public required IReadOnlyDictionary<OutboxState, int> Outbox { get; init; }
    public required IReadOnlyList<TroubleRow> Troubles { get; init; }
    public required IReadOnlyList<IncidentRow> Incidents { get; init; }
    public required IReadOnlyList<VoiceRow> Voices { get; init; }
    public required IReadOnlyList<CommunityRow> Communities { get; init; }

    public static async Task<Overview> ReadAsync(Db db, CancellationToken stop)
    {
        var groups = await db.Groups.OrderBy(it => it.InactiveAt != null).ThenBy(it => it.Id).ToListAsync(stop);
        return new Overview
        {
            Groups = await GroupsAsync(db, groups, stop),
            Outbox = await db
                .Outbox.GroupBy(it => it.State)
                .Select(it => new { it.Key, Count = it.Count() })
                .ToDictionaryAsync(it => it.Key, it => it.Count, stop),
            Troubles = await TroublesAsync(db, groups, stop),
            Incidents = await db
                .Incidents.OrderByDescending(it => it.Id)
                .Take(Newest)
                .Select(it => new IncidentRow(it.Code, it.At, it.Channel, it.Command, it.Error))
                .ToListAsync(stop),
            Voices = await VoicesAsync(db, groups, stop),
            Communities = await db
                .Communities.OrderBy(it => it.Id)
                .Select(it => new CommunityRow(it.Id, it.Name, it.Contact, it.DropOff))
                .ToListAsync(stop),
        };
    }

    public int Count(params OutboxState[] states) => states.Sum(state => Outbox.GetValueOrDefault(state));

    private static async Task<List<GroupRow>> GroupsAsync(Db db, List<Group> groups, CancellationToken stop)
    {
        var members = await db
            .Members.Where(it => it.LeftAt == null)
            .GroupBy(it => it.GroupId)
            .Select(it => new { it.Key, Count = it.Count() })
            .ToDictionaryAsync(it => it.Key, it => it.Count, stop);
        var needs = await db
            .Needs.Open()
            .GroupBy(it => it.GroupId)
            .Select(it => new { it.Key, Count = it.Count() })
            .ToDictionaryAsync(it => it.Key, it => it.Count, stop);
        var rooms = await db.RoomChats.Include(it => it.Memberships).ThenInclude(it => it.Seat).OrderBy(it => it.Id).ToListAsync(stop);
        var known = rooms.ToDictionary(it => it.ExternalId, StringComparer.Ordinal);
        var rows = groups.ConvertAll(it =>
        {
            var room = it.Channel == "room" ? known.GetValueOrDefault(it.ExternalId) : null;
            var count = room?.Memberships.Count ?? members.GetValueOrDefault(it.Id);
            return new GroupRow(
                it.Title,
                it.Channel,
                count,
                needs.GetValueOrDefault(it.Id),
                it.ConfirmedAt,
                it.InactiveAt,
                room?.ExternalId,
                People(room)
            );
        });
        // A room in which nobody spoke to the bot yet.
        var met = groups.Where(it => it.Channel == "room").Select(it => it.ExternalId).ToHashSet(StringComparer.Ordinal);
        rows.AddRange(
            rooms
                .Where(it => !met.Contains(it.ExternalId))
                .Select(it => new GroupRow(it.Title, "room", it.Memberships.Count, 0, null, null, it.ExternalId, People(it)))
        );
        return rows;
    }

    private static List<SeatRow> People(RoomChat? room) =>
        room?.Memberships.OrderBy(it => it.JoinedAt)
            .Select(it => new SeatRow(it.Seat.ExternalId, it.Seat.Name, it.OrganiserSince is not null))
            .ToList()
        ?? [];

    private static async Task<List<TroubleRow>> TroublesAsync(Db db, List<Group> groups, CancellationToken stop)
    {
        var rows = await db
            .Outbox.Where(it => it.State == OutboxState.Failed || it.State == OutboxState.Unknown)
            .OrderByDescending(it => it.Id)
            .Take(Newest)
            .ToListAsync(stop);
        return rows.ConvertAll(it =>
        {
            var group = groups.Find(each => each.Channel == it.Channel && each.ExternalId == it.ChatId);
            var words = group is null ? null : Short(Html.ToPlain(it.Text));
            return new TroubleRow(
                it.Id,
                it.StartedAt ?? it.CreatedAt,
                it.Channel,
                group?.Title,
                words,
                it.State == OutboxState.Unknown,
                it.Reason
            );
        });
    }

    private static async Task<List<VoiceRow>> VoicesAsync(Db db, List<Group> groups, CancellationToken stop)
    {
        var notes = await db.VoiceNotes.Include(it => it.Person).Where(it => it.HandledAt == null).OrderBy(it => it.Id).ToListAsync(stop);
        return notes.ConvertAll(it => new VoiceRow(it.Id, it.Person.Name, groups.Find(each => each.Id == it.GroupId)?.Title, it.At));
    }

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= LongestWords ? line : line[..LongestWords] + "…";
    }
}
