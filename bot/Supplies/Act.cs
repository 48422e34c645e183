using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.Supplies;

/// <summary>What all acts on a need share: the number, the refusal, the card.</summary>
internal static class Act
{
    /// <param name="decide">Its result; null: it answered the person itself.</param>
    public static async Task RunAsync(Turn turn, string act, Func<SupplyDesk, int, Task<ActResult?>> decide)
    {
        var word = turn.Speech.Plain($"supplies.word.{act}");
        if (turn.Meaning.Number is not { } number)
        {
            if (await Unnumbered.OnlyAsync(turn, act, word) is not { } only)
                return;
            number = only;
        }

        var result = await decide(new SupplyDesk(turn.Db, turn.Clock), number);
        if (result is null)
            return;
        if (result.Done)
            Show(turn, act, result.Need!);
        else
            turn.Refuse(result, word, $"/{act}", number);
    }

    /// <summary>The card is the answer; the person's own message gets a sign, a press a word.</summary>
    public static void Show(Turn turn, string act, Need need)
    {
        turn.CanBeUndone(NeedFace.Key(need));
        turn.React("👍");
        var promised = act is "claim" or "changed" ? NeedText.ClaimOf(need, turn.From.Id, turn.Speech) : null;
        turn.Toast(
            promised is null
                ? turn.Speech.Plain($"supplies.done.{act}", need.Number)
                : turn.Speech.Plain("supplies.done.promised", need.Number, new Markup(promised))
        );
        turn.Redraw(NeedFace.Key(need));
        turn.Redraw(BoardFace.Key(need.Group));
        turn.Redraw(DropOffFace.Key(need, turn.From.Id));
        if (turn.Group is null)
            turn.Reply($"supplies.done.{act}", need.Number);
    }
}
