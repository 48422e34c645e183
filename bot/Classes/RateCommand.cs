using MutualAid.Bot.Engine;
using MutualAid.Core.Classes;

namespace MutualAid.Bot.Classes;

/// <summary>[5分] on the card of a class that is over: one voice each of those who were there.</summary>
[Command("!rate")]
public sealed class RateCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (
            turn.Meaning.Rest.Split(' ') is not [var first, var second]
            || !int.TryParse(first, out var number)
            || !int.TryParse(second, out var stars)
        )
            return;
        var result = await new ClassDesk(turn.Db, turn.Clock).RateAsync(number, turn.Actor(), stars);
        if (result is { Done: true, Class: { } it })
            turn.Show(it, "classes.done.rated", stars);
        else
            turn.Refuse(result, number);
    }
}
