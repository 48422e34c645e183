using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Volunteers;

namespace MutualAid.Bot.Volunteers;

/// <summary>值班表: what comes and who is missing, the soonest first; in private with a mark on one's own.</summary>
[Command("list_shifts", LooksUp = true)]
public sealed class ShiftsCommand : ICommand
{
    private const int MostShown = 10;

    public async Task RunAsync(Turn turn)
    {
        var shifts = await turn.ShiftsHere().SoonestFirst().Take(MostShown).WithAll().ToListAsync();
        if (shifts.Count == 0)
        {
            turn.Reply("volunteers.list.empty");
            return;
        }

        var lines = new List<string> { turn.Speech.Say("volunteers.list.title", shifts.Count) };
        lines.AddRange(shifts.Select(it => Row(turn, it)));
        if (shifts.Find(it => it.Gap() > 0) is { } lacking)
            lines.Add(turn.Speech.Say("volunteers.list.hint", lacking.Number));
        turn.ReplyWith(string.Join('\n', lines), []);
    }

    private static string Row(Turn turn, Shift it)
    {
        var row = ShiftText.Row(it, turn.Speech, turn.Now);
        return turn.Group is null && it.Of(turn.From) is not null ? row + turn.Speech.Say("volunteers.list.mine") : row;
    }
}
