using System.Collections.Concurrent;
using MutualAid.Bot.Channels.BotFramework.Api;

namespace MutualAid.Bot.Channels.BotFramework;

/// <summary>Who somebody is in a group of Teams, asked before a message enters the queue so that no turn waits for the platform.</summary>
internal sealed class TeamsMembers(ConnectorClient client, TimeProvider time)
{
    private const int MostKept = 10_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<(string, string), (ChannelAccount? Member, DateTimeOffset Until)> known = new();

    /// <summary>Null: Teams did not say.</summary>
    public async Task<ChannelAccount?> FindAsync(Reference group, string conversation, string user, CancellationToken stop)
    {
        var key = (conversation, user);
        if (known.TryGetValue(key, out var kept) && kept.Until > time.GetUtcNow())
            return kept.Member;
        var member = await client.MemberAsync(group, conversation, user, Patience, stop);
        if (known.Count >= MostKept)
            known.Clear();
        known[key] = (member, time.GetUtcNow() + (member is null ? AfterFailure : Fresh));
        return member;
    }
}
