using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Supplies;

namespace MutualAid.Admin.Pages;

/// <summary>The groups, and the links that make new ones.</summary>
public sealed class GroupsModel(Office office) : ConsolePage(office)
{
    public sealed record GroupRow(
        long Id,
        string Title,
        string Channel,
        int Members,
        int OpenNeeds,
        DateTime? ConfirmedAt,
        DateTime? InactiveAt
    );

    /// <param name="Chat">Its id in the chat room.</param>
    public sealed record RoomRow(string Chat, string Title);

    public Listed<GroupRow> Groups { get; private set; } = null!;

    /// <summary>Groups of the chat room in which nobody spoke to the bot yet.</summary>
    public IReadOnlyList<RoomRow> Empty { get; private set; } = [];

    /// <summary>A new group is nobody's yet: only who organises everywhere makes one.</summary>
    public bool MayMake => Caller.For([ConsoleRole.Organiser]).All;

    public Task OnGetAsync(int? page) =>
        LookAsync(async sight =>
        {
            var open = sight.Needs.Open();
            Groups = await sight
                .Groups.OrderBy(it => it.InactiveAt != null)
                .ThenBy(it => it.Id)
                .Select(it => new GroupRow(
                    it.Id,
                    it.Title,
                    it.Channel,
                    it.Members.Count(member => member.LeftAt == null),
                    open.Count(need => need.GroupId == it.Id),
                    it.ConfirmedAt,
                    it.InactiveAt
                ))
                .PageAsync(page, Stop);
            if (MayMake)
                Empty = await sight
                    .Rooms.Where(room => !sight.Groups.Any(group => group.Channel == "room" && group.ExternalId == "g" + room.Id))
                    .OrderBy(room => room.Id)
                    .Take(20)
                    .Select(room => new RoomRow("g" + room.Id, room.Title))
                    .ToListAsync(Stop);
            return true;
        });

    public async Task<IActionResult> OnPostOrganiserAsync(string? chat)
    {
        if (chat is null && Caller.Reach.All)
            await NoteAsync(null);
        if (chat is null)
            return Caller.Reach.All ? Tell("/groups", "made.newGroup", "", await Office.Host.OrganiserLinkAsync(null, Stop)) : NotFound();
        return await RoomAsync(chat) is { } room
            ? Tell(room.Back, "made.organiser", room.Title, await Office.Host.OrganiserLinkAsync(chat, Stop))
            : NotFound();
    }

    public async Task<IActionResult> OnPostInviteAsync(string chat) =>
        await RoomAsync(chat) is { } room
            ? Tell(room.Back, "made.invite", room.Title, await Office.Host.InvitationLinkAsync(chat, Stop))
            : NotFound();

    public async Task<IActionResult> OnPostReattachAsync(string chat, string seat)
    {
        if (await RoomAsync(chat) is not { } room)
            return NotFound();
        var way = await Office.Host.ReattachAsync(chat, seat, Words.Plain("title"), Stop);
        return way is null ? Warn(room.Back, "made.nobody") : Tell(room.Back, "made.wayBack", way.Name, way.Link, way.Pin);
    }

    // A link opens a group to whoever has it: who gave it is kept.
    private Task<bool> NoteAsync(long? group) =>
        ActAsync(sight =>
        {
            sight.Note(group);
            return Task.FromResult(true);
        });

    private async Task<Found?> RoomAsync(string chat)
    {
        var found = await LookAsync(async sight =>
        {
            var title = await sight.Rooms.Where(it => "g" + it.Id == chat).Select(it => it.Title).FirstOrDefaultAsync(Stop);
            var group = await sight.Groups.Where(it => it.Channel == "room" && it.ExternalId == chat).FirstOrDefaultAsync(Stop);
            return title is null ? null : new Found(title, group?.Id);
        });
        if (found is not null)
            await NoteAsync(found.Group);
        return found;
    }

    private sealed record Found(string Title, long? Group)
    {
        public string Back => Group is { } id ? $"/groups/{id}" : "/groups";
    }
}
