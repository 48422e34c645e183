using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;
using MutualAid.Core.Volunteers;

namespace MutualAid.Bot.Volunteers;

/// <summary>/team 测温队 段丽华、巩文斌: people are put into a team; 去掉 takes them out; by itself the teams are listed.</summary>
[Command("team")]
public sealed partial class TeamCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (await turn.HomeAsync() is not { } group)
            return;
        var desk = new VolunteerDesk(turn.Db, turn.Clock);
        if (Line().Match(turn.Meaning.Rest) is not { Success: true } line)
        {
            await ListAsync(turn, desk, group);
            return;
        }

        var people = await ShiftAct.PeopleAsync(turn.Db, group);
        var lead = line.Groups["lead"] is { Success: true } named ? turn.Find([named.Value], people) : [];
        if (lead is null || turn.Find(ShiftAct.Names(line.Groups["who"].Value), people) is not { } members)
            return;
        var actor = new Actor(turn.From, group, await turn.Db.OrganisesAsync(turn.Actor(), group));
        var name = line.Groups["name"].Value;
        var (refusal, team) = line.Groups["drop"].Success
            ? await desk.DropAsync(actor, name, members)
            : await desk.NameAsync(actor, name, lead is [var only] ? only : null, members);
        if (refusal != ShiftRefusal.None)
        {
            turn.Refuse($"volunteers.refusal.{refusal}", name);
            return;
        }

        turn.CanBeUndone($"group:{group.Id}");
        turn.Reply("volunteers.team.is", new Markup(Row(team!, turn.Speech)));
    }

    private static async Task ListAsync(Turn turn, VolunteerDesk desk, Core.Groups.Group group)
    {
        var teams = await desk.TeamsOf(group.Id).ToListAsync();
        if (teams.Count == 0)
            turn.Reply("volunteers.team.none");
        else
            turn.ReplyWith(string.Join('\n', teams.Select(team => Row(team, turn.Speech))), []);
    }

    private static string Row(Team team, Speech speech)
    {
        var members = team.Members.Where(member => member.LeftAt is null).Select(member => member.Person.Name);
        return speech.Say("volunteers.team.row", team.Name, team.Lead.Name, string.Join(speech.Plain("volunteers.card.and"), members));
    }

    [GeneratedRegex(
        @"^\s*(?<name>[^\s:：,，、]{2,20})\s*[:：]?\s*(?:(?<drop>去掉|移出|remove)\s*)?(?:(?:队长|带队|lead)\s*[:：]?\s*(?<lead>[^\s,，、]{1,20}))?[\s,，、:：]*(?:队员)?[\s:：]*(?<who>.{0,400})$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Line();
}
