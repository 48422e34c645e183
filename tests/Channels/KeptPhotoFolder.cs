using MutualAid.Bot.Channels.Photos;
using MutualAid.Bot.Engine;

namespace MutualAid.Tests.Channels;

/// <summary>What keeps photos and covers beside a channel that stands alone; each one is used by some record.</summary>
internal sealed class KeptPhotoFolder : IPhotoUse, ICovers, IDisposable
{
    public const string Public = "https://help.example";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("photos-");

    public Dictionary<Uri, byte[]> Covers { get; } = [];

    public bool IsUsed { get; set; } = true;

    public IReadOnlyList<string> Names => [.. folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => file.Name)];

    public static KeptPhotoFolder AddTo(WebApplicationBuilder builder)
    {
        var kept = new KeptPhotoFolder();
        builder.Configuration["Room:DataFolder"] = kept.folder.FullName;
        builder
            .Services.AddSingleton<IPhotoUse>(kept)
            .AddSingleton<ICovers>(kept)
            .AddSingleton(new PublicAddress(Public))
            .AddSingleton(new ButtonSeal(new byte[32]));
        builder.Services.AddPhotos(builder.Configuration);
        return kept;
    }

    public Task<bool> IsUsedAsync(string file, CancellationToken stop = default) => Task.FromResult(IsUsed);

    public Task<byte[]?> ReadAsync(Uri address, CancellationToken stop = default) => Task.FromResult(Covers.GetValueOrDefault(address));

    public void Dispose() => folder.Delete(recursive: true);
}
