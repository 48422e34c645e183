using System.Collections.Concurrent;
using MutualAid.Bot.Channels.Telegram.Api;

namespace MutualAid.Bot.Channels.Telegram;

/// <summary>Who administers a group, asked before a message enters the queue so that no turn waits for the platform.</summary>
internal sealed class TelegramAdmins(TelegramClient client, TimeProvider time, ILogger<TelegramAdmins> log)
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

    public void Forget(long chat) => groups.TryRemove(chat, out _);

    private Lazy<Task<Known>> Ask(long chat) => new(() => AskAsync(chat));

    private async Task<Known> AskAsync(long chat)
    {
        var reply = await client.GetChatAdministratorsAsync(new(chat), Patience, CancellationToken.None);
        if (reply.Error is { } error)
            log.LogInformation("Telegram did not name the administrators of {Chat}: {Error}", chat, error);
        var admins = reply.Result?.Where(member => member.IsAdmin).Select(member => member.User.Id).ToHashSet();
        return new(admins, time.GetUtcNow() + (admins is null ? AfterFailure : Fresh));
    }

    private sealed record Known(HashSet<long>? Admins, DateTimeOffset Until);
}
