using System.Net;
using System.Net.Sockets;

namespace MutualAid.Tests.Channels.Telegram;

internal static class FreePort
{
    /// <summary>A port nobody listens on now; the web hook's address must be known before the host starts.</summary>
    public static int Take()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
