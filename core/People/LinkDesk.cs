using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;

namespace MutualAid.Core.People;

/// <summary>Makes one person of two accounts on different platforms; a new desk per turn, inside <see cref="Writer.DoAsync"/>.</summary>
public sealed class LinkDesk(Db db, TimeProvider clock)
{
    public static readonly TimeSpan CodeLasts = TimeSpan.FromMinutes(10);

    /// <summary>Wrong codes an hour, of one person and of everybody: a million codes are not many for a machine.</summary>
    private const int MostGuesses = 5;
    private const int MostGuessesOfAll = 50;
    private static readonly TimeSpan GuessesCount = TimeSpan.FromHours(1);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>A fresh code; the earlier one stops working.</summary>
    public async Task<string> CodeAsync(Person person)
    {
        foreach (var old in await db.LinkCodes.Where(it => it.PersonId == person.Id && it.SpentAt == null).ToListAsync())
            old.SpentAt = Now;
        string digits;
        do
        {
            digits = RandomNumberGenerator.GetInt32(1_000_000).ToString("000000", CultureInfo.InvariantCulture);
        } while (await OpenAsync(digits) is not null);
        db.LinkCodes.Add(
            new LinkCode
            {
                Person = person,
                Hash = Secrets.Hash(digits),
                ExpiresAt = Now + CodeLasts,
            }
        );
        return digits;
    }

    /// <summary>Whose code it is, before anything is done. A wrong one counts.</summary>
    /// <param name="here">Who says it.</param>
    public async Task<LinkResult> FindAsync(Person here, string channel, string digits)
    {
        if (await IsGuessingAsync(here))
            return new(LinkRefusal.TooManyGuesses);
        if (await OpenAsync(digits) is not { } code)
        {
            db.LinkGuesses.Add(new LinkGuess { Person = here, At = Now });
            return new(LinkRefusal.WrongCode);
        }

        if (code.PersonId == here.Id)
            return new(LinkRefusal.Yourself);
        return code.Person.Accounts.Exists(it => it.Channel == channel)
            ? new(LinkRefusal.SamePlatform)
            : new(LinkRefusal.None, code.Person);
    }

    /// <summary>From now on the speaker is the person whose code it is: what they did, their roles and their community are one person's.</summary>
    public async Task<LinkResult> LinkAsync(Person here, string channel, string digits)
    {
        var found = await FindAsync(here, channel, digits);
        if (found is not { Refusal: LinkRefusal.None, Owner: { } owner })
            return found;
        (await OpenAsync(digits))!.SpentAt = Now;
        await new PersonMerge(db).MoveAsync(here, owner);
        return found;
    }

    /// <summary>
    /// The account on this platform begins anew, with its standing in the groups there; what was done so far stays with the others' person.
    /// </summary>
    /// <returns>False: it is the only one.</returns>
    public async Task<bool> UnlinkAsync(Person person, string channel, string name)
    {
        var accounts = await db.Accounts.Where(it => it.PersonId == person.Id).ToListAsync();
        if (accounts.Count < 2 || accounts.Find(it => it.Channel == channel) is not { } own)
            return false;
        var anew = new Person
        {
            Name = name.Length > 0 ? name : own.ExternalId,
            Language = person.Language,
            FirstSeenAt = Now,
        };
        own.Person = anew;
        foreach (var old in await db.Members.Where(it => it.PersonId == person.Id && it.Group.Channel == channel).ToListAsync())
        {
            db.Members.Remove(old);
            db.Members.Add(PersonMerge.Standing(old, anew));
        }

        return true;
    }

    /// <summary>Said where others read it: it is worth nothing any more.</summary>
    public async Task VoidAsync(string digits)
    {
        if (await OpenAsync(digits) is { } code)
            code.SpentAt = Now;
    }

    private async Task<bool> IsGuessingAsync(Person here)
    {
        var since = Now - GuessesCount;
        var lately = db.LinkGuesses.Where(it => it.At > since);
        return await lately.CountAsync() >= MostGuessesOfAll || await lately.CountAsync(it => it.PersonId == here.Id) >= MostGuesses;
    }

    private Task<LinkCode?> OpenAsync(string digits)
    {
        var (hash, now) = (Secrets.Hash(digits), Now);
        return db
            .LinkCodes.Include(it => it.Person)
                .ThenInclude(person => person.Accounts)
            .FirstOrDefaultAsync(it => it.Hash == hash && it.SpentAt == null && it.ExpiresAt > now);
    }
}
