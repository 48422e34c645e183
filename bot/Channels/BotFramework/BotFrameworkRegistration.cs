using System.Net;
using MutualAid.Bot.Channels.BotFramework.Api;
using MutualAid.Bot.Engine;

namespace MutualAid.Bot.Channels.BotFramework;

/// <summary>The channel's two lines in the host.</summary>
public static class BotFrameworkRegistration
{
    /// <summary>Adds the channel if <c>BotFramework:AppId</c> is set. Throws <see cref="Microsoft.Extensions.Options.OptionsValidationException"/> naming the wrong key.</summary>
    public static IServiceCollection AddBotFramework(this IServiceCollection services, IConfiguration configuration, bool isDevelopment) =>
        services.AddBotFramework(BotFrameworkSettings.Read(configuration, isDevelopment));

    internal static IServiceCollection AddBotFramework(this IServiceCollection services, BotFrameworkSettings settings)
    {
        if (!settings.IsOn)
            return services;
        services.AddSingleton(settings);
        services
            .AddHttpClient(ConnectorCall.ClientName)
            // The factory's request log holds the address, and that holds people's ids.
            .RemoveAllLoggers()
            .ConfigureHttpClient(client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.MaxResponseContentBufferSize = ConnectorCall.LongestAnswer;
            })
            .ConfigurePrimaryHttpMessageHandler(() => Handler(settings));
        services.AddSingleton<ServiceHosts>().AddSingleton<TokenCheck>().AddSingleton<AccessToken>();
        services.AddSingleton<ConnectorCall>().AddSingleton<ConnectorClient>().AddSingleton<TeamsMembers>();
        services.AddSingleton<BotFrameworkPhotos>();
        services.AddSingleton<Toasts>().AddSingleton<BotFrameworkSelf>().AddSingleton<BotFrameworkReception>();
        services.AddSingleton<BotFrameworkChannel>();
        return services.AddSingleton<IChannel>(all => all.GetRequiredService<BotFrameworkChannel>());
    }

    /// <summary>Maps <c>/api/messages</c>; without the channel it answers like any unknown address.</summary>
    public static IEndpointConventionBuilder MapBotFramework(this IEndpointRouteBuilder routes) =>
        routes.MapPost(BotFrameworkSettings.Path, BotFrameworkHook.AnswerAsync);

    private static SocketsHttpHandler Handler(BotFrameworkSettings settings) =>
        new()
        {
            // A redirect would carry the token to a host that nobody listed.
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AutomaticDecompression = DecompressionMethods.All,
            ActivityHeadersPropagator = null,
            UseProxy = !settings.Login.IsLoopback,
        };
}
