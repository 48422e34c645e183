using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Accounts;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.People;

/// <summary>管理后台: in private, a link that signs in once, for who has a role there. Organisers of a group have one.</summary>
[Command("console")]
public sealed class ConsoleCommand(ConsoleAddress console) : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (console.Url is not { } url || await AccountAsync(turn) is not { } account)
        {
            turn.Refuse("people.console.none");
            return;
        }

        var secret = await new AccountDesk(turn.Db, turn.Clock).LinkAsync(account, AccountDesk.LinkLasts);
        var link = $"{url}/enter?key={secret}";
        if (turn.Group is null)
            turn.ReplyWith(Link(turn.Speech, link), []);
        else if (await turn.TellAsync(turn.From, speech => Link(speech, link)))
            turn.Vanish(turn.Reply("people.console.sent"));
        else
            turn.Refuse("people.console.closed");
    }

    private static string Link(Speech speech, string link) =>
        speech.Say("people.console.link", link, (int)AccountDesk.LinkLasts.TotalMinutes);

    private static async Task<ConsoleAccount?> AccountAsync(Turn turn)
    {
        var me = turn.From.Id;
        var known = await turn.Db.ConsoleAccounts.Include(it => it.Person).FirstOrDefaultAsync(it => it.PersonId == me);
        var organises = await turn.Db.Members.AnyAsync(it => it.PersonId == me && it.Role == Role.Organiser && it.LeftAt == null);
        if (known is not null)
            return
                known.ClosedAt is null
                && (organises || await turn.Db.Grants.AnyAsync(it => it.AccountId == known.Id && it.RevokedAt == null))
                ? known
                : null;
        return organises ? await NewAsync(turn) : null;
    }

    // Two people may have one name.
    private static async Task<ConsoleAccount?> NewAsync(Turn turn)
    {
        var desk = new AccountDesk(turn.Db, turn.Clock);
        var name = turn.From.Name.Length > AccountDesk.LongestName - 10 ? turn.From.Name[..(AccountDesk.LongestName - 10)] : turn.From.Name;
        var made = await desk.CreateAsync(name, turn.From);
        return made.Account ?? (await desk.CreateAsync($"{name} {turn.From.Id}", turn.From)).Account;
    }
}
