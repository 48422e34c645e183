using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Communities;
using MutualAid.Core.Data;
using MutualAid.Core.People;

namespace MutualAid.Core.Relays;

/// <summary>Who copied what into which group; a new desk per turn, inside <see cref="Writer.DoAsync"/>.</summary>
public sealed class RelayDesk(Db db, TimeProvider clock)
{
    public const int LongestName = 40;

    public async Task<RelayResult> NoteAsync(string subject, string name, Person by)
    {
        var key = Folded.Key(name);
        if (name.Trim().Length > LongestName)
            return new(RelayRefusal.NameTooLong);
        if (await db.Relays.Include(it => it.Community).FirstOrDefaultAsync(it => it.Subject == subject && it.NameKey == key) is { } known)
            return new(RelayRefusal.KnownAlready, known);
        var relay = new Relay
        {
            Subject = subject,
            Name = name.Trim(),
            NameKey = key,
            Community = await CommunityOfAsync(name, key, by),
            By = by,
            At = clock.GetUtcNow().UtcDateTime,
        };
        db.Relays.Add(relay);
        return new(RelayRefusal.None, relay);
    }

    // 杏花台社区三号楼群 and 杏花台3号楼 are both of 杏花台社区; a name that says nothing is of the volunteer's own community.
    private async Task<Community?> CommunityOfAsync(string name, string key, Person by)
    {
        if (await db.CalledAsync(name) is { } called)
            return called;
        var known = await db.Communities.ToListAsync();
        var named = known
            .Where(it => CommunityNames.Stem(it.NameKey) is { Length: >= 2 } stem && key.Contains(stem, StringComparison.Ordinal))
            .MaxBy(it => it.NameKey.Length);
        return named ?? known.Find(it => it.Id == by.CommunityId);
    }
}

/// <summary>Relays by adjectives.</summary>
public static class RelayQueries
{
    /// <summary>Communities into which nobody has copied it yet, by name.</summary>
    public static IQueryable<Community> Untold(this Db db, string subject) =>
        db.Communities.Where(it => !db.Relays.Any(relay => relay.Subject == subject && relay.CommunityId == it.Id)).OrderBy(it => it.Name);
}
