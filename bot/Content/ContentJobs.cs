using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Content;
using MutualAid.Core.Data;

namespace MutualAid.Bot.Content;

/// <summary>Takes the starter library in, once a file; after an update what is new in it.</summary>
public sealed class LibraryJob(Writer writer, TimeProvider clock) : IDueJob
{
    public async Task RunAsync(CancellationToken stop)
    {
        var library = Library.Load(Path.Combine(AppContext.BaseDirectory, "content"));
        while (await writer.DoAsync("library", db => new LibraryDesk(db, clock).ImportAsync(library), stop) > 0) { }
    }

    public Task<DateTime?> NextAsync(Db db) => Task.FromResult<DateTime?>(null);
}

/// <summary>Gives each group that its organisers confirmed a digest at eight, once; who switched it off keeps it off.</summary>
public sealed class MorningsJob(Writer writer, TimeProvider clock) : IDueJob
{
    public Task RunAsync(CancellationToken stop) =>
        writer.DoAsync(
            "mornings",
            async db =>
            {
                var without = await db
                    .Groups.Where(group => group.ConfirmedAt != null && group.InactiveAt == null)
                    .Where(group => !db.Rules.Any(rule => rule.GroupId == group.Id && rule.Kind == Mornings.Digest))
                    .ToListAsync(stop);
                foreach (var group in without)
                    await Mornings.SetAsync(db, clock, group, Mornings.Digest, Mornings.Usual);
            },
            stop
        );

    public Task<DateTime?> NextAsync(Db db) => Task.FromResult<DateTime?>(null);
}
