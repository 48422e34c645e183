using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Groups;
using MutualAid.Core.People;
using MutualAid.Core.Supplies;

namespace MutualAid.Admin.Pages;

/// <summary>One group: who is in it, and the links into it.</summary>
public sealed class GroupModel(Office office) : ConsolePage(office)
{
    public sealed record MemberRow(string Name, bool Organiser, string? Community, DateTime Since);

    public sealed record SeatRow(string Id, string Name, bool Organiser);

    public Group Group { get; private set; } = null!;

    public RoomChat? Room { get; private set; }

    public int OpenNeeds { get; private set; }

    public DateTime Now { get; private set; }

    public Uri BoardUrl => new(Office.Host.Running().ChatRoom, "/board");

    public Listed<MemberRow> Members { get; private set; } = null!;

    public Listed<SeatRow> Seats { get; private set; } = null!;

    /// <summary>Links into a group are its organisers'.</summary>
    public bool MayLink => Caller.For([ConsoleRole.Organiser]) is var reach && (reach.All || reach.Groups.Contains(Group.Id));

    public async Task<IActionResult> OnGetAsync(long id, int? page) =>
        await LookAsync(async sight =>
        {
            if (await sight.Groups.FirstOrDefaultAsync(it => it.Id == id, Stop) is not { } group)
                return false;
            (Group, Now) = (group, sight.Now);
            OpenNeeds = await sight.Needs.Open().OfGroup(id).CountAsync(Stop);
            Room = group.Channel == "room" ? await sight.Rooms.FirstOrDefaultAsync(it => "g" + it.Id == group.ExternalId, Stop) : null;
            if (Room is { } room && MayLink)
                Seats = await sight
                    .Rooms.Where(it => it.Id == room.Id)
                    .SelectMany(it => it.Memberships)
                    .OrderBy(it => it.JoinedAt)
                    .ThenBy(it => it.SeatId)
                    .Select(it => new SeatRow("p" + it.SeatId, it.Seat.Name, it.OrganiserSince != null))
                    .PageAsync(page, Stop);
            else
                Members = await sight
                    .Members.Where(it => it.GroupId == id && it.LeftAt == null)
                    .OrderByDescending(it => it.Role == Role.Organiser)
                    .ThenBy(it => it.JoinedAt)
                    .ThenBy(it => it.PersonId)
                    .Select(it => new MemberRow(
                        it.Person.Name,
                        it.Role == Role.Organiser,
                        it.Person.Community == null ? null : it.Person.Community.Name,
                        it.JoinedAt
                    ))
                    .PageAsync(page, Stop);
            return true;
        })
            ? Page()
            : NotFound();

    /// <summary>Whether anybody may read its verified needs, offers and classes.</summary>
    public async Task<IActionResult> OnPostBoardAsync(long id, bool on)
    {
        var isDone = await ActAsync(async sight =>
        {
            if (await sight.Groups.FirstOrDefaultAsync(it => it.Id == id, Stop) is not { } group)
                return false;
            group.PublicBoardAt = on ? group.PublicBoardAt ?? sight.Now : null;
            return true;
        });
        return isDone ? Tell($"/groups/{id}", on ? "group.board.opened" : "group.board.closed") : NotFound();
    }
}
