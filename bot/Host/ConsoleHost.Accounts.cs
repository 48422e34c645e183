using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Host;

internal sealed partial class ConsoleHost
{
    public async Task TellHolderAsync(Db db, ConsoleAccount account)
    {
        await db.SaveChangesAsync();
        var news = await db.AccountNews.Where(it => it.AccountId == account.Id && it.ToldAt == null).OrderBy(it => it.Id).ToListAsync();
        if (news.Count == 0 || await HomeAsync(db, account.PersonId) is not { } home)
            return;
        var (person, notices) = ((await db.People.FindAsync(account.PersonId))!, Notices(db));
        foreach (var each in news)
        {
            if (await notices.TellAsync(person, home, speech => Said(each, home, speech), Why.Notice))
                each.ToldAt = Now;
        }

        await notices.SaveAsync();
    }

    // A group on whose platform the bot may write to them in private.
    private static Task<Group?> HomeAsync(Db db, long person) =>
        db
            .Members.Where(it => it.PersonId == person && it.LeftAt == null && it.Group.InactiveAt == null)
            .Where(it =>
                db.Accounts.Any(account =>
                    account.PersonId == person
                    && account.Channel == it.Group.Channel
                    && account.ReachableSince != null
                    && account.PrivateChat != null
                )
            )
            .OrderBy(it => it.GroupId)
            .Select(it => it.Group)
            .FirstOrDefaultAsync();

    private static string Said(AccountNews it, Group home, Speech speech) =>
        speech.Say($"people.account.{it.Event}", speech.Day(home.Local(it.At)), it.From ?? "");
}
