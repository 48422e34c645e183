using MutualAid.Bot.Engine;
using MutualAid.Core.Language;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Supplies;

/// <summary>Lines of goods in a command: what was not said, or cannot be, is asked one thing at a time.</summary>
internal static class Items
{
    /// <summary>Every line with an amount, or null when the person has to answer first.</summary>
    public static async Task<IReadOnlyList<Item>?> CompleteAsync(Turn turn, IReadOnlyList<Item> items)
    {
        if (turn.Meaning.Doubts.FirstOrDefault(doubt => doubt.Kind is DoubtKind.QuantityTooLarge or DoubtKind.QuantityInvalid) is { } wrong)
        {
            var example = $"{turn.Speech.Plain("supplies.word.need")} {items[0].Name} 200个";
            turn.Refuse($"supplies.need.{wrong.Kind}", wrong.Part, example);
            return null;
        }

        var said = items.ToList();
        while (said.FindIndex(item => item.Quantity is null) is >= 0 and var first)
        {
            if (turn.NextAnswer() is not { } words || AmountAnswer.Read(words) is not { } answer)
            {
                await AskAsync(turn, said.FindAll(item => item.Quantity is null));
                return null;
            }

            Fill(said, first, answer);
        }

        return said;
    }

    private static void Fill(List<Item> said, int first, AmountAnswer answer)
    {
        if (answer.Named.Count == 0)
        {
            foreach (var at in Enumerable.Range(0, said.Count).Where(at => answer.Each ? said[at].Quantity is null : at == first))
                said[at] = said[at] with
                {
                    Quantity = answer.Amount.Value,
                    Unit = answer.Amount.Unit ?? said[at].Unit ?? UsualAmounts.UnitOf(said[at].Name),
                    Hedge = answer.Amount.Hedge,
                };
            return;
        }

        foreach (var item in answer.Named)
        {
            var at = said.FindIndex(each => each.Quantity is null && AmountAnswer.IsSame(each.Name, item.Name));
            if (at < 0)
                said.Add(item);
            else
                said[at] = item with { Name = said[at].Name };
        }
    }

    public static string Words(IEnumerable<Item> items) =>
        string.Join(
            '，',
            items.Select(item => Html.Escape($"{item.Name} {(item.Quantity is { } value ? NeedText.Number(value) : "")}{item.Unit}".Trim()))
        );

    private static async Task AskAsync(Turn turn, List<Item> open)
    {
        var item = open[0];
        var vague = turn.Meaning.Doubts.FirstOrDefault(doubt => doubt.Kind == DoubtKind.VagueQuantity && doubt.Choices.Count > 0);
        var choices = vague?.Choices ?? await UsualAmounts.OfAsync(turn, item.Name);
        var others = open.Skip(1).Select(each => each.Name).ToList();
        turn.Ask(
            AnswerKind.Amounts,
            others.Count == 0
                ? turn.Speech.Say("supplies.need.howMany", item.Name)
                : turn.Speech.Say("supplies.need.howManyEach", item.Name, string.Join('、', others), Example(open)),
            [choices.Select(it => new Choice(it, $"={it}")).ToList()]
        );
    }

    private static string Example(List<Item> open) => string.Join('、', open.Select(item => UsualAmounts.FirstOf(item.Name) + item.Name));
}
