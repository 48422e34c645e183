using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;
using MutualAid.Core.Volunteers;

namespace MutualAid.Bot.Volunteers;

/// <summary>服务时长: one's own; who leads reads in private how many served this week and what waits to be confirmed.</summary>
[Command("my_hours", LooksUp = true)]
public sealed partial class HoursCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (Line().Match(turn.Meaning.Rest) is { Success: true } line)
        {
            await CorrectAsync(turn, line);
            return;
        }

        var week = Week(turn);
        var led = turn.Db.Hours.Current().LedBy(turn.From.Id);
        var served = await led.Where(entry => entry.From >= week.From && entry.From < week.To)
            .Select(entry => entry.Assignment.PersonId)
            .Distinct()
            .CountAsync();
        var waiting = await new HoursDesk(turn.Db, turn.Clock).Waiting(turn.From).CountAsync();
        var own = await OwnAsync(turn, week.From);
        if (served == 0 && waiting == 0)
            turn.ReplyWith(own ?? turn.Speech.Say("volunteers.hours.none"), []);
        else
            await TellLeaderAsync(turn, served, waiting, own);
    }

    private static async Task TellLeaderAsync(Turn turn, int served, int waiting, string? own)
    {
        string Text(Speech speech) =>
            speech.Say(waiting == 0 ? "volunteers.hours.week" : "volunteers.hours.weekWaiting", served, waiting)
            + (own is null ? "" : "\n" + own);
        // What is confirmed is what was seen.
        var confirm = string.Create(CultureInfo.InvariantCulture, $"!confirmhours {turn.Now.Ticks}");
        IReadOnlyList<Choice> Choices(Speech speech) =>
            waiting == 0 ? [] : [new Choice(speech.Plain("volunteers.button.confirmAll"), confirm)];
        if (turn.Group is null)
            turn.ReplyWith(Text(turn.Speech), [.. Choices(turn.Speech).Select(it => new[] { turn.Own(it.Label, it.Text) })]);
        else if (await turn.TellAsync(turn.From, Text, Choices))
            turn.React("👍");
        else
            turn.Refuse("volunteers.openPrivate");
    }

    private static async Task<string?> OwnAsync(Turn turn, DateTime since)
    {
        var mine = await turn
            .Db.Hours.Current()
            .Where(entry => entry.Assignment.PersonId == turn.From.Id)
            .Select(entry => new
            {
                entry.From,
                entry.To,
                entry.NotedById,
            })
            .ToListAsync();
        if (mine.Count == 0)
            return null;
        var said = mine.FindAll(entry => entry.NotedById is not null);
        var (week, all) = (
            said.Where(entry => entry.From >= since).Sum(entry => (entry.To - entry.From).TotalMinutes),
            said.Sum(entry => (entry.To - entry.From).TotalMinutes)
        );
        var waiting = (int)mine.Where(entry => entry.NotedById is null).Sum(entry => (entry.To - entry.From).TotalMinutes);
        var text = turn.Speech.Say(
            "volunteers.hours.own",
            ShiftText.Length((int)week, turn.Speech),
            ShiftText.Length((int)all, turn.Speech)
        );
        return waiting == 0 ? text : text + turn.Speech.Say("volunteers.hours.ownWaiting", ShiftText.Length(waiting, turn.Speech));
    }

    /// <summary>Monday to Sunday of the speaker's zone, in UTC.</summary>
    private static (DateTime From, DateTime To) Week(Turn turn)
    {
        var today = DateOnly.FromDateTime(turn.LocalNow);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        DateTime Start(DateOnly date) => Zone.ToUtc(date.ToDateTime(TimeOnly.MinValue), turn.ZoneId);
        return (Start(monday), Start(monday.AddDays(7)));
    }

    // /hours 8 巩文斌 7:00-9:20 by who leads.
    private static async Task CorrectAsync(Turn turn, Match line)
    {
        var number = int.Parse(line.Groups["number"].Value, CultureInfo.InvariantCulture);
        if (await new ShiftDesk(turn.Db, turn.Clock).FindAsync(number) is not { } it || !await turn.Db.LeadsAsync(turn.Actor(), it))
        {
            turn.Refuse("volunteers.refusal.NotLead");
            return;
        }

        if (turn.Find([line.Groups["who"].Value.Trim()], [.. it.On().Select(place => place.Person)]) is not [var person])
            return;
        if (
            !TimeOnly.TryParse(line.Groups["from"].Value, CultureInfo.InvariantCulture, out var from)
            || !TimeOnly.TryParse(line.Groups["to"].Value, CultureInfo.InvariantCulture, out var to)
        )
        {
            turn.Refuse("volunteers.hours.badTime");
            return;
        }

        var date = it.Group.LocalDate(it.StartsAt);
        var (start, end) = (
            it.Group.ToUtc(date.ToDateTime(from)),
            it.Group.ToUtc(date.AddDays(to <= from && it.Group.LocalDate(it.EndsAt) > date ? 1 : 0).ToDateTime(to))
        );
        var result = await new HoursDesk(turn.Db, turn.Clock).CorrectAsync(number, turn.Actor(), person, start, end);
        if (result is not { Done: true, Places: [var place] })
        {
            turn.Refuse(result, number);
            return;
        }

        turn.CanBeUndone(ShiftFace.Key(it));
        turn.Reply("volunteers.hours.corrected", person.Name, ShiftText.Length(place.Served()!.Minutes(), turn.Speech));
    }

    [GeneratedRegex(
        @"^\s*(?:#|班次)?\s*(?<number>[0-9]{1,6})\s*(?:号班|号|班)?\s*(?<who>[^\s0-9][^0-9]{0,20}?)\s*(?<from>[0-9]{1,2}:[0-9]{2})\s*(?:-|–|—|~|到|至)\s*(?<to>[0-9]{1,2}:[0-9]{2})\s*$"
    )]
    private static partial Regex Line();
}

/// <summary>[全部确认]: a new line in the ledger for each that waited.</summary>
[Command("!confirmhours")]
public sealed class ConfirmHoursCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var seen = long.TryParse(turn.Meaning.Rest, out var ticks) ? new DateTime(ticks, DateTimeKind.Utc) : turn.Now;
        var confirmed = await new HoursDesk(turn.Db, turn.Clock).ConfirmAsync(turn.From, seen);
        if (confirmed.Count == 0)
        {
            turn.Refuse("volunteers.refusal.NothingToConfirm");
            return;
        }

        turn.CanBeUndone(ShiftFace.Key(confirmed[0].Assignment.Shift));
        var lines = confirmed.Select(entry =>
            turn.Speech.Say("volunteers.hours.line", entry.Assignment.Person.Name, ShiftText.Length(entry.Minutes(), turn.Speech))
        );
        turn.Toast(turn.Speech.Plain("volunteers.hours.confirmed", confirmed.Count));
        turn.EditPressed(turn.Speech.Say("volunteers.hours.confirmed", confirmed.Count) + "\n" + string.Join('\n', lines));
    }
}
