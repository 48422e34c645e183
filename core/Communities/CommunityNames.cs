using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;

namespace MutualAid.Core.Communities;

/// <summary>Communities by what people call them.</summary>
public static class CommunityNames
{
    private static readonly string[] Endings = ["居委会", "社区", "小区", "街道", "村"];

    /// <summary>The community of exactly this name or alias (after folding); null when unknown.</summary>
    public static async Task<Community?> CalledAsync(this Db db, string name)
    {
        var key = Folded.Key(name);
        return db.Communities.Local.FirstOrDefault(community => community.NameKey == key)
            ?? await db.Communities.FirstOrDefaultAsync(community => community.NameKey == key)
            ?? await db.Communities.FirstOrDefaultAsync(community => community.Aliases.Any(alias => alias.NameKey == key));
    }

    /// <summary>All communities by each of their folded names.</summary>
    public static async Task<Dictionary<string, Community>> CalledAsync(this Db db)
    {
        var all = await db.Communities.Include(it => it.Aliases).OrderBy(it => it.Id).ToListAsync();
        var called = all.ToDictionary(it => it.NameKey, StringComparer.Ordinal);
        foreach (var alias in all.SelectMany(it => it.Aliases))
            called.TryAdd(alias.NameKey, alias.Community);
        return called;
    }

    /// <summary>Communities with this word in their name or in another name of theirs.</summary>
    public static IQueryable<Community> About(this IQueryable<Community> communities, string word)
    {
        var key = Folded.Key(word);
        return communities.Where(it => it.NameKey.Contains(key) || it.Aliases.Any(alias => alias.NameKey.Contains(key)));
    }

    /// <summary>Known communities that this name may be a slip of (one letter apart, or the same but for 社区/小区/村 …), the nearest first.</summary>
    public static async Task<IReadOnlyList<Community>> NearAsync(this Db db, string name)
    {
        var key = Folded.Key(name);
        var known = await db.Communities.OrderBy(community => community.Id).ToListAsync();
        return
        [
            .. known
                .Where(community => community.NameKey != key && AreNear(community.NameKey, key))
                .OrderByDescending(community => Stem(community.NameKey) == Stem(key)),
        ];
    }

    /// <summary>Two folded names that may mean the same place.</summary>
    public static bool AreNear(string one, string other)
    {
        var (stem, otherStem) = (Stem(one), Stem(other));
        if (stem == otherStem)
            return true;
        // Of very short names every other one is a letter away: 东村, 西村.
        return Math.Min(stem.Length, otherStem.Length) >= 3 && IsOneEdit(one, other);
    }

    /// <summary>A folded name without its ending, unless nothing would be left.</summary>
    public static string Stem(string key)
    {
        var ending = Array.Find(Endings, each => key.Length > each.Length && key.EndsWith(each, StringComparison.Ordinal));
        return ending is null ? key : key[..^ending.Length];
    }

    private static bool IsOneEdit(string one, string other)
    {
        var (longer, shorter) = one.Length >= other.Length ? (one, other) : (other, one);
        if (longer.Length - shorter.Length > 1)
            return false;
        var at = 0;
        while (at < shorter.Length && longer[at] == shorter[at])
            at++;
        var rest = longer.Length == shorter.Length ? shorter[Math.Min(at + 1, shorter.Length)..] : shorter[at..];
        return longer[Math.Min(at + 1, longer.Length)..] == rest;
    }
}
