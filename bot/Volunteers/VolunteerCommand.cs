using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Language;
using MutualAid.Core.Messaging;
using MutualAid.Core.Volunteers;

namespace MutualAid.Bot.Volunteers;

/// <summary>当志愿者: on the roster with skills, area and free times; what was said is repeated only in private.</summary>
[Command("volunteer_signup")]
public sealed class VolunteerCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var said = turn.Meaning.Rest.Trim();
        var desk = new VolunteerDesk(turn.Db, turn.Clock);
        if (Folding.Fold(said) is "名单" or "名册" or "list" or "roster")
            await RosterAsync(turn);
        else if (Folding.Fold(said) is "退出" or "不当了" or "off" or "quit" or "leave")
            await LeaveAsync(turn, desk);
        else
            await JoinAsync(turn, desk, said);
    }

    private static async Task JoinAsync(Turn turn, VolunteerDesk desk, string said)
    {
        var line = VolunteerLine.Read(said, turn.Meaning.Door is Door.Slash or Door.Phrase, turn.LocalNow);
        var words = new VolunteerWords(line.Skills)
        {
            Area = line.Area,
            FreeText = line.Free.Text,
            FreeSlots = line.Free.Slots,
            // A number that stands in the group already is not kept a second time.
            Contact = turn.Group is null ? line.Phone : null,
        };
        var it = await desk.JoinAsync(turn.From, words);
        turn.CanBeUndone($"person:{turn.From.Id}");
        turn.React("👍");
        if (turn.Group is null)
            turn.ReplyWith(Confirmation(it, turn.Speech), []);
        else if (!await turn.TellAsync(turn.From, speech => Confirmation(it, speech)))
            turn.Vanish(
                turn.ReplyWith(
                    turn.Speech.Say("volunteers.joined.inGroup"),
                    [
                        [new Button(turn.Speech.Plain("engine.button.openPrivate"), null, Turn.OpenPrivate)],
                    ]
                )
            );
    }

    private static async Task LeaveAsync(Turn turn, VolunteerDesk desk)
    {
        if (!await desk.LeaveAsync(turn.From))
        {
            turn.Refuse("volunteers.left.notOn");
            return;
        }

        turn.CanBeUndone($"person:{turn.From.Id}");
        turn.Vanish(turn.Reply("volunteers.left.done"));
    }

    // Only those who lead learn who can what, and how to reach them.
    private static async Task RosterAsync(Turn turn)
    {
        if (await turn.HomeAsync() is not { } group)
            return;
        if (!await turn.Db.LeadsAnyAsync(turn.Actor(), group))
        {
            await turn.RefuseToMemberAsync();
            return;
        }

        var roster = await turn
            .Db.Volunteers.OfGroup(turn.Db, group.Id)
            .Include(it => it.Person)
            .Include(it => it.Skills)
            .OrderBy(it => it.Id)
            .ToListAsync();
        string Text(Speech speech) =>
            roster.Count == 0
                ? speech.Say("volunteers.roster.empty")
                : speech.Say("volunteers.roster.title", group.Title, roster.Count)
                    + "\n"
                    + string.Join('\n', roster.Select(it => Html.Escape(it.Person.Name) + Details(it, speech)));
        if (turn.Group is null)
            turn.ReplyWith(Text(turn.Speech), []);
        else if (await turn.TellAsync(turn.From, Text))
            turn.React("👍");
        else
            turn.Refuse("volunteers.openPrivate");
    }

    private static string Confirmation(Volunteer it, Speech speech) =>
        speech.Say("volunteers.joined.told", new Markup(Details(it, speech))) + "\n" + speech.Say("volunteers.joined.how");

    private static string Details(Volunteer it, Speech speech)
    {
        var bar = speech.Say("volunteers.card.bar");
        var parts = new List<string>();
        if (it.Skills.Count > 0)
            parts.Add(
                speech.Say(
                    "volunteers.joined.skills",
                    string.Join(speech.Plain("volunteers.card.and"), it.Skills.Select(skill => skill.Name))
                )
            );
        if (it.Area is { } area)
            parts.Add(speech.Say("volunteers.joined.area", area));
        if (it.FreeText is { } free)
            parts.Add(speech.Say("volunteers.joined.free", free));
        if (it.Contact is { } contact)
            parts.Add(speech.Say("volunteers.joined.contact", contact));
        return string.Concat(parts.Select(part => bar + part));
    }
}
