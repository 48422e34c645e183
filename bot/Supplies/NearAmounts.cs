using MutualAid.Bot.Engine;

namespace MutualAid.Bot.Supplies;

/// <summary>Amounts worth a tap when one is set right: a miscount is off by one or two, a changed wish is a round part.</summary>
internal static class NearAmounts
{
    private const decimal LeastInTens = 40;

    private static readonly decimal[] Miscounted = [1, 2, 5];

    /// <summary>The amounts as buttons, and a last one for those who type.</summary>
    public static IReadOnlyList<IReadOnlyList<Choice>> Choices(
        Turn turn,
        IEnumerable<decimal> amounts,
        string? unit,
        Choice[] more,
        IEnumerable<Choice> never
    )
    {
        var near = amounts.Select(it => new Choice($"{NeedText.Number(it)}{unit}", $"={NeedText.Number(it)}")).ToList();
        var other = new Choice(turn.Speech.Plain("supplies.button.otherAmount"), "!typed", Typed: true);
        return near.Count + more.Length == 0
            ? []
            :
            [
                [.. near, .. more, other, .. never],
            ];
    }

    /// <summary>Where each reader has buttons of their own, a way out of a question stands under it.</summary>
    public static IEnumerable<Choice> Never(Turn turn) => OutOf(turn, "engine.button.never");

    /// <summary>The same where something stands that could stay as it is.</summary>
    public static IEnumerable<Choice> Unchanged(Turn turn) => OutOf(turn, "supplies.button.unchanged");

    private static IEnumerable<Choice> OutOf(Turn turn, string word) =>
        turn.Can.HasFlag(Abilities.OwnButtons) ? [new Choice(turn.Speech.Plain(word), Dialogue.Never)] : [];

    /// <summary>Near what was counted, never below <paramref name="least"/>.</summary>
    public static IEnumerable<decimal> Counted(decimal now, decimal least = 0) =>
        Miscounted.Select(less => now - less).Where(it => it > 0 && it >= least).Order();

    /// <param name="open">What is not brought yet of it.</param>
    public static IEnumerable<decimal> Promised(decimal open) =>
        (open is >= LeastInTens and < 100 ? Tens(open) : Parts(open, 0.8m, 0.6m, 0.5m, 0.3m)).Where(it => it > 0).Order();

    /// <summary>Less, down to what is promised or brought already, and more.</summary>
    public static IEnumerable<decimal> Asked(decimal now, decimal least) =>
        Near(now, 0.9m, 1.1m, 1.2m, 0.8m).Append(least).Where(it => it > 0 && it >= least && it != now).Distinct().Take(4).Order();

    private static IEnumerable<decimal> Parts(decimal whole, params decimal[] parts) =>
        Near(whole, parts).Where(it => it < whole).Distinct();

    // 10, 20, 30, 40 of 42: nobody promises 35.
    private static IEnumerable<decimal> Tens(decimal whole)
    {
        var all = Enumerable.Range(1, 9).Select(ten => ten * 10m).Where(it => it < whole).ToList();
        var near = new[] { 0.8m, 0.6m, 0.5m, 0.3m }.Select(part => Round(whole * part, 10)).Where(it => it < whole);
        return near.Concat(Enumerable.Reverse(all)).Distinct().Take(4);
    }

    private static IEnumerable<decimal> Near(decimal whole, params decimal[] parts) =>
        parts.Select(part => Round(whole * part, Step(whole)));

    private static decimal Round(decimal value, decimal step) => decimal.Round(value / step, MidpointRounding.AwayFromZero) * step;

    private static decimal Step(decimal whole)
    {
        if (whole < 100)
            return whole < 20 ? 1 : 5;
        var step = 10m;
        while (step * 100 <= whole)
            step *= 10;
        return step;
    }
}

/// <summary>[别的数]: the question stands and waits for the number.</summary>
[Command("!typed")]
public sealed class TypedCommand : ICommand
{
    public Task RunAsync(Turn turn)
    {
        turn.Toast(turn.Speech.Plain("supplies.change.type"));
        return Task.CompletedTask;
    }
}
