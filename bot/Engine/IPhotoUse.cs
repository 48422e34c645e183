namespace MutualAid.Bot.Engine;

/// <summary>Whether a record points at a photo; the others are talk and are not kept.</summary>
public interface IPhotoUse
{
    Task<bool> IsUsedAsync(string file, CancellationToken stop = default);
}
