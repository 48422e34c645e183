using MutualAid.Bot.Engine;
using MutualAid.Core.Language;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Supplies;

/// <summary>Lines of goods in a command: what was not said, or cannot be, is asked one thing at a time.</summary>
internal static class Items
{
    private static readonly string[] UsualAmounts = ["50个", "100个", "200个"];

    /// <summary>Every line with an amount, or null when the person has to answer first.</summary>
    public static IReadOnlyList<Item>? Complete(Turn turn, IReadOnlyList<Item> items)
    {
        if (turn.Meaning.Doubts.FirstOrDefault(doubt => doubt.Kind is DoubtKind.QuantityTooLarge or DoubtKind.QuantityInvalid) is { } wrong)
        {
            var example = $"{turn.Speech.Plain("supplies.word.need")} {items[0].Name} 200个";
            turn.Refuse($"supplies.need.{wrong.Kind}", wrong.Part, example);
            return null;
        }

        var complete = new List<Item>(items.Count);
        foreach (var item in items)
        {
            if (item.Quantity is not null)
            {
                complete.Add(item);
                continue;
            }

            if (turn.NextAnswer() is { } answer && Quantities.Read(answer) is { Value: { } value } amount)
            {
                complete.Add(item with { Quantity = value, Unit = amount.Unit ?? item.Unit, Hedge = amount.Hedge });
                continue;
            }

            Ask(turn, item);
            return null;
        }

        return complete;
    }

    public static string Words(IEnumerable<Item> items) =>
        string.Join(
            '，',
            items.Select(item => Html.Escape($"{item.Name} {(item.Quantity is { } value ? NeedText.Number(value) : "")}{item.Unit}".Trim()))
        );

    private static void Ask(Turn turn, Item item)
    {
        var vague = turn.Meaning.Doubts.FirstOrDefault(doubt => doubt.Kind == DoubtKind.VagueQuantity && doubt.Choices.Count > 0);
        var choices = vague?.Choices ?? UsualAmounts;
        turn.Ask(
            AnswerKind.Quantity,
            turn.Speech.Say("supplies.need.howMany", item.Name),
            [choices.Select(it => new Choice(it, $"={it}")).ToList()]
        );
    }
}
