using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MutualAid.Bot.Engine;

namespace MutualAid.Bot.Channels.WebChat;

public static class RoomSetup
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>The room. The engine side brings <see cref="IIntake"/>, <see cref="IPostHistory"/>, <see cref="IShares"/> and <see cref="IRoomPeople"/>.</summary>
    public static IServiceCollection AddRoom(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new Door(configuration));
        services.AddSingleton(new RoomPhotos(Path.Combine(configuration["Room:DataFolder"] ?? "data", "room-photos")));
        services.AddSingleton<Hall>();
        services.AddSingleton<RoomHistory>();
        services.AddSingleton<RoomStyles>();
        services.AddSingleton<RoomNotes>();
        services.AddSingleton<RoomTalk>();
        services.AddSingleton<RoomEntry>();
        services.AddSingleton<RoomChannel>();
        services.AddSingleton<IChannel>(s => s.GetRequiredService<RoomChannel>());
        services.AddHostedService<RoomOpening>();
        return services;
    }

    /// <summary>The page, its parts and its requests, as one group that the host marks as public.</summary>
    public static RouteGroupBuilder MapRoom(this IEndpointRouteBuilder app)
    {
        var room = app.MapGroup("");
        room.MapPage();
        room.MapEntry();
        room.MapGroups();
        room.MapTalk();
        room.MapEvents();
        room.MapPhotos();
        room.MapShares();
        return room;
    }
}

/// <summary>Reads the groups' styles and lets photos go that no record needs.</summary>
internal sealed class RoomOpening(RoomStyles styles, IRoomPeople people, IPhotoUse use, Hall hall, RoomPhotos photos) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the first request: what lies there now belongs to lines that are forgotten.
        photos.DropAll();
        await styles.ReadAsync(people, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        hall.PhotoDropped += photos.Drop;
        await photos.SweepAsync(use, stoppingToken);
    }
}
