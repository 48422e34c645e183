using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Broadcasts;

namespace MutualAid.Bot.Broadcasts;

/// <summary>[先发我看看]: the very message, to who presses; there is no other recipient to name.</summary>
[Command("!bctry")]
public sealed class TryCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (await turn.BroadcastAsync() is not { } it)
            return;
        var isSent = await turn.Desk().TryAsync(it, turn.From);
        turn.Toast(turn.Speech.Plain(isSent ? "broadcasts.try.sent" : "broadcasts.try.closed"));
    }
}

/// <summary>[改文字] of a draft; refused words leave it as it was.</summary>
[Command("!bctext")]
public sealed class TextCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (await turn.BroadcastAsync() is not { } it)
            return;
        BroadcastResult? refused = null;
        while (turn.NextAnswer() is { } words)
        {
            refused = BroadcastDesk.Write(it, turn.Words(words));
            if (!refused.Done)
                continue;
            await turn.PreviewAsync(it);
            return;
        }

        turn.AskAgain(refused, turn.Speech.Say("broadcasts.new.text"));
    }
}

/// <summary>[换对象]: a button, or names of groups, one a line.</summary>
[Command("!bcaim")]
public sealed class AimCommand : ICommand
{
    private const int MostButtons = 6;

    public async Task RunAsync(Turn turn)
    {
        if (await turn.BroadcastAsync() is not { } it)
            return;
        BroadcastResult? refused = null;
        while (turn.NextAnswer() is { } words)
        {
            refused = await turn.Desk().AimAsync(it, words);
            if (!refused.Done)
                continue;
            turn.ShowAnew(it);
            return;
        }

        turn.AskAgain(refused, turn.Speech.Say("broadcasts.aim.who"), [.. await ChoicesAsync(turn, it)]);
    }

    private static async Task<List<IReadOnlyList<Choice>>> ChoicesAsync(Turn turn, Broadcast it)
    {
        var within = turn.Db.Within(it);
        var rows = new List<IReadOnlyList<Choice>> { new[] { new Choice(turn.Speech.Plain("broadcasts.aim.AllGroups"), "=所有群") } };
        var groups = await within.OrderBy(group => group.Id).Take(MostButtons).ToListAsync();
        rows.AddRange(groups.Select(group => new[] { new Choice(group.Title, $"=@{group.Id}") }));
        var tags = await turn
            .Db.GroupTags.Where(tag => within.Any(group => group.Id == tag.GroupId))
            .Select(tag => tag.Name)
            .Distinct()
            .OrderBy(name => name)
            .Take(MostButtons)
            .ToListAsync();
        rows.AddRange(tags.Select(tag => new[] { new Choice(turn.Speech.Plain("broadcasts.aim.Tag", tag), $"=#{tag}") }));
        rows.Add([
            new Choice(turn.Speech.Plain("broadcasts.aim.Organisers"), "=管理员"),
            new Choice(turn.Speech.Plain("broadcasts.aim.Members"), "=成员"),
        ]);
        return rows;
    }
}

/// <summary>[加急] and [不加急]: passing quiet hours is chosen, never assumed.</summary>
[Command("!bchurry")]
public sealed class HurryCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (await turn.BroadcastAsync() is not { } it)
            return;
        var result = turn.Desk().Hurry(it, turn.Wish() == "on");
        if (result.Done)
            turn.ShowDone(it, turn.Wish() == "on" ? "broadcasts.hurry.on" : "broadcasts.hurry.off");
        else
            turn.Refuse(result);
    }
}

/// <summary>[不发了].</summary>
[Command("!bcdrop")]
public sealed class DropCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (await turn.BroadcastAsync() is not { } it)
            return;
        var result = await turn.Desk().DiscardAsync(it);
        if (result.Done)
            turn.ShowDone(it, "broadcasts.dropped");
        else
            turn.Refuse(result);
    }
}
