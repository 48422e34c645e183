using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Classes;

namespace MutualAid.Bot.Classes;

/// <summary>课程表: what comes, the soonest first; in private with the place of one's own classes and a calendar to subscribe to.</summary>
[Command("list_classes", LooksUp = true)]
public sealed class ClassesCommand(PublicAddress address) : ICommand
{
    private const int MostShown = 10;

    public async Task RunAsync(Turn turn)
    {
        var classes = await turn.ComingHere().SoonestFirst().Take(MostShown).WithAll().ToListAsync();
        if (classes.Count == 0 && turn.Group is not null)
        {
            turn.Reply("classes.list.empty");
            return;
        }

        var lines = new List<string>
        {
            classes.Count == 0 ? turn.Speech.Say("classes.list.empty") : turn.Speech.Say("classes.list.title", classes.Count),
        };
        lines.AddRange(classes.Select(it => Row(turn, it)));
        if (turn.Group is null)
            lines.Add(await CalendarAsync(turn));
        else
            lines.Add(turn.Speech.Say("classes.list.hint", classes[0].Number));
        turn.ReplyWith(
            string.Join('\n', lines),
            turn.Group is null
                ?
                [
                    [turn.Own(turn.Speech.Plain("classes.button.newLink"), "!calendar")],
                ]
                : []
        );
    }

    // Where it is, is told to those who come.
    private static string Row(Turn turn, Class it)
    {
        var row = ClassText.Row(it, turn.Speech, turn.Now);
        return turn.Group is null && it.SignUps.Exists(signUp => signUp is { LeftAt: null, PlacedAt: not null } && signUp.IsOf(turn.From))
            ? $"{row}\n{ClassText.Venue(it, turn.Speech)}"
            : row;
    }

    private async Task<string> CalendarAsync(Turn turn)
    {
        var desk = new CalendarDesk(turn.Db, turn.Clock);
        var lines = new List<string> { turn.Speech.Say("classes.calendar.mine", Link(await desk.KeyAsync(turn.From))) };
        var groups = await turn
            .Db.Members.Where(member => member.PersonId == turn.From.Id && member.LeftAt == null && member.Group.InactiveAt == null)
            .OrderBy(member => member.GroupId)
            .Select(member => member.Group)
            .Take(3)
            .ToListAsync();
        foreach (var group in groups)
            lines.Add(turn.Speech.Say("classes.calendar.group", group.Title, Link(await desk.KeyAsync(group))));
        return string.Join('\n', lines);
    }

    private string Link(CalendarKey key) => $"{address.Url}/calendar/{key.Key}.ics";
}

/// <summary>[换新链接]: the person's old calendar link stops working.</summary>
[Command("!calendar")]
public sealed class NewCalendarCommand(PublicAddress address) : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var key = await new CalendarDesk(turn.Db, turn.Clock).RenewAsync(turn.From);
        turn.Reply("classes.calendar.renewed", $"{address.Url}/calendar/{key.Key}.ics");
    }
}

/// <summary>[查看全部]: the whole list, in private.</summary>
[Command("!roster")]
public sealed class RosterCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var number = int.TryParse(turn.Meaning.Rest, out var parsed) ? parsed : 0;
        if (await turn.Db.Classes.WithAll().FirstOrDefaultAsync(each => each.Number == number) is not { } it)
            return;
        var told = await turn.TellAsync(
            turn.From,
            speech => ClassText.Head(it, speech) + "\n" + string.Join('\n', ClassFace.List(it, speech))
        );
        turn.Toast(turn.Speech.Plain(told ? "classes.roster.sent" : "classes.roster.closed"));
    }
}
