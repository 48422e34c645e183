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
            Show(turn, act, result);
        else
            turn.Refuse(result, word, $"/{act}", number);
    }

    /// <summary>The card is the answer; the person's own message gets a sign, a press a word.</summary>
    public static void Show(Turn turn, string act, ActResult result)
    {
        var words = Words(turn, act, result);
        Redraw(turn, result.Need!);
        turn.React("👍");
        turn.Toast(Html.ToPlain(words));
        // What was pressed in private is a card that follows: a second line would only go stale below it.
        if (turn.Group is null && !(turn.IsPress && turn.Can.HasFlag(Abilities.Toast)))
            turn.ReplyWith(words, []);
    }

    /// <summary>All that shows the need, for the act that can be taken back.</summary>
    public static void Redraw(Turn turn, Need need)
    {
        turn.CanBeUndone(NeedFace.Key(need));
        turn.Redraw(NeedFace.Key(need));
        turn.Redraw(BoardFace.Key(need.Group));
        turn.Redraw(BroughtFace.Key(need));
        var claimers = need.Lines.SelectMany(line => line.Claims).Select(claim => claim.By.Id).Append(turn.From.Id);
        foreach (var person in claimers.Distinct())
            turn.Redraw(DropOffFace.Key(need, person));
    }

    /// <summary>It was taken or signed for as a whole, where a part may have been meant.</summary>
    public static bool IsAll(Turn turn, ActResult result) =>
        turn.Meaning.Quantity is null && result.Shares.Sum(share => share.Quantity) > 1;

    public static string Words(Turn turn, string act, ActResult result)
    {
        var (need, speech) = (result.Need!, turn.Speech);
        if (act == "claim" && NeedText.ClaimOf(need, turn.From.Id, speech) is { } promised)
        {
            // Who claims once more must not read the sum as what was just taken.
            var all = need.Lines.SelectMany(line => line.Claims).Where(claim => claim.By.Id == turn.From.Id).Sum(claim => claim.Net());
            var isMore = all > result.Shares.Sum(share => share.Quantity);
            return isMore
                ? speech.Say("supplies.done.claimedMore", need.Number, NeedText.Goods(result.Shares), new Markup(promised))
                : speech.Say("supplies.done.promised", need.Number, new Markup(promised)) + DropOff.Words(turn, need);
        }

        if (act == "received")
            return speech.Say(
                IsAll(turn, result) ? "supplies.done.receivedAll" : "supplies.done.signed",
                need.Number,
                NeedText.Shares(need, result.Shares)
            );
        if (act == "delivered")
            return speech.Say("supplies.done.brought", need.Number, NeedText.Goods(result.Shares));
        if (act == "release")
        {
            var words = speech.Say("supplies.done.gaveBack", need.Number, NeedText.Goods(result.Shares));
            if (NeedText.ClaimOf(need, turn.From.Id, speech) is not { } kept)
                return words;
            var isOwed = NeedText.OwedBy(need, turn.From.Id, speech) is not null;
            return words + speech.Say(isOwed ? "supplies.done.stillHeld" : "supplies.done.stays", new Markup(kept));
        }

        return speech.Say($"supplies.done.{act}", need.Number);
    }
}
