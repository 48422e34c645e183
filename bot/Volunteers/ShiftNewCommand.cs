using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Language;
using MutualAid.Core.Schedule;
using MutualAid.Core.Volunteers;

namespace MutualAid.Bot.Volunteers;

/// <summary>值班表 明早7–9点 南门岗 12人 会测温: one message becomes a shift with its card; what was not said is asked.</summary>
[Command("shift_new")]
public sealed class ShiftNewCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (await turn.HomeAsync() is not { } group)
            return;
        if (!await turn.Db.LeadsAnyAsync(turn.Actor(), group))
        {
            // Among people 值班表 may be a plain list.
            if (turn.IsAddressed)
                await turn.RefuseToMemberAsync();
            return;
        }

        if (ShiftPieces.Whole(turn) is not { } line || await DraftAsync(turn, group, line) is not { } draft)
            return;
        var actor = new Actor(turn.From, group, await turn.Db.OrganisesAsync(turn.Actor(), group));
        var desk = new ShiftDesk(turn.Db, turn.Clock);
        var source = turn.Group is null ? null : turn.Message.MessageId;
        var result = line.Repeats is { } repeats
            ? await desk.RepeatAsync(actor, draft, RepeatRule.On(repeats, line.Start!.Time!.Value), source)
            : await desk.MakeAsync(actor, draft, source);
        if (result.Shift is not { } made)
        {
            turn.Refuse($"volunteers.new.{result.Refusal}", ShiftPieces.Example(turn, line));
            return;
        }

        if (line.Repeats is null)
            turn.CanBeUndone(ShiftFace.Key(made));
        turn.ShowIn(group, ShiftFace.Key(made), group.IsQuiet(turn.Now));
        if (turn.Group is null)
            turn.Reply("volunteers.new.sent", group.Title, made.Number);
    }

    private static async Task<ShiftDraft?> DraftAsync(Turn turn, Group group, ShiftLine line)
    {
        var teams = await new VolunteerDesk(turn.Db, turn.Clock).TeamsOf(group.Id).ToListAsync();
        var team = teams.Find(each => line.Words.Any(word => Folded.Key(word) == each.NameKey));
        var place = string.Join(' ', line.Words.Where(word => team is null || Folded.Key(word) != team.NameKey));
        var lead = line.Lead is null ? [] : turn.Find([line.Lead], await ShiftAct.PeopleAsync(turn.Db, group));
        if (lead is null)
            return null;
        var start = line.Start!.Date.ToDateTime(line.Start.Time!.Value);
        var end = line.Start.Date.AddDays(line.IsOvernight ? 1 : 0).ToDateTime(line.Until!.Value);
        return new ShiftDraft(place, group.ToUtc(start), group.ToUtc(end), line.People!.Value)
        {
            Skill = line.Skill,
            Team = team,
            Lead = lead is [var named] ? named : null,
        };
    }
}
