using System.Collections.Concurrent;
using System.Text.Json;
using MutualAid.Bot.Channels.WeCom.Api;
using MutualAid.Bot.Engine;

namespace MutualAid.Bot.Channels.WeCom;

/// <summary>Hands callbacks to the engine, chats side by side, each in its order.</summary>
internal sealed class WeComReception(
    IIntake intake,
    WeComSettings settings,
    WeComWays ways,
    WeComPhotos photos,
    TimeProvider time,
    ILogger<WeComReception> log
)
{
    /// <summary>How long a message is kept that cannot be stored: the platform does not give it a second time.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestTry = TimeSpan.FromSeconds(4);

    private readonly ConcurrentDictionary<string, bool> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Task> lanes = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <summary>Null, with a line in the log, for what has not the shape of a callback.</summary>
    public Callback? Parse(JsonElement body)
    {
        try
        {
            return body.Deserialize(WeComJson.Wire.Callback);
        }
        catch (JsonException fault)
        {
            log.LogError("A callback of WeCom could not be read at {Path} and is passed over", fault.Path);
            return null;
        }
    }

    /// <summary>For the long connection: nobody waits, and what cannot be stored is tried again.</summary>
    public void Take(Callback said, Way way, CancellationToken stop)
    {
        if (Read(said, way) is { } incoming)
            Follow(incoming.Place.ChatId, async () => await StoreAsync(await photos.KeepAsync(said, incoming, stop), stop));
    }

    /// <summary>For the URL mode: ends after the commit; throws when nothing was stored, and the platform sends it again.</summary>
    public async Task TakeAsync(Callback said, Way way, CancellationToken stop)
    {
        if (Read(said, way) is not { } incoming)
            return;
        if (said.ResponseUrl is { Length: > 0 } address)
            ways.KeepAddress(incoming.Place.ChatId, address);
        await HandAsync(await photos.KeepAsync(said, incoming, stop), stop);
    }

    private Incoming? Read(Callback said, Way way)
    {
        if (WeComReading.Read(said, settings, time.GetUtcNow().UtcDateTime) is not { } incoming)
            return null;
        if (WeComReading.PressedTask(said) is { } task)
            way = way with { TaskId = task };
        if (way.Id.Length > 0 || way.Open is not null)
            ways.Keep(incoming.MessageId!, way);
        return incoming;
    }

    private void Follow(string lane, Func<Task> work)
    {
        lock (gate)
        {
            foreach (var (ended, _) in lanes.Where(it => it.Value.IsCompleted).ToList())
                lanes.Remove(ended);
            lanes[lane] = AfterAsync(lanes.GetValueOrDefault(lane, Task.CompletedTask), work);
        }
    }

    private static async Task AfterAsync(Task before, Func<Task> work)
    {
        await before;
        await work();
    }

    private async Task StoreAsync(Incoming incoming, CancellationToken stop)
    {
        var pause = new Pause(settings.FirstPause, LongestTry, time);
        for (var since = time.GetTimestamp(); ; await pause.WaitAsync(null, stop))
        {
            try
            {
                await HandAsync(incoming, stop);
                return;
            }
            catch (Exception fault) when (!stop.IsCancellationRequested && time.GetElapsedTime(since) < Kept)
            {
                log.LogError("Message {Id} was not stored and is tried again: {Fault}", incoming.UpdateId, fault.GetType().Name);
            }
            catch (Exception fault)
            {
                log.LogCritical("Message {Id} could not be stored and is lost: {Fault}", incoming.UpdateId, fault.GetType().Name);
                return;
            }
        }
    }

    private async Task HandAsync(Incoming incoming, CancellationToken stop)
    {
        var chat = incoming.Place.ChatId;
        if (!incoming.Place.IsPrivate && !known.ContainsKey(chat))
        {
            await intake.ReceiveAsync(WeComReading.Added(incoming), stop);
            known[chat] = true;
        }

        await intake.ReceiveAsync(incoming, stop);
    }
}
