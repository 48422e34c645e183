using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.People;

namespace MutualAid.Core.Audit;

/// <summary>Each entry is sealed together with the one before it, so a row that was altered, taken out or put in between behind the program's back is found.</summary>
/// <remarks>Whoever can write the file can seal it all anew, and take away its end: the last seal, written down elsewhere, shows that too.</remarks>
public static class AuditSeal
{
    /// <summary>The seal that an entry has to have, in lower-case hex.</summary>
    public static string Of(AuditEntry entry) =>
        Secrets.Hash(
            JsonSerializer.Serialize(
                new object?[]
                {
                    entry.Prior,
                    entry.At.Ticks / TimeSpan.TicksPerMillisecond,
                    entry.ById,
                    entry.Act,
                    entry.Subject,
                    entry.GroupId,
                    entry.Changes,
                }
            )
        );

    /// <summary>Seals a new entry; of two at once one fails on the unique index and is done again.</summary>
    internal static async Task CloseAsync(Db db, AuditEntry entry)
    {
        // Databases keep fewer digits of a moment than we count.
        entry.At = entry.At.AddTicks(-(entry.At.Ticks % TimeSpan.TicksPerMillisecond));
        entry.Prior = await db.Audit.OrderByDescending(it => it.Id).Select(it => it.Seal).FirstOrDefaultAsync() ?? "";
        entry.Seal = Of(entry);
    }

    /// <summary>Reads the whole trail.</summary>
    public static async Task<AuditCheck> CheckAsync(Db db, CancellationToken stop = default)
    {
        var (sealedOnes, last) = (0, (string?)null);
        await foreach (var entry in db.Audit.AsNoTracking().OrderBy(it => it.Id).AsAsyncEnumerable().WithCancellation(stop))
        {
            // What was written before there were seals.
            if (last is null && entry.Seal is null)
                continue;
            if (entry.Prior != (last ?? "") || entry.Seal != Of(entry))
                return new AuditCheck(sealedOnes, last, entry.Id);
            (sealedOnes, last) = (sealedOnes + 1, entry.Seal);
        }

        return new AuditCheck(sealedOnes, last, Broken: null);
    }
}

/// <param name="Count">So many entries stand as they were written, from the first on.</param>
/// <param name="Last">The seal of the last of them; null: there is none.</param>
/// <param name="Broken">The id of the first that was altered, or before which something is missing; null: none.</param>
public sealed record AuditCheck(int Count, string? Last, long? Broken);
