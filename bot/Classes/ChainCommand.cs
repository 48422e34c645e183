using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Classes;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Classes;

/// <summary>接龙, answered to the card: its list as text to copy into another chat, and to paste back from there.</summary>
[Command("class_chain", LooksUp = true)]
public sealed class ChainCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (await turn.WhichAsync("/chain", turn.ComingHere()) is not { } number)
            return;
        var it = await turn.Db.Classes.WithAll().FirstOrDefaultAsync(each => each.Number == number);
        if (it is null || !await turn.Db.BelongsAsync(turn.Actor(), it.Group))
            turn.Refuse(new ClassResult(it is null ? ClassRefusal.NoSuchClass : ClassRefusal.OtherGroup), number);
        else
            turn.ReplyWith($"<pre>{Text(it, turn.Speech, turn.Now)}</pre>", []);
    }

    /// <summary>Who waits stands behind who comes: pasted back, the order is the same.</summary>
    private static string Text(Class it, Speech speech, DateTime now)
    {
        var people = it.Going().Concat(it.Waiting()).Select((signUp, index) => $"{index + 1}. {ClassText.Place(signUp, speech)}");
        return string.Join('\n', [speech.Say("classes.list.mark"), ClassText.Head(it, speech), ClassText.When(it, speech, now), .. people]);
    }
}
