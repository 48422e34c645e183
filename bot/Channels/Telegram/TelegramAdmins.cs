using System.Collections.Concurrent;
using MutualAid.Bot.Channels.Telegram.Api;
using MutualAid.Bot.Engine;

namespace MutualAid.Bot.Channels.Telegram;

/// <summary>Who administers a group, asked before a message enters the queue so that no turn waits for the platform.</summary>
internal sealed class TelegramAdmins(TelegramClient client, TelegramSelf self, TimeProvider time, ILogger<TelegramAdmins> log)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<long, Lazy<Task<Known>>> groups = new();

    /// <summary>Null: Telegram did not say.</summary>
    public async Task<bool?> IsAdminAsync(long chat, long user, CancellationToken stop)
    {
        var asked = groups.GetOrAdd(chat, Ask);
        if (asked.Value is { IsCompleted: true } task && (await task).Until <= time.GetUtcNow())
        {
            groups.TryUpdate(chat, Ask(chat), asked);
            asked = groups.GetOrAdd(chat, Ask);
        }
        return (await asked.Value.WaitAsync(stop)).Admins?.Contains(user);
    }

    /// <summary>What the bot itself may do there, as Telegram said last; null: it has not said.</summary>
    public ChannelRights? OwnRights(long chat) =>
        self.Me is { } me
        && groups.TryGetValue(chat, out var asked)
        && asked is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } task }
            ? RightsOf(me, task.Result)
            : null;

    private static ChannelRights? RightsOf(User me, Known known) =>
        known.Admins is null
            ? null
            : new ChannelRights(
                // An administrator receives everything, whatever the privacy mode says.
                SeesAll: me.CanReadAllGroupMessages == true || known.Own is not null,
                MayPin: known.Own is { Status: "creator" } or { CanPinMessages: true },
                MayDelete: known.Own is { Status: "creator" } or { CanDeleteMessages: true }
            );

    public void Forget(long chat) => groups.TryRemove(chat, out _);

    private Lazy<Task<Known>> Ask(long chat) => new(() => AskAsync(chat));

    private async Task<Known> AskAsync(long chat)
    {
        var reply = await client.GetChatAdministratorsAsync(new(chat), Patience, CancellationToken.None);
        if (reply.Error is { } error)
            log.LogInformation("Telegram did not name the administrators of {Chat}: {Error}", chat, error);
        var admins = reply.Result?.Where(member => member.IsAdmin).Select(member => member.User.Id).ToHashSet();
        var own = reply.Result?.FirstOrDefault(member => member.IsAdmin && member.User.Id == self.Me?.Id);
        return new(admins, own, time.GetUtcNow() + (admins is null ? AfterFailure : Fresh));
    }

    private sealed record Known(HashSet<long>? Admins, Member? Own, DateTimeOffset Until);
}
