using MutualAid.Bot.Engine;
using MutualAid.Core.Language;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.Supplies;

/// <summary>Sets one amount right, after asking for it.</summary>
internal static class Corrections
{
    public static string Line(Need need, Correctable each, decimal? quantity) =>
        Line(need, each.Figure, each.Line) + (quantity is { } said ? $" {NeedText.Number(said)}" : "");

    /// <summary>How every line begins that sets a claim of this need right.</summary>
    public static string OfClaim(string number) => $"!correct {number} {Figure.Claimed} ";

    public static string Line(Need need, Figure figure, NeedLine line) => $"!correct {need.Number} {figure} {line.Position}";

    public static async Task SetAsync(Turn turn, Need need, Correctable now, decimal? said)
    {
        var brought = Brought(turn, now);
        if (Meant(turn, brought, said) is not { } became)
        {
            Ask(turn, need, now, brought);
            return;
        }

        var desk = new SupplyDesk(turn.Db, turn.Clock);
        var result = await desk.CorrectAsync(need.Number, turn.Actor(), now.Figure, now.Line.Position, became);
        if (result.Done)
            await ShowAsync(turn, result.Need!, now, became, brought);
        else if (result.Left is { } bound)
            Offer(turn, need, now, bound, result.Refusal == SupplyRefusal.MoreThanLeft ? "supplies.change.most" : "supplies.change.least");
        else
            turn.Refuse($"supplies.refusal.{result.Refusal}", need.Number);
    }

    /// <summary>A promise is asked for as what is still to bring: nobody adds up in their head what they brought before.</summary>
    private static decimal? Meant(Turn turn, decimal brought, decimal? said)
    {
        if (said is { } total)
            return total < brought ? brought + total : total;
        return turn.NextAnswer() is { } answer && Quantities.Read(answer).Value is { } typed ? brought + typed : null;
    }

    public static decimal Brought(Turn turn, Correctable now) =>
        now.Figure == Figure.Claimed ? now.Quantity - now.Line.UndeliveredOf(turn.From) : 0;

    /// <summary>A changed amount is said: on a card far above nobody would see it.</summary>
    private static async Task ShowAsync(Turn turn, Need need, Correctable was, decimal became, decimal brought)
    {
        Act.Redraw(turn, need);
        turn.Settle("change", "!figure", "!correct");
        var (line, speech) = (was.Line, turn.Speech);
        var words = speech.Say(
            brought > 0 ? "supplies.changed.toBring" : "supplies.changed." + was.Figure,
            need.Number,
            need.Lines.Count > 1 ? line.Item + " " : "",
            $"{NeedText.Number(became - brought)}{line.Unit}",
            $"{NeedText.Number(brought)}{line.Unit}"
        );
        if (was.Figure != Figure.Asked && line.LeftToClaim() > 0)
            words += speech.Say("supplies.changed.left", $"{NeedText.Number(line.LeftToClaim())}{line.Unit}");
        turn.Answer(words);
        if (was.Figure == Figure.Received && became < was.Quantity)
            await Thanks.SayShortAsync(turn, need, line, became);
    }

    private static void Ask(Turn turn, Need need, Correctable now, decimal brought)
    {
        var unit = now.Line.Unit;
        turn.Ask(
            AnswerKind.Quantity,
            turn.Speech.Say(
                brought > 0 ? "supplies.change.howManyLeft" : "supplies.change.howMany",
                turn.From.Name,
                need.Number,
                now.Line.Item,
                turn.Speech.Plain($"supplies.figure.{now.Figure}"),
                $"{NeedText.Number(now.Quantity - brought)}{unit}",
                $"{NeedText.Number(brought)}{unit}"
            ),
            NearAmounts.Choices(turn, Likely(turn, now, brought), unit, [], NearAmounts.Unchanged(turn))
        );
    }

    /// <summary>Nothing of theirs can become another amount. What they brought is signed for: whose number it is now, they are told.</summary>
    public static void RefuseAll(Turn turn, Need need)
    {
        var signed = need.Lines.InOrder().Where(line => line.DeliveredBy(turn.From) > 0 && line.Received() > 0).ToList();
        var isOver = need.CancelledAt is not null || need.ClosedAt + SupplyDesk.ReceiptsStayOpen <= turn.Now;
        if (signed.Count == 0 || isOver || need.IsAskedBy(turn.From))
        {
            turn.Refuse("supplies.refusal.NothingToCorrect", need.Number);
            return;
        }

        turn.Refuse(
            "supplies.refusal.SignedFor",
            need.Number,
            need.AskedBy.Name,
            NeedText.Shares(need, signed.Select(line => new LineShare(line, line.Received())))
        );
    }

    private static IEnumerable<decimal> Likely(Turn turn, Correctable now, decimal brought)
    {
        var least = SupplyDesk.Bounds(now, turn.From).Least;
        return now.Figure switch
        {
            Figure.Asked => NearAmounts.Asked(now.Quantity, least),
            Figure.Claimed => NearAmounts.Promised(now.Quantity - brought),
            _ => NearAmounts.Counted(now.Quantity, least),
        };
    }

    private static void Offer(Turn turn, Need need, Correctable now, decimal bound, string key) =>
        turn.RefuseWith(
            turn.Speech.Say(key, need.Number, NeedText.Number(bound), now.Line.Unit, NeedText.Claimers(need, turn.Speech)),
            [
                [turn.Answering(turn.Speech.Plain("supplies.change.to", NeedText.Number(bound), now.Line.Unit), Line(need, now, bound))],
            ]
        );
}
