using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;

namespace MutualAid.Bot.Engine;

/// <summary>Whoever did something a moment ago is up, whatever the clock says: news of their own affair need not wait for the morning.</summary>
internal static class Wakefulness
{
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(30);

    public static Task<bool> IsUpAsync(this Db db, long personId, DateTime now)
    {
        var since = now - Lately;
        return db.UndoSteps.AnyAsync(step => step.PersonId == personId && step.At > since);
    }
}
