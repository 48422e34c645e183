using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;

namespace MutualAid.Bot.Engine;

/// <summary>The covers of posts behind <see cref="Outgoing.Picture"/>, for platforms that do not fetch them.</summary>
public interface ICovers
{
    /// <summary>Null: none lies at this address.</summary>
    Task<byte[]?> ReadAsync(Uri address, CancellationToken stop = default);
}

/// <summary>Reads them from the database.</summary>
public sealed class Covers(Store store, PublicAddress own) : ICovers
{
    public async Task<byte[]?> ReadAsync(Uri address, CancellationToken stop = default)
    {
        var name = address.Segments[^1];
        if (address != own.Picture(name))
            return null;
        await using var db = store.Read();
        return await db.Pictures.Where(it => it.Name == name).Select(it => it.Bytes).FirstOrDefaultAsync(stop);
    }
}
