using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Communities;
using MutualAid.Core.Data;

namespace MutualAid.Core.Broadcasts;

/// <summary>Reads whom somebody means: 所有群, 标签 东片, 社区 杏花台, 管理员, 成员, or names of groups, one a line.</summary>
public static class Aiming
{
    public const int MostLines = 200;

    private static readonly HashSet<string> All = ["所有群", "全部", "全部群", "我管的所有群", "我管的群", "all", "allgroups"];
    private static readonly HashSet<string> Leaders = ["管理员", "所有管理员", "organisers", "organizers", "admins"];
    private static readonly HashSet<string> Everybody = ["成员", "所有成员", "私下发给成员", "members"];
    private static readonly string[] TagWords = ["标签", "tag", "#"];
    private static readonly string[] CommunityWords = ["社区", "community"];

    /// <summary>Sets the audience; refused with the words that were not understood.</summary>
    public static async Task<BroadcastResult> AimAsync(Db db, Broadcast it, string words)
    {
        var lines = words.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length > MostLines)
            return new(BroadcastRefusal.AudienceTooLong, it, lines.Length.ToString(CultureInfo.InvariantCulture));
        if (lines is not [var only])
            return lines.Length == 0 ? new(BroadcastRefusal.NoSuchAudience, it, "") : await AtGroupsAsync(db, it, lines);
        var key = Folded.Key(only);
        return All.Contains(key) ? Set(it, AudienceKind.AllGroups, "")
            : Leaders.Contains(key) ? Set(it, AudienceKind.Organisers, "")
            : Everybody.Contains(key) ? Set(it, AudienceKind.Members, "")
            : After(key, TagWords) is { Length: > 0 } tag ? await AtTagAsync(db, it, tag)
            : After(key, CommunityWords) is { Length: > 0 } name && await db.CalledAsync(name) is { } community
                ? Set(it, AudienceKind.Community, community.Id.ToString(CultureInfo.InvariantCulture))
            : await AtGroupsAsync(db, it, lines);
    }

    internal static long[] Ids(string aim) =>
        [.. aim.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => long.Parse(id, CultureInfo.InvariantCulture))];

    private static async Task<BroadcastResult> AtTagAsync(Db db, Broadcast it, string key) =>
        await db.Within(it).AnyAsync(group => db.GroupTags.Any(tag => tag.GroupId == group.Id && tag.NameKey == key))
            ? Set(it, AudienceKind.Tag, key)
            : new(BroadcastRefusal.NoSuchAudience, it, key);

    private static async Task<BroadcastResult> AtGroupsAsync(Db db, Broadcast it, string[] lines)
    {
        var groups = await db.Within(it).Select(group => new { group.Id, group.Title }).ToListAsync();
        var named = groups.ToLookup(group => Folded.Key(group.Title), group => group.Id, StringComparer.Ordinal);
        var ids = new SortedSet<long>();
        foreach (var line in lines)
        {
            // A button says @ and the id: titles may be longer than a button, and not unique.
            var found =
                line.StartsWith('@') && long.TryParse(line.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                    ? groups.Where(group => group.Id == id).Select(group => group.Id).ToList()
                    : [.. named[Folded.Key(line)]];
            if (found.Count == 0)
                return new(BroadcastRefusal.NoSuchAudience, it, line);
            ids.UnionWith(found);
        }

        return Set(it, AudienceKind.Groups, string.Join(',', ids));
    }

    private static BroadcastResult Set(Broadcast it, AudienceKind kind, string aim)
    {
        (it.Audience, it.Aim) = (kind, aim);
        it.Version++;
        return new(BroadcastRefusal.None, it);
    }

    private static string? After(string key, string[] words) =>
        Array.Find(words, word => key.StartsWith(word, StringComparison.Ordinal)) is { } word
            ? key[word.Length..].TrimStart('#', ':')
            : null;
}
