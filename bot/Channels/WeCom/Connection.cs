using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using MutualAid.Bot.Channels.WeCom.Api;

namespace MutualAid.Bot.Channels.WeCom;

/// <summary>One long connection while it lasts: frames out with their answers, frames in.</summary>
internal sealed class Connection(WebSocket socket, TimeSpan ackWithin, TimeProvider time) : IDisposable
{
    /// <summary>A longer frame is read to its end and dropped.</summary>
    public const int LongestFrame = 512 * 1024;

    private readonly ConcurrentDictionary<string, TaskCompletionSource<Ack>> waiting = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim sending = new(1);

    public static string NewId() => Guid.NewGuid().ToString("N");

    /// <summary>Sends a frame and waits for its answer. Without one in time it may have arrived all the same.</summary>
    public async Task<Ack> AskAsync(string command, string id, JsonElement? body, CancellationToken stop)
    {
        var answer = new TaskCompletionSource<Ack>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (socket.State != WebSocketState.Open || !waiting.TryAdd(id, answer))
            return new(Fate.NotSent, Words: "no connection");
        try
        {
            await SendAsync(WeComJson.Write(new(command, new(id), body), WeComJson.Wire.SentFrame), stop);
            return await answer.Task.WaitAsync(ackWithin, time, stop);
        }
        catch (TimeoutException)
        {
            return new(Fate.Lost, Words: "no answer in time");
        }
        catch (Exception fault) when (fault is WebSocketException or ObjectDisposedException or InvalidOperationException)
        {
            return new(Fate.Lost, Words: "the connection broke");
        }
        finally
        {
            waiting.TryRemove(id, out _);
        }
    }

    /// <summary>Frames until the connection ends; answers go to whom they belong.</summary>
    public async Task ReadAsync(Action<Frame> take, Action<string> dropped, CancellationToken stop)
    {
        var (piece, frame) = (new byte[16 * 1024], new MemoryStream());
        while (await NextAsync(piece, frame, stop))
        {
            if (frame.Length > LongestFrame)
                dropped($"it has {frame.Length} bytes");
            else if (Parse(frame) is not { } it)
                dropped("it is no frame");
            else if (it is { Cmd: null, Headers.ReqId: { } id })
                Answered(id, new(Fate.Answered, it.Errcode ?? 0, it.Errmsg ?? "", it.Body));
            else
                take(it);
        }
    }

    /// <summary>Whoever waits for an answer is told that there will be none.</summary>
    public void Dispose()
    {
        foreach (var (id, _) in waiting)
            Answered(id, new(Fate.Lost, Words: "the connection ended"));
        sending.Dispose();
    }

    private void Answered(string id, Ack ack)
    {
        if (waiting.TryGetValue(id, out var answer))
            answer.TrySetResult(ack);
    }

    private async Task SendAsync(byte[] frame, CancellationToken stop)
    {
        await sending.WaitAsync(stop);
        try
        {
            // Breaking off a frame would end the connection.
            await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            sending.Release();
        }
    }

    private async Task<bool> NextAsync(byte[] piece, MemoryStream frame, CancellationToken stop)
    {
        frame.SetLength(0);
        while (true)
        {
            var read = await socket.ReceiveAsync(piece.AsMemory(), stop);
            if (read.MessageType == WebSocketMessageType.Close)
                return false;
            if (frame.Length <= LongestFrame)
                frame.Write(piece, 0, read.Count);
            if (read.EndOfMessage)
                return true;
        }
    }

    // Control characters stand unescaped in what people send, as the official client found.
    private static Frame? Parse(MemoryStream frame)
    {
        var bytes = frame.GetBuffer().AsSpan(0, (int)frame.Length);
        foreach (ref var one in bytes)
        {
            if (one < ' ')
                one = (byte)' ';
        }

        try
        {
            return JsonSerializer.Deserialize(bytes, WeComJson.Wire.Frame);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
