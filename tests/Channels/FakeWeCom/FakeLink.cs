using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace MutualAid.Tests.Channels.FakeWeCom;

/// <summary>One connection of a program to the platform.</summary>
internal sealed class FakeLink(WebSocket socket, FakeWeComServer server)
{
    private readonly Lock gate = new();
    private Task last = Task.CompletedTask;

    public bool IsIn { get; set; }

    /// <summary>The latest callbacks given over it; a line that breaks may have swallowed them.</summary>
    public Queue<object> Recent { get; } = [];

    public bool IsOpen => socket.State == WebSocketState.Open;

    public async Task ServeAsync(CancellationToken stop)
    {
        var (piece, frame) = (new byte[64 * 1024], new MemoryStream());
        try
        {
            while (true)
            {
                var read = await socket.ReceiveAsync(piece.AsMemory(), stop);
                if (read.MessageType == WebSocketMessageType.Close)
                    return;
                frame.Write(piece, 0, read.Count);
                if (!read.EndOfMessage)
                    continue;
                await server.TakeAsync(this, Encoding.UTF8.GetString(frame.ToArray()));
                frame.SetLength(0);
            }
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or IOException)
        {
            // It was cut.
        }
        finally
        {
            server.Left(this);
        }
    }

    public void Cut() => socket.Abort();

    /// <summary>Everything sent before still arrives.</summary>
    public async Task CloseAsync()
    {
        if (IsOpen)
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
    }

    public Task SendAsync(object frame) => SendRawAsync(JsonSerializer.Serialize(frame));

    public Task SendRawAsync(string frame)
    {
        lock (gate)
            return last = SendAfterAsync(last, frame);
    }

    private async Task SendAfterAsync(Task before, string frame)
    {
        await before;
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, true, CancellationToken.None);
        }
        catch (Exception fault) when (fault is WebSocketException or ObjectDisposedException or IOException or InvalidOperationException)
        {
            // Nobody is there any more.
        }
    }
}
