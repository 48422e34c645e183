using System.Security.Cryptography;
using MutualAid.Bot.Channels.WebChat;
using MutualAid.Bot.Engine;
using MutualAid.Core.Data;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Host;

/// <summary>Puts the engine together; channels and console add themselves.</summary>
public static class HostParts
{
    private const string ButtonKey = "buttons.key";

    /// <summary>Storage, engine and courier over a database that is ready.</summary>
    public static void AddEngine(
        this IServiceCollection services,
        Settings settings,
        Store store,
        byte[] buttonKey,
        TimeProvider clock,
        FloodGuard? flood = null
    )
    {
        services.AddSingleton(settings);
        services.AddSingleton(clock);
        // Made here, so that the host lets go of the database when it ends.
        services.AddSingleton(_ => store);
        services.AddSingleton(_ => store.CreateWriter());
        services.AddSingleton(Phrases.Load(Path.Combine(AppContext.BaseDirectory, "content")));
        services.AddSingleton(new ButtonSeal(buttonKey));
        services.AddSingleton(new GroupDefaults(settings.Language, settings.TimeZone));
        services.AddSingleton(new PublicAddress(settings.PublicUrl.ToString().TrimEnd('/')));
        services.AddSingleton(new ConsoleAddress(settings.RunsConsole ? settings.ConsoleUrl.ToString().TrimEnd('/') : null));
        services.AddSingleton(flood ?? new FloodGuard());
        services.AddSingleton(all => ActivatorUtilities.CreateInstance<EngineParts>(all));
        services.AddSingleton(new CommandTable(typeof(HostParts).Assembly.GetTypes()));
        services.AddAll<IFace>();
        services.AddAll<IDueAct>();
        services.AddAll<IDigestPart>();
        services.AddAll<ISettingsPart>();
        services.AddAll<IUndoWords>();
        services.AddAll<ILinkReading>();
        services.AddAll<IListUse>();
        services.AddSingleton<Outage>();
        services.AddSingleton<CourierLease>();
        services.AddSingleton<Postman>();
        services.AddSingleton<Courier>();
        services.AddSingleton<BotEngine>();
        services.AddSingleton<IIntake>(all => all.GetRequiredService<BotEngine>());
        services.AddSingleton<IPostHistory, PostHistory>();
        services.AddSingleton<IShares, Shares>();
        services.AddSingleton<IPhotoUse, PhotoUse>();
        services.AddSingleton<ICovers, Covers>();
        services.AddSingleton<IRoomPeople, RoomSeats>();
    }

    private static void AddAll<T>(this IServiceCollection services)
    {
        foreach (var type in typeof(HostParts).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(T))))
            services.AddSingleton(typeof(T), type);
    }

    public static Store OpenStore(Settings settings) =>
        settings.OnPostgres ? new PostgresStore(settings.Storage) : new SqliteStore(settings.Storage);

    /// <summary>The key of this installation's buttons, made once and kept in the database.</summary>
    public static async Task<byte[]> ButtonKeyAsync(Store store)
    {
        await using var writer = store.CreateWriter();
        return await writer.DoAsync(
            "setup",
            async db =>
            {
                var kept = await db.Settings.FindAsync(ButtonKey);
                if (kept is null)
                    db.Settings.Add(
                        kept = new Setting { Key = ButtonKey, Value = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) }
                    );
                return Convert.FromBase64String(kept.Value);
            }
        );
    }
}
