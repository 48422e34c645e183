using Microsoft.Extensions.Options;
using MutualAid.Admin;
using MutualAid.Bot.Channels.BotFramework;
using MutualAid.Bot.Channels.Photos;
using MutualAid.Bot.Channels.Telegram;
using MutualAid.Bot.Channels.WebChat;
using MutualAid.Bot.Channels.WeCom;
using MutualAid.Bot.Classes;
using MutualAid.Bot.Content;
using MutualAid.Bot.Engine;
using MutualAid.Core.Accounts;
using MutualAid.Core.Data;

namespace MutualAid.Bot.Host;

/// <summary>The running program: one host with its channels, timetable and console, each of which a setting switches off.</summary>
public static class House
{
    private const long LargestBody = 6 << 20;

    /// <summary>Runs until it is stopped; true: to begin anew.</summary>
    public static async Task<bool> RunAsync(string[] args, CancellationToken stop = default)
    {
        await using var app = await BuildAsync(args);
        var restart = app.Services.GetService<Restart>();
        await app.RunAsync(stop);
        return restart is { IsAsked: true };
    }

    public static async Task<WebApplication> BuildAsync(
        string[] args,
        TimeProvider? clock = null,
        Action<WebApplicationBuilder>? adjust = null
    )
    {
        var builder = WebApplication.CreateBuilder(args);
        Log(builder);
        adjust?.Invoke(builder);
        // A hosting start-up may have brought a clock of its own.
        clock ??=
            builder.Services.LastOrDefault(it => it.ServiceType == typeof(TimeProvider))?.ImplementationInstance as TimeProvider
            ?? TimeProvider.System;
        var saved = new SavedSettings(Settings.Read(builder.Configuration).DataFolder, builder.Configuration);
        saved.Apply(builder.Configuration);
        var settings = Settings.Read(builder.Configuration);
        var store = HostParts.OpenStore(settings);
        await store.PrepareAsync();
        var isOwned = await IsOwnedAsync(store, clock);
        if (!isOwned && await FirstOwner.MakeAsync(builder.Configuration, store, clock))
        {
            isOwned = true;
            saved.Keep(ConsoleHost.StepKey, nameof(FirstStep.Done));
        }

        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 << 10;
            kestrel.Listen(Settings.Bind(settings.PublicListen));
            if (settings.RunsConsole)
                kestrel.Listen(Settings.Bind(settings.ConsoleListen));
        });
        builder.Services.AddEngine(settings, store, await HostParts.ButtonKeyAsync(store), clock);
        if (settings.RunsChannels)
        {
            // Before the channels: what they take in is carried from the first moment on.
            builder.Services.AddHostedService(all => all.GetRequiredService<Courier>());
            builder.Services.AddPhotos(builder.Configuration);
            builder.Services.AddHostedService<Rehearsal>();
            builder.Services.AddTelegram(builder.Configuration);
            builder.Services.AddBotFramework(builder.Configuration, builder.Environment.IsDevelopment());
            builder.Services.AddWeCom(builder.Configuration);
        }

        builder.Services.AddRoom(builder.Configuration);
        if (settings.RunsTimetable)
            builder.Services.AddTimetable();
        builder.Services.AddSingleton<MatcherPolicy, ListenerPolicy>();
        if (settings.RunsConsole)
        {
            builder.Services.AddSingleton(saved).AddSingleton<Restart>();
            builder.Services.AddSingleton<IConsoleHost, ConsoleHost>();
            builder.Services.AddConsole(
                new ConsoleSettings(settings.ConsoleUrl, settings.DataFolder, settings.Language, settings.TimeZone)
            );
        }

        var app = builder.Build();
        if (settings.RunsConsole)
            app.UseConsole(settings.ConsoleListen.Port);
        app.UseRouting();
        app.UseListeners(settings);
        if (settings.RunsConsole)
        {
            app.UseConsoleDoor(settings.ConsoleListen.Port);
            app.MapConsole().On(Listener.Console);
        }

        app.MapRoom().On(Listener.Public);
        app.MapCalendar().On(Listener.Public);
        app.MapPictures().On(Listener.Public);
        app.MapBoard().On(Listener.Public);
        app.MapHealth();
        if (settings.RunsChannels)
        {
            app.MapPhotos().On(Listener.Public);
            app.MapTelegram().On(Listener.Public);
            app.MapBotFramework().On(Listener.Public);
            app.MapWeCom().On(Listener.Public);
        }

        app.Lifetime.ApplicationStarted.Register(() => Greet(settings, isOwned ? null : app.Services.GetService<SetupLink>()));
        return app;
    }

    /// <summary>A fault of settings or storage in one line; null: a bug, to be shown whole.</summary>
    public static string? Explain(Exception error) =>
        error switch
        {
            SettingException or OptionsValidationException or StoreInUseException => error.Message,
            IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } =>
                $"Public:Listen or Console:Listen: the address is already in use ({error.Message})",
            _ when StorageFault.Is(error) =>
                $"Storage:ConnectionString: the database cannot be opened ({error.GetBaseException().Message})",
            _ => null,
        };

    private static async Task<bool> IsOwnedAsync(Store store, TimeProvider clock)
    {
        await using var db = store.Read();
        return await new AccountDesk(db, clock).HasOwnerAsync();
    }

    private static void Log(WebApplicationBuilder builder)
    {
        // Results of verbs own stdout; requests and queries carry people's words.
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(format => format.SingleLine = true);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console =>
            console.LogToStandardErrorThreshold = LogLevel.Trace
        );
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Quartz", LogLevel.Warning);
        // The keys of forms lie beside the database, readable by the owner alone: no need to warn of them at each start.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // What ends the start is explained in one line by Explain.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
    }

    private static void Greet(Settings settings, SetupLink? setup)
    {
        Console.WriteLine($"聊天室 Chat room   {settings.PublicUrl}");
        if (settings.RunsConsole)
            Console.WriteLine($"控制台 Console     {settings.ConsoleUrl}");
        // Who owns the console already would gain a second way in, and so would whoever reads the log.
        if (setup is not null)
            Console.WriteLine($"首次设置 Setup       {setup.Issue()}  (60 min, once)");
    }
}
