using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.Supplies;

/// <summary>需求列表: what is open here, the urgent first; 需求列表 口罩 narrows it.</summary>
[Command("list_needs", LooksUp = true)]
public sealed class NeedsCommand : ICommand
{
    private const int MostShown = 20;

    public async Task RunAsync(Turn turn)
    {
        var needs = turn.Group is { } group ? turn.Db.Needs.Open().OfGroup(group.Id) : OfMyGroups(turn);
        if (turn.Meaning.Filter is { } filter)
            needs = needs.AboutOrOf(filter);
        if (turn.Meaning.Progress && await ProgressWords.SayAsync(turn, needs))
            return;
        var count = await needs.CountAsync();
        var shown = await needs.MostUrgentFirst().Take(MostShown).WithAll().AsNoTracking().ToListAsync();
        if (count == 0)
        {
            turn.Reply(turn.Meaning.Filter is null ? "supplies.list.empty" : "supplies.list.noneOf", turn.Meaning.Filter);
            return;
        }

        var lines = new List<string> { turn.Speech.Say("supplies.list.title", count) };
        lines.AddRange(shown.Select(need => NeedText.Row(need, turn.Speech)));
        if (count > shown.Count)
            lines.Add(turn.Speech.Say("supplies.board.more", count - shown.Count));
        if (shown.Find(need => need.Lines.Exists(line => line.LeftToClaim() > 0)) is { } open)
            lines.Add(turn.Speech.Say("supplies.list.hint", open.Number));
        turn.ReplyWith(string.Join('\n', lines), []);
    }

    // In private a person sees the needs of the groups they are in, and verified ones of all.
    private static IQueryable<Need> OfMyGroups(Turn turn)
    {
        var mine = turn
            .Db.Members.Where(member => member.PersonId == turn.From.Id && member.LeftAt == null)
            .Select(member => member.GroupId);
        return turn.Db.Needs.Open().Where(need => mine.Contains(need.GroupId) || need.VerifiedAt != null);
    }
}

/// <summary>可提供物资: what somebody can give.</summary>
[Command("list_offers", LooksUp = true)]
public sealed class OffersCommand : ICommand
{
    private const int MostShown = 20;

    public async Task RunAsync(Turn turn)
    {
        var offers = turn.Db.Offers.Open();
        if (turn.Group is { } group)
            offers = offers.OfGroup(group.Id);
        if (turn.Meaning.Filter is { } filter)
            offers = offers.About(filter);
        var count = await offers.CountAsync();
        if (count == 0)
        {
            turn.Reply("supplies.offers.empty");
            return;
        }

        var shown = await offers.OldestFirst().Take(MostShown).WithAll().AsNoTracking().ToListAsync();
        var lines = new List<string> { turn.Speech.Say("supplies.offers.title", count) };
        lines.AddRange(shown.Select(offer => OfferText.Row(offer, turn.Speech)));
        if (count > shown.Count)
            lines.Add(turn.Speech.Say("supplies.board.more", count - shown.Count));
        turn.ReplyWith(string.Join('\n', lines), []);
    }
}

/// <summary>统计: this week's received, handed out, open, and who had nothing.</summary>
[Command("stats", LooksUp = true, InGroup = true)]
public sealed class StatsCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var week = await turn.Db.WeekAsync(turn.Group!, turn.Now);
        var text = turn.Speech.Say(
            "supplies.stats.week",
            NeedText.Day(week.Monday.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), turn.Speech),
            week.Asked,
            week.Received,
            week.Donations,
            week.Open
        );
        if (week.WithNothing.Count > 0)
            text += "\n" + turn.Speech.Say("supplies.stats.nothing", string.Join('、', week.WithNothing));
        turn.ReplyWith(text, []);
    }
}
