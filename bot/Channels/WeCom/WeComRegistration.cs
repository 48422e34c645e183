using MutualAid.Bot.Channels.WeCom.Api;
using MutualAid.Bot.Engine;

namespace MutualAid.Bot.Channels.WeCom;

/// <summary>The channel's two lines in the host.</summary>
public static class WeComRegistration
{
    /// <summary>Adds the assistant and the group robots as far as they are set. Throws <see cref="Microsoft.Extensions.Options.OptionsValidationException"/> naming the wrong key.</summary>
    public static IServiceCollection AddWeCom(this IServiceCollection services, IConfiguration configuration) =>
        services.AddWeCom(WeComSettings.Read(configuration), all => all.GetRequiredService<CourierLease>().IsHeld);

    internal static IServiceCollection AddWeCom(
        this IServiceCollection services,
        WeComSettings settings,
        Func<IServiceProvider, bool> isOnDuty
    )
    {
        if (!settings.IsOn)
            return services;
        services.AddSingleton(settings);
        services.AddOutward(WeComCall.ClientName, WeComCall.LongestAnswer, usesProxy: !settings.ApiBase.IsLoopback);
        services.AddSingleton<WeComCall>().AddSingleton<RobotClient>().AddSingleton<WeComSelf>();
        services.AddSingleton<WeComPhotos>().AddSingleton<WeComPictures>();
        if (settings.Robots.Count > 0)
            services.AddSingleton<IChannel, RobotChannel>().AddHostedService<RobotGreeting>();
        if (!settings.IsConnected && !settings.IsCalled)
            return services;
        services.AddSingleton<WeComWays>().AddSingleton<WeComReception>();
        services.AddSingleton<WeComChannel>().AddSingleton<IChannel>(all => all.GetRequiredService<WeComChannel>());
        return settings.IsConnected ? services.AddSocket(isOnDuty) : services.AddAddresses(settings);
    }

    /// <summary>Maps the callbacks at <c>/wecom</c>; without the URL mode it answers like any unknown address.</summary>
    public static IEndpointConventionBuilder MapWeCom(this IEndpointRouteBuilder routes) =>
        routes.Map(WeComSettings.Path, WeComHook.AnswerAsync);

    private static IServiceCollection AddSocket(this IServiceCollection services, Func<IServiceProvider, bool> isOnDuty)
    {
        services.AddSingleton(all => new WeComWire(() => isOnDuty(all), all.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IWeComLine>(all => all.GetRequiredService<WeComWire>());
        return services.AddHostedService<WeComSocket>();
    }

    private static IServiceCollection AddAddresses(this IServiceCollection services, WeComSettings settings)
    {
        services.AddSingleton(new CallbackCrypto(settings.Token, settings.EncodingAesKey));
        return services.AddSingleton<IWeComLine, WeComAddresses>();
    }
}
