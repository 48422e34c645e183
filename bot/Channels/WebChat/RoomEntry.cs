using MutualAid.Core.People;
using MutualAid.Core.Schedule;

namespace MutualAid.Bot.Channels.WebChat;

/// <summary>What a person gives at the door.</summary>
internal sealed record Knock(
    string? Name,
    string? Community,
    string? Language,
    string? Invite = null,
    string? Organiser = null,
    string? ReturnCode = null,
    string? Pin = null
);

/// <summary>Lets people in and says who a request is from.</summary>
internal sealed class RoomEntry(IRoomPeople people, Door door, RoomTalk talk, Hall hall, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim firstGroup = new(1);

    public void Dispose() => firstGroup.Dispose();

    private readonly RecentCounts said = new(TimeSpan.FromSeconds(10), clock);
    private readonly RecentCounts pressed = new(TimeSpan.FromSeconds(10), clock);
    private readonly RecentCounts knocked = new(TimeSpan.FromMinutes(10), clock);

    public bool MaySay(Seat seat) => said.Take(seat.Id, most: 20);

    public bool MayPress(Seat seat) => pressed.Take(seat.Id, most: 30);

    public async Task<Seat?> SeatAsync(HttpContext context) =>
        Door.TokenOf(context) is { } token ? await people.FindAsync(token, context.RequestAborted) : null;

    public static bool MaySpeak(Seat seat, string chatId) => chatId == seat.PrivateChat || seat.In(chatId) is not null;

    /// <summary>The passage, or the key of a refusal.</summary>
    public async Task<(Passage? Passage, string? Refusal)> KnockAsync(Knock knock, HttpContext context)
    {
        var stop = context.RequestAborted;
        if (!knocked.Take(knock.Invite ?? knock.Organiser ?? knock.ReturnCode ?? "free", most: 200))
            return (null, "room.error.fast");
        if (knock.ReturnCode is { } code)
            return await ReturnAsync(code, knock.Pin ?? "", stop);
        if ((knock.Invite ?? knock.Organiser) is { } link)
            return await ByLinkAsync(link, knock, context);
        return door.IsFree(context) ? (await FreelyAsync(knock, stop), null) : (null, "room.error.invite");
    }

    private async Task<(Passage?, string?)> ReturnAsync(string code, string pin, CancellationToken stop)
    {
        var (check, passage) = await people.ReturnAsync(code, pin, stop);
        return check switch
        {
            PinResult.Right => (passage, null),
            PinResult.Wrong => (null, "room.error.pin"),
            PinResult.Locked => (null, "room.error.locked"),
            _ => (null, "room.error.link"),
        };
    }

    private async Task<(Passage?, string?)> ByLinkAsync(string code, Knock knock, HttpContext context)
    {
        var stop = context.RequestAborted;
        if (await people.LinkAsync(code, stop) is not { } link || link.ForOrganiser != (knock.Organiser is not null))
            return (null, "room.error.link");
        var here = await SeatAsync(context);
        if (here is null && Name(knock) is null)
            return (null, "room.error.name");
        if (link.ForOrganiser && !await people.SpendAsync(code, stop))
            return (null, "room.error.link");
        var passage = here is not null
            ? new Passage(here, Door.TokenOf(context)!, null, null)
            : await people.EnterAsync(Name(knock)!, Community(knock), guest: false, stop);
        var seat = link.Group is { } group
            ? await JoinAsync(passage.Seat, group, link.ForOrganiser, knock.Language, stop)
            : await AddGroupAsync(passage.Seat, DefaultTitle(knock.Language), knock.Language, stop);
        if (here is null)
            await GreetAsync(seat, knock, stop);
        return (passage with { Seat = seat }, null);
    }

    private async Task<Passage> FreelyAsync(Knock knock, CancellationToken stop)
    {
        var passage = await people.EnterAsync(Name(knock) ?? DefaultName(knock.Language), Community(knock), guest: true, stop);
        await firstGroup.WaitAsync(stop);
        Seat seat;
        try
        {
            var groups = await people.GroupsAsync(stop);
            seat =
                groups.Count > 0
                    ? await JoinAsync(passage.Seat, groups[0], organiser: false, knock.Language, stop)
                    : await AddGroupAsync(passage.Seat, DefaultTitle(knock.Language), knock.Language, stop, organiser: false);
        }
        finally
        {
            firstGroup.Release();
        }
        await GreetAsync(seat, knock, stop);
        return passage with { Seat = seat };
    }

    public async Task<Seat> JoinAsync(Seat seat, RoomGroup group, bool organiser, string? language, CancellationToken stop)
    {
        var joined = await people.JoinAsync(seat.Id, group.ChatId, organiser, stop);
        await talk.JoinedAsync(joined, group.ChatId, language, stop);
        hall.Refresh();
        return joined;
    }

    public async Task<Seat> AddGroupAsync(Seat seat, string title, string? language, CancellationToken stop, bool organiser = true)
    {
        var group = await people.AddGroupAsync(title, stop);
        var joined = await people.JoinAsync(seat.Id, group.ChatId, organiser, stop);
        await talk.AddedAsync(joined, group, language, stop);
        hall.Refresh();
        return joined;
    }

    // The community is said to the bot in the person's own name, and the bot may write to them from then on.
    private Task GreetAsync(Seat seat, Knock knock, CancellationToken stop) =>
        talk.PrivatelyAsync(seat, Community(knock) is { } community ? "/join " + community : "/start", knock.Language, stop);

    private static string? Name(Knock knock) => Clean(knock.Name, 20);

    private static string? Community(Knock knock) => Clean(knock.Community, 30);

    public static string? Clean(string? text, int longest)
    {
        var clean = new string((text ?? "").Where(c => !char.IsControl(c)).ToArray()).Trim();
        return clean.Length == 0 ? null : clean[..Math.Min(clean.Length, longest)].TrimEnd('\ud800', '\udbff');
    }

    private static bool IsEnglish(string? language) => language?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true;

    private static string DefaultTitle(string? language) => IsEnglish(language) ? "Mutual aid" : "社区互助群";

    private static string DefaultName(string? language) => IsEnglish(language) ? "Neighbour" : "邻居";
}
