using System.Globalization;
using MutualAid.Bot.Engine;
using MutualAid.Core.Language;
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
            turn.Refuse("supplies.refusal.NothingToCorrect", number);
        else
            Choose(turn, need, may);
    }

    private static bool Fits(Correctable each, Meaning meaning) =>
        (meaning.Filter is not { } figure || each.Figure.ToString().Equals(figure, StringComparison.OrdinalIgnoreCase))
        && (meaning.Named is not { } name || each.Line.ItemKey.Contains(Core.Data.Folded.Key(name), StringComparison.Ordinal));

    private static void Choose(Turn turn, Need need, List<Correctable> may) =>
        turn.Vanish(
            turn.ReplyWith(
                turn.Speech.Say("supplies.change.which", need.Number),
                [.. may.Select(each => new[] { turn.Own(Label(turn, need, each), Corrections.Line(need, each, turn.Meaning.Quantity)) })]
            )
        );

    private static string Label(Turn turn, Need need, Correctable each)
    {
        var item = need.Lines.Count > 1 ? each.Line.Item + " " : "";
        return $"{item}{turn.Speech.Plain($"supplies.figure.{each.Figure}")} {NeedText.Number(each.Quantity)}{each.Line.Unit}";
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
        else
            turn.Refuse("supplies.refusal.NothingToCorrect", number);
        turn.RemovePressed();
    }
}

/// <summary>Sets one amount right, after asking for it.</summary>
internal static class Corrections
{
    public static string Line(Need need, Correctable each, decimal? quantity) =>
        Line(need, each.Figure, each.Line) + (quantity is { } said ? $" {NeedText.Number(said)}" : "");

    public static string Line(Need need, Figure figure, NeedLine line) => $"!correct {need.Number} {figure} {line.Position}";

    public static async Task SetAsync(Turn turn, Need need, Correctable now, decimal? said)
    {
        var quantity = said ?? (turn.NextAnswer() is { } answer ? Quantities.Read(answer).Value : null);
        if (quantity is not { } became)
        {
            Ask(turn, need, now);
            return;
        }

        var desk = new SupplyDesk(turn.Db, turn.Clock);
        var result = await desk.CorrectAsync(need.Number, turn.Actor(), now.Figure, now.Line.Position, became);
        if (result.Done)
            await ShowAsync(turn, result.Need!, now, became);
        else if (result.Left is { } bound)
            Offer(turn, need, now, bound, result.Refusal == SupplyRefusal.MoreThanLeft ? "supplies.change.most" : "supplies.change.least");
        else
            turn.Refuse($"supplies.refusal.{result.Refusal}", need.Number);
    }

    /// <summary>A changed amount is said: on a card far above nobody would see it.</summary>
    private static async Task ShowAsync(Turn turn, Need need, Correctable was, decimal became)
    {
        Act.Redraw(turn, need);
        var (line, speech) = (was.Line, turn.Speech);
        var words = speech.Say(
            "supplies.changed." + was.Figure,
            need.Number,
            need.Lines.Count > 1 ? line.Item + " " : "",
            $"{NeedText.Number(became)}{line.Unit}"
        );
        if (was.Figure != Figure.Asked && line.LeftToClaim() > 0)
            words += speech.Say("supplies.changed.left", $"{NeedText.Number(line.LeftToClaim())}{line.Unit}");
        turn.Answer(words);
        if (was.Figure == Figure.Received && became < was.Quantity)
            await Brought.TellShortAsync(turn, need, line, became);
    }

    private static void Ask(Turn turn, Need need, Correctable now) =>
        turn.Ask(
            AnswerKind.Quantity,
            turn.Speech.Say(
                "supplies.change.howMany",
                turn.From.Name,
                need.Number,
                now.Line.Item,
                turn.Speech.Plain($"supplies.figure.{now.Figure}"),
                $"{NeedText.Number(now.Quantity)}{now.Line.Unit}"
            ),
            [.. Parts(now).Select(part => new Choice($"{NeedText.Number(part)}{now.Line.Unit}", $"={NeedText.Number(part)}"))]
        );

    // A thumb is quicker than the keyboard: what people most often mean is a part of it.
    private static IEnumerable<decimal> Parts(Correctable now) =>
        new[] { 0.25m, 0.5m, 0.75m }.Select(part => decimal.Floor(now.Quantity * part)).Where(part => part > 0).Distinct();

    private static void Offer(Turn turn, Need need, Correctable now, decimal bound, string key) =>
        turn.RefuseWith(
            turn.Speech.Say(key, need.Number, NeedText.Number(bound), now.Line.Unit),
            [
                [turn.Own(turn.Speech.Plain("supplies.change.to", NeedText.Number(bound), now.Line.Unit), Line(need, now, bound))],
            ]
        );
}
