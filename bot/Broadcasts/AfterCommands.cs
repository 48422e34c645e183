using MutualAid.Bot.Engine;
using MutualAid.Core.Broadcasts;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Broadcasts;

/// <summary>[改文字] after it went out: every message is edited.</summary>
[Command("!bcedit")]
public sealed class EditCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (await turn.BroadcastAsync() is not { } it)
            return;
        BroadcastResult? refused = null;
        while (turn.NextAnswer() is { } words)
        {
            refused = await turn.Desk().EditAsync(it, words);
            if (!refused.Done)
                continue;
            turn.Reply("broadcasts.edit.begun", it.Number);
            turn.ShowAnew(it);
            return;
        }

        turn.AskAgain(refused, turn.Speech.Say("broadcasts.edit.text", it.Number));
    }
}

/// <summary>[全部撤回]: wide, so it is asked once more with its figure.</summary>
[Command("!bcdelete")]
public sealed class DeleteCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (await turn.BroadcastAsync() is not { } it)
            return;
        var (yes, no) = (turn.Speech.Plain("broadcasts.button.takeBack"), turn.Speech.Plain("broadcasts.button.keep"));
        if (turn.NextAnswer() is not { } answer)
        {
            var tally = await turn.Db.TallyAsync(it);
            turn.Ask(
                AnswerKind.Choice,
                turn.Speech.Say("broadcasts.delete.ask", it.Number, tally.Sent),
                [new Choice(yes, $"={yes}"), new Choice(no, $"={no}")]
            );
        }
        else if (answer != yes)
            turn.Reply("broadcasts.delete.kept");
        else if (await turn.Desk().TakeBackAsync(it, turn.From) is { Done: false } refused)
            turn.Refuse(refused);
        else
            turn.ShowDone(it, "broadcasts.delete.begun");
    }
}

/// <summary>What failed is tried again; of what is not known a person says whether it goes again, marked, or counts as arrived.</summary>
[Command("!bcretry")]
[Command("!bcagain")]
[Command("!bctaken")]
public sealed class DecideCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (await turn.BroadcastAsync() is not { } it)
            return;
        var count = turn.Meaning.Intent switch
        {
            "!bcretry" => await turn.Desk().RetryFailedAsync(it),
            "!bcagain" => await turn.Desk().DecideAsync(it, again: true),
            _ => await turn.Desk().DecideAsync(it, again: false),
        };
        turn.ShowDone(it, "broadcasts.decided", count);
    }
}

/// <summary>[名单]: who gets it, then what became of each, twenty at a time.</summary>
[Command("!bclist")]
public sealed class ListCommand : ICommand
{
    private const int PerPage = 20;

    public async Task RunAsync(Turn turn)
    {
        if (await turn.BroadcastAsync() is not { } it)
            return;
        var from = int.TryParse(turn.Wish(), out var said) && said > 0 ? said : 0;
        var lines = it.ConfirmedAt is null ? await NamesAsync(turn, it) : await StatesAsync(turn, it, from);
        var html = string.Join('\n', lines.Take(PerPage).Prepend(turn.Speech.Say("broadcasts.list.of", it.Number)));
        var more = turn.Own(turn.Speech.Plain("broadcasts.button.more"), $"!bclist {it.Number} {from + PerPage}");
        turn.ReplyWith(
            html,
            lines.Count > PerPage && it.ConfirmedAt is not null
                ?
                [
                    [more],
                ]
                : []
        );
        turn.Toast("");
    }

    private static async Task<List<string>> NamesAsync(Turn turn, Broadcast it) =>
        [.. (await turn.Db.NamesAsync(it, PerPage)).Select(Html.Escape)];

    private static async Task<List<string>> StatesAsync(Turn turn, Broadcast it, int from)
    {
        var lines = await turn.Db.LinesAsync(it, from, PerPage + 1);
        return lines.ConvertAll(line =>
        {
            var state = turn.Speech.Plain($"broadcasts.state.{BroadcastFace.Shown(line.State)}");
            return turn.Speech.Say(line.Reason is null ? "broadcasts.list.line" : "broadcasts.list.why", line.Name, state, line.Reason);
        });
    }
}
