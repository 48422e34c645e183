using System.Globalization;
using MutualAid.Bot.Engine;
using MutualAid.Core.Language;
using MutualAid.Core.Messaging;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.Supplies;

/// <summary>改数量: what was promised, brought, signed for or asked becomes another amount. Which of them, the speaker's acts tell, else they choose.</summary>
[Command("change")]
public sealed class ChangeCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var word = turn.Speech.Plain("supplies.word.change");
        if ((turn.Meaning.Number ?? await Unnumbered.OnlyAsync(turn, "change", word)) is not { } number)
            return;
        var desk = new SupplyDesk(turn.Db, turn.Clock);
        if (await desk.FindAsync(number) is not { } need || !await desk.IsOpenToAsync(need, turn.Actor()))
        {
            turn.Refuse("supplies.refusal.OtherGroup", number);
            return;
        }

        var may = (await desk.CorrectableAsync(need, turn.Actor())).Where(each => Fits(each, turn.Meaning)).ToList();
        if (may is [var only])
            await Corrections.SetAsync(turn, need, only, turn.Meaning.Quantity);
        else if (may.Count == 0)
            Corrections.RefuseAll(turn, need);
        else
            Choose(turn, need, may);
    }

    private static bool Fits(Correctable each, Meaning meaning) =>
        (meaning.Filter is not { } figure || each.Figure.ToString().Equals(figure, StringComparison.OrdinalIgnoreCase))
        && (meaning.Named is not { } name || each.Line.ItemKey.Contains(Core.Data.Folded.Key(name), StringComparison.Ordinal));

    private static void Choose(Turn turn, Need need, List<Correctable> may) =>
        turn.Vanish(
            turn.ReplyWith(
                turn.Speech.Say("supplies.change.which", need.Number, turn.From.Name),
                // What is asked for is what askers mean most often.
                [
                    .. may.OrderBy(each => each.Figure != Figure.Asked)
                        .Select(each =>
                            new[] { turn.Answering(Label(turn, need, each), Corrections.Line(need, each, turn.Meaning.Quantity)) }
                        ),
                    .. NearAmounts.Unchanged(turn).Select(never => new[] { turn.Answering(never.Label, never.Text) }),
                ]
            )
        );

    private static string Label(Turn turn, Need need, Correctable each)
    {
        var item = need.Lines.Count > 1 ? each.Line.Item + " " : "";
        var becomes = turn.Meaning.Quantity is { } said ? $" → {NeedText.Number(said)}{each.Line.Unit}" : "";
        // A promise is counted as what is still to bring, but a sum was said of all of it.
        var now = becomes.Length > 0 ? each.Quantity : each.Quantity - Corrections.Brought(turn, each);
        return item + turn.Speech.Plain($"supplies.change.{each.Figure}", $"{NeedText.Number(now)}{each.Line.Unit}{becomes}");
    }
}

/// <summary>[改要的数], [改签收数]: 改数量 of one kind of amount.</summary>
[Command("!figure")]
public sealed class FigureCommand : ICommand
{
    public Task RunAsync(Turn turn)
    {
        var parts = turn.Meaning.Rest.Split(' ');
        turn.Meaning = turn.Meaning with { Number = int.Parse(parts[0], CultureInfo.InvariantCulture), Filter = parts[1] };
        return new ChangeCommand().RunAsync(turn);
    }
}

/// <summary>The same, as a button says it: need, figure, line and perhaps the amount.</summary>
[Command("!correct")]
public sealed class CorrectCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var parts = turn.Meaning.Rest.Split(' ');
        var number = int.Parse(parts[0], CultureInfo.InvariantCulture);
        var position = int.Parse(parts[2], CultureInfo.InvariantCulture);
        decimal? quantity = parts.Length > 3 ? decimal.Parse(parts[3], CultureInfo.InvariantCulture) : null;
        var desk = new SupplyDesk(turn.Db, turn.Clock);
        var need = await desk.FindAsync(number);
        var may = need is null ? [] : await desk.CorrectableAsync(need, turn.Actor());
        if (may.FirstOrDefault(each => each.Figure == Enum.Parse<Figure>(parts[1]) && each.Line.Position == position) is { } meant)
            await Corrections.SetAsync(turn, need!, meant, quantity);
        else if (parts[1] == nameof(Figure.Claimed) && need is not null)
            RefuseGone(turn, need);
        else if (need is not null)
            Corrections.RefuseAll(turn, need);
        else
            turn.Refuse("supplies.refusal.NothingToCorrect", number);
        turn.RemovePressed();
    }

    // It was there when the question was asked, and is given back or brought by now.
    private static void RefuseGone(Turn turn, Need need)
    {
        if (NeedText.ClaimOf(need, turn.From.Id, turn.Speech) is { } mine)
            turn.Refuse("supplies.change.noClaimLeft", need.Number, new Markup(mine));
        else
            turn.Refuse("supplies.change.noClaim", need.Number);
    }
}
