using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Content;
using MutualAid.Core.Data;

namespace MutualAid.Bot.Content;

/// <summary>Who opens the short link of a post reads it, whoever that is.</summary>
public sealed class PostLinks(Store store, Writer writer, TimeProvider clock) : ILinkReading
{
    // Anybody may open it, and each count is a write: a page that is loaded again and again is not a crowd.
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);

    public string Prefix => "post";

    public async Task OpenedAsync(string id, CancellationToken stop)
    {
        var number = int.Parse(id.Split('-')[0], CultureInfo.InvariantCulture);
        var since = clock.GetUtcNow().UtcDateTime - Between;
        await using (var db = store.Read())
        {
            if (await db.PostReadings.AnyAsync(it => it.Post.Number == number && it.PersonId == null && it.At > since, stop))
                return;
        }

        await writer.DoAsync(
            "links",
            async db =>
            {
                var desk = new ContentDesk(db, clock);
                if (await desk.FindAsync(number) is { } post)
                    await desk.ReadAsync(post, null, PostDoor.Link);
            },
            stop
        );
    }
}
