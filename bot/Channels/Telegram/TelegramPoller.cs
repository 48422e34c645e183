using System.Text.Json;
using MutualAid.Bot.Channels.Telegram.Api;

namespace MutualAid.Bot.Channels.Telegram;

/// <summary>Introduces the bot and then fetches updates. One is confirmed only after its commit: the offset moves no further than the first failed one.</summary>
internal sealed class TelegramPoller(
    TelegramClient client,
    TelegramGreeting greeting,
    TelegramReception reception,
    TelegramSettings settings,
    ILogger<TelegramPoller> log
) : BackgroundService
{
    private const int Most = 100;

    /// <summary>After a full disk or a database that was away, people are served again within ten seconds.</summary>
    private static readonly TimeSpan MostUnstored = TimeSpan.FromSeconds(4);

    /// <summary>Committed, but behind one that failed, so Telegram will give them again.</summary>
    private readonly HashSet<long> done = [];
    private long? offset;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await greeting.GreetAsync(stoppingToken) || settings.Mode != TelegramMode.Polling)
            return;
        var pause = greeting.NewPause();
        var untilStored = new Pause(
            settings.FirstPause,
            settings.LongestPause < MostUnstored ? settings.LongestPause : MostUnstored,
            greeting.Clock
        );
        while (!stoppingToken.IsCancellationRequested)
        {
            var request = new GetUpdates(offset, Most, (int)settings.PollHold.TotalSeconds, TelegramReception.Wanted);
            var reply = await client.GetUpdatesAsync(request, stoppingToken);
            if (reply.Error is { } error)
            {
                if (!await RecoverAsync(error, pause, stoppingToken))
                    return;
            }
            else if (await HandInAsync(reply.Result!, stoppingToken))
            {
                pause.Reset();
                untilStored.Reset();
            }
            else
                await untilStored.WaitAsync(null, stoppingToken);
        }
    }

    private async Task<bool> RecoverAsync(TelegramError error, Pause pause, CancellationToken stop)
    {
        if (greeting.TokenIsRefused(error))
            return false;
        if (error.Code == 409)
        {
            log.LogWarning(
                "Telegram gives no updates: {Error}. Each token polls from one place only, and not while a web hook is set",
                error
            );
            if (error.Says("webhook"))
                await client.DeleteWebhookAsync(stop);
        }
        else
            log.LogWarning("Telegram gives no updates: {Error}", error);
        await pause.WaitAsync(error.RetryAfter, stop);
        return true;
    }

    private async Task<bool> HandInAsync(IReadOnlyList<JsonElement> batch, CancellationToken stop)
    {
        // An empty answer has confirmed everything below the offset. Forgetting it then is safe, and
        // needed: after a quiet week Telegram begins again at a random number that may be lower.
        if (batch.Count == 0)
            offset = null;
        var ids = batch.Select(IdOf).ToList();
        var updates = batch.Select(reception.Parse).OfType<Update>().Where(update => !done.Contains(update.UpdateId)).ToList();
        var failed = (await Task.WhenAll(Lanes(updates).Select(lane => HandInLaneAsync(lane, stop)))).OfType<long>().ToHashSet();
        if (failed.Count == 0)
        {
            done.Clear();
            offset = ids.Count == 0 ? null : ids.Max() + 1;
            return true;
        }
        offset = failed.Min();
        return false;
    }

    /// <summary>Chats side by side, each in its order; one line for all when a group changes its id, since two ids are then one chat.</summary>
    private static IEnumerable<IReadOnlyList<Update>> Lanes(List<Update> updates) =>
        updates.Exists(update => (update.Message?.MigrateToChatId ?? update.Message?.MigrateFromChatId) is not null)
            ? [updates]
            : updates.GroupBy(ChatOf).Select(lane => lane.ToList());

    /// <summary>The first update that was not stored; what follows it in the chat waits for it.</summary>
    private async Task<long?> HandInLaneAsync(IReadOnlyList<Update> lane, CancellationToken stop)
    {
        foreach (var update in lane)
        {
            try
            {
                await reception.ReceiveAsync(update, greeting.Now, stop);
                lock (done)
                    done.Add(update.UpdateId);
            }
            catch (Exception fault) when (!stop.IsCancellationRequested)
            {
                log.LogError(fault, "Update {Update} was not stored; it will be fetched again", update.UpdateId);
                return update.UpdateId;
            }
        }
        return null;
    }

    private static long? ChatOf(Update update) =>
        (update.Message ?? update.EditedMessage ?? update.CallbackQuery?.Message)?.Chat.Id
        ?? (update.MyChatMember ?? update.ChatMember)?.Chat.Id;

    private static long IdOf(JsonElement update) => update.GetProperty("update_id").GetInt64();
}
