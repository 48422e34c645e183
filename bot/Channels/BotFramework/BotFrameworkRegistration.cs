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
        services.AddOutward(ConnectorCall.ClientName, ConnectorCall.LongestAnswer, usesProxy: !settings.Login.IsLoopback);
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
}
