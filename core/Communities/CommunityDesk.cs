using MutualAid.Core.Data;
using MutualAid.Core.People;

namespace MutualAid.Core.Communities;

/// <summary>Why an act on a community was not done; the names are phrase keys.</summary>
public enum CommunityRefusal
{
    None,
    NoName,
    NameTooLong,

    /// <summary>The name already belongs to another community.</summary>
    NameTaken,
}

/// <param name="Community">The one that holds now, also when it was just added.</param>
/// <param name="Suggestion">A known community that may be meant instead: offered with one button.</param>
public sealed record JoinResult(CommunityRefusal Refusal, Community? Community = null, Community? Suggestion = null);

/// <summary>What a list says of a community; null: nothing.</summary>
public sealed record CommunityWords(string Name, IReadOnlyList<string> Aliases)
{
    public string? Contact { get; init; }
    public string? DropOff { get; init; }
    public string? District { get; init; }
}

/// <summary>Communities and who stands for which; a new one per turn, inside <see cref="Writer.DoAsync"/>.</summary>
public sealed class CommunityDesk(Db db, TimeProvider clock)
{
    private const int LongestName = 40;

    /// <summary>The community of this name or alias; a new row, stored as typed, when there is none.</summary>
    public async Task<Community> NamedAsync(string name)
    {
        if (await db.CalledAsync(name) is { } known)
            return known;
        return Add(name);
    }

    private Community Add(string name)
    {
        var community = new Community
        {
            Name = name.Trim(),
            NameKey = Folded.Key(name),
            AddedAt = clock.GetUtcNow().UtcDateTime,
        };
        db.Communities.Add(community);
        return community;
    }

    /// <summary>登记社区: takes effect at once for later needs.</summary>
    public async Task<JoinResult> JoinAsync(Person person, string name)
    {
        if (Folded.Key(name).Length == 0)
            return new(CommunityRefusal.NoName);
        if (name.Trim().Length > LongestName)
            return new(CommunityRefusal.NameTooLong);
        var known = await db.CalledAsync(name);
        var community = known ?? await NamedAsync(name);
        person.Community = community;
        var near = known is null ? await db.NearAsync(name) : [];
        return new(CommunityRefusal.None, community, near is [var suggestion, ..] ? suggestion : null);
    }

    /// <summary>Where goods are to be brought, whom to meet and until when; empty takes it back.</summary>
    public static void TellDropOff(Community community, string? words) =>
        community.DropOff = string.IsNullOrWhiteSpace(words) ? null : words.Trim();

    /// <summary>The part of town that it belongs to; empty takes it back.</summary>
    public static void TellDistrict(Community community, string? words) =>
        community.District = string.IsNullOrWhiteSpace(words) ? null : words.Trim();

    /// <summary>Name, contact and the place where goods are brought, as an organiser corrects them; nothing changes on a refusal.</summary>
    public async Task<CommunityRefusal> CorrectAsync(Community community, string? name, string? contact, string? dropOff)
    {
        var key = Folded.Key(name ?? "");
        if (key.Length == 0)
            return CommunityRefusal.NoName;
        if (name!.Trim().Length > LongestName)
            return CommunityRefusal.NameTooLong;
        if (await db.CalledAsync(name) is { } known && known.Id != community.Id)
            return CommunityRefusal.NameTaken;
        (community.Name, community.NameKey) = (name.Trim(), key);
        community.Contact = string.IsNullOrWhiteSpace(contact) ? null : contact.Trim();
        TellDropOff(community, dropOff);
        return CommunityRefusal.None;
    }

    /// <summary>Communities of a list that was kept elsewhere, with a handful of queries; of one that is refused nothing changes.</summary>
    /// <returns>In the order of the list; null: refused.</returns>
    public async Task<IReadOnlyList<Community?>> ListAsync(IReadOnlyList<CommunityWords> list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var called = await db.CalledAsync();
        return [.. list.Select(it => List(it, called))];
    }

    private Community? List(CommunityWords words, Dictionary<string, Community> called)
    {
        var names = words.Aliases.Prepend(words.Name).ToList();
        var known = called.GetValueOrDefault(Folded.Key(words.Name));
        if (
            names.Exists(name =>
                Folded.Key(name).Length == 0
                || name.Trim().Length > LongestName
                || (called.GetValueOrDefault(Folded.Key(name)) is { } other && other != known)
            )
        )
            return null;
        var community = known ?? Add(words.Name);
        called[community.NameKey] = community;
        community.Contact = words.Contact ?? community.Contact;
        TellDropOff(community, words.DropOff ?? community.DropOff);
        TellDistrict(community, words.District ?? community.District);
        foreach (var name in words.Aliases.Where(name => called.TryAdd(Folded.Key(name), community)))
            AddAlias(community, name);
        return community;
    }

    /// <summary>Another name for a community.</summary>
    public async Task<CommunityRefusal> AddAliasAsync(Community community, string name)
    {
        if (Folded.Key(name).Length == 0)
            return CommunityRefusal.NoName;
        if (name.Trim().Length > LongestName)
            return CommunityRefusal.NameTooLong;
        if (await db.CalledAsync(name) is { } known)
            return known == community ? CommunityRefusal.None : CommunityRefusal.NameTaken;
        await db.Entry(community).Collection(each => each.Aliases).LoadAsync();
        AddAlias(community, name);
        return CommunityRefusal.None;
    }

    private static void AddAlias(Community community, string name) =>
        community.Aliases.Add(
            new CommunityAlias
            {
                Community = community,
                Name = name.Trim(),
                NameKey = Folded.Key(name),
            }
        );
}
