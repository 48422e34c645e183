using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Engine;

/// <summary>What came of a message.</summary>
/// <param name="Rows">What the courier carries after the commit.</param>
/// <param name="CountsAsNoise">An error or a repeated look-up: many of them silence a person for a while.</param>
/// <param name="LooksUp">A question that changes nothing.</param>
/// <param name="IsRefused">What was asked for was not done.</param>
public sealed record TurnResult(IReadOnlyList<OutboxRow> Rows, bool CountsAsNoise = false, bool LooksUp = false, bool IsRefused = false)
{
    public static readonly TurnResult Nothing = new([]);
}
