using Microsoft.EntityFrameworkCore;

namespace MutualAid.Core.Accounts;

public sealed partial class AccountDesk
{
    private const int MostNews = 10;

    /// <summary>The holder is to hear of it, wherever it was done from.</summary>
    /// <param name="session">Where it was done, and need not be told; 0: nowhere.</param>
    public void Note(ConsoleAccount account, AccountEvent what, long session = 0, string? from = null) =>
        db.AccountNews.Add(
            new AccountNews
            {
                Account = account,
                Event = what,
                At = Now,
                SessionId = session,
                From = from,
            }
        );

    /// <summary>What its holder did not hear of yet: nothing that was done in this very session.</summary>
    public async Task<IReadOnlyList<AccountNews>> UntoldAsync(long account, long session) =>
        await db
            .AccountNews.Where(it => it.AccountId == account && it.ToldAt == null && it.SessionId != session)
            .OrderByDescending(it => it.Id)
            .Take(MostNews)
            .ToListAsync();

    /// <summary>The holder has read what there is.</summary>
    public async Task ReadNewsAsync(long account)
    {
        foreach (var news in await db.AccountNews.Where(it => it.AccountId == account && it.ToldAt == null).ToListAsync())
            news.ToldAt = Now;
    }
}
