using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Relays;

namespace MutualAid.Bot.Relays;

/// <summary>已转发 三号楼群, said to a post: it was copied by hand into a group where no bot may be.</summary>
[Command("relayed", InGroup = true)]
public sealed class RelayedCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (await RelaySubject.OfAsync(turn) is not { } subject)
        {
            turn.Refuse("relays.noPost");
            return;
        }

        // An answer to a question would no longer say which post is meant.
        var name = turn.Meaning.Rest.Trim();
        if (name.Length == 0)
        {
            turn.Refuse("relays.which");
            return;
        }

        var result = await new RelayDesk(turn.Db, turn.Clock).NoteAsync(subject.Key, name, turn.From);
        if (result.Refusal != RelayRefusal.None)
            turn.Refuse($"relays.refusal.{result.Refusal}", name);
        else
            await SayAsync(turn, subject, result.Relay!);
    }

    private static async Task SayAsync(Turn turn, RelaySubject subject, Relay relay)
    {
        // Those that are told count after this turn: the one just noted is not stored yet.
        await turn.Db.SaveChangesAsync();
        var left = await turn.Db.Untold(subject.Key).CountAsync();
        turn.Vanish(
            relay.Community is { } community
                ? turn.Reply("relays.notedFor", subject.Title, relay.Name, community.Name, left)
                : turn.Reply("relays.noted", subject.Title, relay.Name, left)
        );
    }
}

/// <summary>未转发, for organisers: which communities nobody has told of a post yet.</summary>
[Command("untold", InGroup = true, ForOrganisers = true, LooksUp = true)]
public sealed class UntoldCommand : ICommand
{
    private const int MostNamed = 30;

    public async Task RunAsync(Turn turn)
    {
        if (await RelaySubject.OfAsync(turn) is not { } subject)
        {
            turn.Refuse("relays.noPost");
            return;
        }

        var untold = await turn.Db.Untold(subject.Key).Select(it => it.Name).ToListAsync();
        var relays = await turn.Db.Relays.CountAsync(it => it.Subject == subject.Key);
        if (untold.Count == 0)
            turn.Reply("relays.allTold", subject.Title, relays);
        else
            turn.Reply("relays.untold", subject.Title, relays, untold.Count, string.Join('、', untold.Take(MostNamed)));
    }
}
