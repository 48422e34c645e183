using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Language;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.Supplies;

/// <summary>A line of talk that looks like a request: silence in the group, a line for its organisers in private.</summary>
[Command("!missed", InGroup = true)]
public sealed class MissedCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var group = turn.Group!;
        var line = await new MissedDesk(turn.Db, turn.Clock).NoteAsync(group, turn.From, turn.Message.Text, turn.Message.MessageId);
        await Missed.ShowAsync(turn, group);
        if (group.MissedButtonAt is null || group.MutedUntil > turn.Now || group.IsQuiet(turn.Now))
            return;
        var button = turn.Answering(turn.Speech.Plain("supplies.missed.button.self"), $"!register {line.Id}");
        var row = turn.ReplyWith(
            turn.Speech.Say("supplies.missed.self"),
            [
                [button],
            ]
        );
        row.Silent = true;
        turn.Vanish(row);
    }
}

/// <summary>[代登记]: the line becomes its speaker's need.</summary>
[Command("!register")]
public sealed class RegisterCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var desk = new MissedDesk(turn.Db, turn.Clock);
        if (await desk.OpenAsync(Missed.IdIn(turn), turn.From) is not { } line)
        {
            turn.Refuse("supplies.missed.settled");
            return;
        }

        var local = Zone.ToLocal(line.SaidAt, line.Group.TimeZone);
        turn.Meaning = Reader.Read(line.Text, new ReadingContext(local, Addressed: true)) with { Rest = turn.Meaning.Rest };
        if (await Items.CompleteAsync(turn, turn.Meaning.Items) is not { } items)
            return;
        var speaker = new Actor(line.SaidBy, line.Group);
        var asked = await NeedCommand.AskAsync(turn, speaker, items, line.MessageId);
        if (asked.Need is not { } need)
        {
            turn.Refuse($"supplies.refusal.{asked.Refusal}", 0);
            return;
        }

        desk.Settle(line, turn.From, need.Number);
        turn.CanBeUndone(NeedFace.Key(need));
        turn.ShowIn(line.Group, NeedFace.Key(need), line.Group.IsQuiet(turn.Now), line.MessageId);
        turn.Redraw(BoardFace.Key(line.Group));
        turn.Toast(turn.Speech.Plain("supplies.missed.done", need.Number));
        turn.RemoveInGroup();
        await Missed.ShowAsync(turn, line.Group);
    }
}

/// <summary>[忽略]: it was no request.</summary>
[Command("!ignore")]
public sealed class IgnoreCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var desk = new MissedDesk(turn.Db, turn.Clock);
        if (await desk.OpenAsync(Missed.IdIn(turn), turn.From) is { } line)
        {
            desk.Settle(line, turn.From);
            await Missed.ShowAsync(turn, line.Group);
        }

        turn.Toast(turn.Speech.Plain("supplies.missed.ignored"));
    }
}

/// <summary>Three days are over.</summary>
public sealed class ForgetAct : IDueAct
{
    public string Kind => MissedDesk.Forgetting;

    // A promise to people: however late, it is kept.
    public TimeSpan UsefulFor => TimeSpan.MaxValue;

    public async Task ActAsync(DueTurn turn)
    {
        await new MissedDesk(turn.Db, turn.Clock).ForgetAsync(turn.Row.SubjectId!.Value);
        var organisers = await turn.Db.Members.Organising(turn.Row.GroupId!.Value).Select(it => it.PersonId).ToListAsync();
        await turn.Db.SaveChangesAsync();
        foreach (var person in organisers)
        {
            var key = MissedFace.Key(turn.Row.GroupId.Value, person);
            // What was carried is kept a month, but not these words.
            foreach (var row in await turn.Db.Outbox.Where(it => it.Card!.Key == key).ToListAsync())
                row.Text = "";
            await turn.Notices.RedrawAsync(key, Core.Messaging.Why.Notice);
        }
    }
}

internal static class Missed
{
    public static long IdIn(Turn turn) =>
        long.TryParse(turn.Meaning.Rest, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    /// <summary>Draws the card of each organiser whose private chat is open.</summary>
    public static async Task ShowAsync(Turn turn, Group group)
    {
        await turn.Db.SaveChangesAsync();
        var organisers = await turn
            .Db.Members.Organising(group.Id)
            .Include(it => it.Person)
                .ThenInclude(person => person.Accounts)
            .Select(it => it.Person)
            .ToListAsync();
        foreach (var person in organisers)
            turn.ShowTo(person, group.Channel, MissedFace.Key(group.Id, person.Id));
    }
}
