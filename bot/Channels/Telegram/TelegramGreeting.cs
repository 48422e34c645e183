using System.Text.Json;
using MutualAid.Bot.Channels.Telegram.Api;

namespace MutualAid.Bot.Channels.Telegram;

/// <summary>What is said to Telegram at the start: who am I, how do updates come, which commands are shown where.</summary>
internal sealed class TelegramGreeting(
    TelegramClient client,
    TelegramSelf self,
    TelegramSettings settings,
    TimeProvider time,
    ILogger<TelegramGreeting> log
)
{
    private const string Refused = "Telegram:Token is refused";

    public TimeProvider Clock => time;

    public DateTime Now => time.GetUtcNow().UtcDateTime;

    public Pause NewPause() => new(settings.FirstPause, settings.LongestPause, time);

    /// <summary>False when the token is refused; without a network it tries until there is one.</summary>
    public async Task<bool> GreetAsync(CancellationToken stop)
    {
        if (await UntilAnsweredAsync("getMe", client.GetMeAsync, stop) is not { Result: { } me })
            return false;
        self.Me = me;
        log.LogInformation("Telegram knows the bot as @{Name}; it {Sees} in groups", me.Username, Sees(me));
        var way = await UntilAnsweredAsync("the way of updates", SetWayAsync, stop);
        if (way is null)
            return false;
        if (way.Error is { } error)
            log.LogError("Telegram refused the web hook: {Error}", error);
        await ShowCommandsAsync(stop);
        self.Trouble = way.Error is null ? null : $"{way.Error}";
        return true;
    }

    private async Task ShowCommandsAsync(CancellationToken stop)
    {
        foreach (var menu in TelegramMenu.All)
        {
            if ((await UntilAnsweredAsync("setMyCommands", stop => client.SetMyCommandsAsync(menu, stop), stop))?.Error is { } refusal)
                log.LogWarning("Telegram did not take the commands for {Scope}: {Error}", menu.Scope.Type, refusal);
        }
    }

    public bool TokenIsRefused(TelegramError error)
    {
        if (error is not { Trouble: Trouble.Refused, Code: 401 or 404 })
            return false;
        if (self.Trouble == Refused)
            return true;
        self.Trouble = Refused;
        log.LogCritical(
            "Telegram refuses the token ({Code}): the channel stops. Put a valid one into Telegram:Token and start again",
            error.Code
        );
        return true;
    }

    private static string Sees(User me) =>
        me.CanReadAllGroupMessages == true ? "sees all messages" : "sees commands and replies only (privacy mode)";

    private async Task<TelegramReply<JsonElement>> SetWayAsync(CancellationToken stop) =>
        settings.Mode == TelegramMode.Polling
            ? await client.DeleteWebhookAsync(stop)
            : await client.SetWebhookAsync(
                new(settings.PublicUrl.TrimEnd('/') + TelegramSettings.Path, settings.WebhookSecret, TelegramReception.Wanted),
                stop
            );

    /// <summary>An answer that is final; null when the token is refused.</summary>
    private async Task<TelegramReply<T>?> UntilAnsweredAsync<T>(
        string what,
        Func<CancellationToken, Task<TelegramReply<T>>> ask,
        CancellationToken stop
    )
    {
        for (var pause = NewPause(); ; )
        {
            var reply = await ask(stop);
            self.Trouble = reply.Error is null ? null : $"{reply.Error}";
            if (reply.Error is not { } error)
                return reply;
            if (TokenIsRefused(error))
                return null;
            if (error is { Trouble: Trouble.Refused, Code: 400 or 403 })
                return reply;
            log.LogWarning("Telegram did not answer {What}: {Error}; trying again", what, error);
            await pause.WaitAsync(error.RetryAfter, stop);
        }
    }
}
