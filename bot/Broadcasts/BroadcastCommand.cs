using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Broadcasts;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Broadcasts;

/// <summary>群发 in private, for organisers: what is unfinished, else the text is asked; 群发 明天停水 has it already, 群发 3 shows one again.</summary>
[Command("broadcast")]
public sealed class BroadcastCommand : ICommand
{
    private const int MostListed = 6;
    private const int Glimpse = 16;

    public async Task RunAsync(Turn turn)
    {
        if (turn.Group is not null)
            InPrivate(turn);
        else if (!await turn.Db.Members.AnyAsync(it => it.PersonId == turn.From.Id && it.Role == Role.Organiser && it.LeftAt == null))
            await turn.RefuseToMemberAsync();
        else if (int.TryParse(turn.Meaning.Rest.TrimStart('#'), out _))
            await ShowAsync(turn);
        else if (turn.Meaning.Rest.Length > 0 || turn.Answers.Count > 0 || !await ListAsync(turn))
            await DraftAsync(turn);
    }

    /// <summary>Refused words are asked for again; the first that can be sent become a draft.</summary>
    internal static async Task DraftAsync(Turn turn)
    {
        BroadcastResult? refused = null;
        var words = turn.Meaning.Rest.Length > 0 ? turn.Meaning.Rest : turn.NextAnswer();
        for (; words is not null; words = turn.NextAnswer())
        {
            var result = await turn.Desk().DraftAsync(turn.From, turn.Words(words));
            if (result.Broadcast is { } it)
            {
                await turn.PreviewAsync(it);
                return;
            }

            refused = result;
        }

        turn.AskAgain(refused, turn.Speech.Say("broadcasts.new.text"));
    }

    private static void InPrivate(Turn turn) =>
        turn.Vanish(
            turn.ReplyWith(
                turn.Speech.Say("broadcasts.new.inPrivate"),
                [
                    [new Button(turn.Speech.Plain("engine.button.openPrivate"), null, Turn.OpenPrivate)],
                ]
            )
        );

    private static async Task ShowAsync(Turn turn)
    {
        turn.Meaning = turn.Meaning with { Rest = turn.Meaning.Rest.TrimStart('#') };
        if (await turn.BroadcastAsync() is { } it)
            turn.ShowAnew(it);
    }

    /// <summary>False: there is nothing to go on with.</summary>
    private static async Task<bool> ListAsync(Turn turn)
    {
        var mine = await turn.Db.Broadcasts.By(turn.From.Id).NewestFirst().Take(MostListed).ToListAsync();
        if (mine.Count == 0)
            return false;
        turn.ReplyWith(
            turn.Speech.Say("broadcasts.list.title"),
            [
                .. mine.Select(it => (IReadOnlyList<Button>)[turn.Own(Label(turn, it), $"!bcshow {it.Number}")]),
                [turn.Own(turn.Speech.Plain("broadcasts.button.new"), "!bcnew")],
            ]
        );
        return true;
    }

    private static string Label(Turn turn, Broadcast it)
    {
        var words = Html.ToPlain(it.For("")).ReplaceLineEndings(" ");
        var glimpse = words.Length > Glimpse ? Html.Storable(words[..Glimpse]) + "…" : words;
        return turn.Speech.Plain(it.ConfirmedAt is null ? "broadcasts.list.draft" : "broadcasts.list.sent", it.Number, glimpse);
    }
}

/// <summary>[写新的].</summary>
[Command("!bcnew")]
public sealed class NewCommand : ICommand
{
    public Task RunAsync(Turn turn) => BroadcastCommand.DraftAsync(turn);
}

/// <summary>A broadcast's card, below what was said last.</summary>
[Command("!bcshow")]
public sealed class ShowCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (await turn.BroadcastAsync() is { ConfirmedAt: null } draft)
            await turn.PreviewAsync(draft);
        else if (await turn.BroadcastAsync() is { } it)
            turn.ShowAnew(it);
    }
}
