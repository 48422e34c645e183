using MutualAid.Bot.Channels.Telegram.Api;
using MutualAid.Bot.Engine;

namespace MutualAid.Bot.Channels.Telegram;

/// <summary>The channel's two lines in Program.cs.</summary>
public static class TelegramRegistration
{
    /// <summary>Adds the channel if <c>Telegram:Token</c> is set. Throws <see cref="Microsoft.Extensions.Options.OptionsValidationException"/> naming the wrong key.</summary>
    public static IServiceCollection AddTelegram(this IServiceCollection services, IConfiguration configuration) =>
        services.AddTelegram(TelegramSettings.Read(configuration));

    internal static IServiceCollection AddTelegram(this IServiceCollection services, TelegramSettings settings)
    {
        if (!settings.IsOn)
            return services;
        services.AddSingleton(settings);
        var usesProxy = settings.Proxy is not null || !settings.ApiBase.IsLoopback;
        services.AddOutward(TelegramCall.ClientName, TelegramCall.LongestAnswer, usesProxy, settings.Proxy);
        services.AddSingleton<TelegramCall>().AddSingleton<TelegramClient>().AddSingleton<TelegramAdmins>();
        services.AddSingleton<TelegramSelf>().AddSingleton<TelegramReception>().AddSingleton<TelegramGreeting>();
        services.AddSingleton<TelegramChannel>().AddSingleton<IChannel>(all => all.GetRequiredService<TelegramChannel>());
        return services.AddHostedService<TelegramPoller>();
    }

    /// <summary>Whose token it is, asked before it is kept.</summary>
    internal static async Task<TelegramReply<User>> AskAsync(TelegramSettings settings, TimeProvider clock, CancellationToken stop)
    {
        await using var parts = new ServiceCollection().AddLogging().AddSingleton(clock).AddTelegram(settings).BuildServiceProvider();
        return await parts.GetRequiredService<TelegramClient>().GetMeAsync(stop);
    }

    /// <summary>Maps the web hook at <c>/telegram</c>; without web-hook mode it answers like any unknown address.</summary>
    public static IEndpointConventionBuilder MapTelegram(this IEndpointRouteBuilder routes) =>
        routes.Map(TelegramSettings.Path, TelegramHook.AnswerAsync);
}
