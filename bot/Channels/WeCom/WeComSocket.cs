using System.Net.WebSockets;
using System.Text.Json;
using MutualAid.Bot.Channels.WeCom.Api;

namespace MutualAid.Bot.Channels.WeCom;

/// <summary>Keeps the one long connection of the bot, on the copy of the program that carries: https://developer.work.weixin.qq.com/document/path/101463</summary>
internal sealed class WeComSocket(
    WeComSettings settings,
    WeComReception reception,
    WeComWire wire,
    WeComSelf self,
    TimeProvider time,
    ILogger<WeComSocket> log
) : BackgroundService
{
    private const int MostRefused = 5;
    private const int MostMissed = 2;
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan DutyLook = TimeSpan.FromMilliseconds(200);

    private enum End
    {
        Broken,
        OffDuty,
        Refused,
        TakenOver,
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (pause, refused) = (new Pause(settings.FirstPause, settings.LongestPause, time), 0);
        while (!stoppingToken.IsCancellationRequested)
        {
            if (!wire.IsOnDuty)
            {
                await Task.Delay(DutyLook, time, stoppingToken);
                continue;
            }

            var end = await ConnectAsync(pause, stoppingToken);
            refused = end == End.Refused ? refused + 1 : 0;
            if (refused == MostRefused)
            {
                log.LogCritical("WeCom refuses the bot: the assistant stops. Put a valid WeCom:BotId and WeCom:Secret and start again");
                return;
            }

            if (end == End.TakenOver)
                await Task.Delay(settings.TakenOverPause, time, stoppingToken);
            else if (end != End.OffDuty)
                await pause.WaitAsync(null, stoppingToken);
        }
    }

    private async Task<End> ConnectAsync(Pause pause, CancellationToken stop)
    {
        using var socket = new ClientWebSocket();
        // We ping in the platform's own way; its proxy is no business of loopback.
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        if (settings.SocketUrl.IsLoopback)
            socket.Options.Proxy = null;
        using var limit = new CancellationTokenSource(ConnectWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            await socket.ConnectAsync(settings.SocketUrl, either.Token);
            return await ServeAsync(socket, pause, stop);
        }
        catch (Exception fault) when (!stop.IsCancellationRequested && fault is WebSocketException or OperationCanceledException)
        {
            return Ended(End.Broken, $"WeCom cannot be reached: {fault.GetType().Name}");
        }
    }

    private async Task<End> ServeAsync(ClientWebSocket socket, Pause pause, CancellationToken stop)
    {
        using var connection = new Connection(socket, settings.AckWithin, time);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var takenOver = new TaskCompletionSource();
        var reading = connection.ReadAsync(frame => Take(frame, takenOver, stop), Dropped, over.Token);
        try
        {
            if (await SubscribeAsync(connection, over.Token) is { } refusal)
                return refusal;
            (self.Trouble, wire.Live) = (null, connection);
            pause.Reset();
            log.LogInformation("WeCom knows the bot; the long connection stands");
            return await WatchAsync(connection, reading, takenOver.Task, over.Token);
        }
        finally
        {
            wire.Live = null;
            await over.CancelAsync();
            socket.Abort();
            await Task.WhenAny(reading);
        }
    }

    /// <summary>Null: the bot is in.</summary>
    private async Task<End?> SubscribeAsync(Connection connection, CancellationToken stop)
    {
        var hello = JsonSerializer.SerializeToElement(new Subscribe(settings.BotId, settings.Secret), WeComJson.Wire.Subscribe);
        var ack = await connection.AskAsync("aibot_subscribe", Connection.NewId(), hello, stop);
        return ack switch
        {
            { IsYes: true } => null,
            { Fate: Fate.Answered, Code: not (-1 or 45009 or 45033) } => Ended(End.Refused, $"WeCom refuses the bot ({ack})"),
            _ => Ended(End.Broken, $"WeCom does not take the bot in ({ack})"),
        };
    }

    private async Task<End> WatchAsync(Connection connection, Task reading, Task takenOver, CancellationToken stop)
    {
        var beating = BeatAsync(connection, stop);
        var leaving = LeaveDutyAsync(stop);
        var first = await Task.WhenAny(takenOver, reading, beating, leaving);
        stop.ThrowIfCancellationRequested();
        // A copy that slept past its lease was rightly taken over from, and may carry again at any time.
        if (first == leaving || !wire.IsOnDuty)
            return Ended(End.OffDuty, "another copy of the program carries");
        if (takenOver.IsCompleted)
        {
            return Ended(
                End.TakenOver,
                "another program took the bot over: each bot keeps one connection. Stop the other one, or give it a bot of its own"
            );
        }

        return Ended(End.Broken, first == beating ? "WeCom does not answer any more" : "WeCom ended the connection");
    }

    /// <summary>Ends when two pings in a row went unanswered: a dead line does not say so by itself.</summary>
    private async Task BeatAsync(Connection connection, CancellationToken stop)
    {
        for (var missed = 0; missed < MostMissed; )
        {
            await Task.Delay(settings.PingEvery, time, stop);
            var ack = await connection.AskAsync("ping", Connection.NewId(), null, stop);
            missed = ack.Fate == Fate.Answered ? 0 : missed + 1;
        }
    }

    private async Task LeaveDutyAsync(CancellationToken stop)
    {
        while (wire.IsOnDuty)
            await Task.Delay(DutyLook, time, stop);
    }

    private void Take(Frame frame, TaskCompletionSource takenOver, CancellationToken stop)
    {
        if (frame is not { Cmd: "aibot_msg_callback" or "aibot_event_callback", Headers.ReqId: { } id, Body: { } body })
            return;
        if (reception.Parse(body) is not { } said)
            return;
        if (said.Event?.Eventtype == "disconnected_event")
            takenOver.TrySetResult();
        else
            reception.Take(said, new Way(id, KindOf(said)), stop);
    }

    internal static WayKind KindOf(Callback said) =>
        said.Event?.Eventtype switch
        {
            "template_card_event" => WayKind.Press,
            "enter_chat" => WayKind.Welcome,
            _ => WayKind.Message,
        };

    private void Dropped(string why) => log.LogWarning("A frame of WeCom is passed over: {Why}", why);

    private End Ended(End end, string why)
    {
        self.Trouble = why;
        log.LogWarning("{Why}", why);
        return end;
    }
}
