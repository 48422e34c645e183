using MutualAid.Bot.Engine;

namespace MutualAid.Bot.Channels.Photos;

public static class PhotoSetup
{
    /// <summary>The photos that channels keep. The engine side brings <see cref="IPhotoUse"/>, <see cref="ButtonSeal"/> and <see cref="PublicAddress"/>.</summary>
    public static IServiceCollection AddPhotos(this IServiceCollection services, IConfiguration configuration)
    {
        var folder = Path.Combine(configuration["Room:DataFolder"] ?? "data", "photos");
        services.AddSingleton(all => ActivatorUtilities.CreateInstance<KeptPhotos>(all, folder));
        return services.AddHostedService<PhotoSweep>();
    }

    public static RouteHandlerBuilder MapPhotos(this IEndpointRouteBuilder app) => app.MapGet(KeptPhotos.Path + "{key}", Show);

    private static IResult Show(string key, HttpContext context, KeptPhotos photos)
    {
        if (photos.Find(key) is not { } file)
            return Results.NotFound();
        context.Response.Headers.CacheControl = "private, max-age=86400";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        return Results.File(file, KeptPhotos.ContentType(file));
    }
}

/// <summary>Lets photos go that no record needs.</summary>
internal sealed class PhotoSweep(KeptPhotos photos, TimeProvider time, ILogger<PhotoSweep> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await photos.SweepAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError("Photos could not be looked through: {Fault}", fault.GetType().Name);
            }

            await Task.Delay(Every, time, stoppingToken);
        }
    }
}
