using System.Net;

namespace MutualAid.Bot.Channels;

/// <summary>How every channel calls its platform: nothing that an address or a token could leak into, no way to another host.</summary>
internal static class Outward
{
    public static IHttpClientBuilder AddOutward(
        this IServiceCollection services,
        string name,
        long longestAnswer,
        bool usesProxy,
        Uri? proxy = null
    ) =>
        services
            .AddHttpClient(name)
            // The factory's request log holds addresses, and these hold keys and people's ids.
            .RemoveAllLoggers()
            .ConfigureHttpClient(client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.MaxResponseContentBufferSize = longestAnswer;
            })
            .ConfigurePrimaryHttpMessageHandler(() => Handler(usesProxy, proxy));

    private static SocketsHttpHandler Handler(bool usesProxy, Uri? proxy) =>
        new()
        {
            // A redirect would carry the token to a host that nobody listed.
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AutomaticDecompression = DecompressionMethods.All,
            // Tracing would record the address with its key.
            ActivityHeadersPropagator = null,
            UseProxy = usesProxy,
            Proxy = proxy is null ? null : new WebProxy(proxy),
        };
}
