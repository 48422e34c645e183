using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Content;
using MutualAid.Core.Data;

namespace MutualAid.Core.Reports;

/// <summary>What was published, read and passed on in a period, column by column.</summary>
internal static class ContentFiguresQuery
{
    /// <param name="zone">Posts belong to no group's wall clock: the installation's days count.</param>
    public static async Task<ContentFigures> ContentFiguresAsync(this Db db, DateOnly from, DateOnly to, TimeZoneInfo zone)
    {
        var start = Zone.ToUtc(from.ToDateTime(TimeOnly.MinValue), zone.Id);
        var end = Zone.ToUtc(to.AddDays(1).ToDateTime(TimeOnly.MinValue), zone.Id);
        var posts = await PostsAsync(db, start, end);
        var reads = await CountAsync(db.PostReadings.Where(it => it.At >= start && it.At < end).Select(it => it.Post.ColumnId));
        var shares = await CountAsync(db.PostShares.Where(it => it.At >= start && it.At < end).Select(it => it.Post.ColumnId));
        var noted = await NotedAsync(db, from, to);
        var columns = (await db.Columns.OrderBy(column => column.Id).AsNoTracking().ToListAsync())
            .ConvertAll(column => new ColumnFigures(
                column.Name,
                posts.Count(post => post.ColumnId == column.Id),
                reads.GetValueOrDefault(column.Id) + noted.GetValueOrDefault((column.Id, FigureKind.Reads)),
                shares.GetValueOrDefault(column.Id) + noted.GetValueOrDefault((column.Id, FigureKind.Shares))
            ))
            .FindAll(column => column.Posts + column.Reads + column.Shares > 0);
        return new(
            columns,
            columns.Sum(column => column.Posts),
            columns.Sum(column => column.Reads),
            columns.Sum(column => column.Shares),
            posts.Select(post => post.CommunityId).OfType<long>().Distinct().Count()
        );
    }

    private static async Task<List<(long ColumnId, long? CommunityId)>> PostsAsync(Db db, DateTime start, DateTime end)
    {
        var posts = await db
            .Posts.Where(post => post.ApprovedAt != null && post.PublishAt >= start && post.PublishAt < end)
            .Where(post => post.WithdrawnAt == null || post.WithdrawnAt >= end)
            .Select(post => new { post.ColumnId, post.CommunityId })
            .ToListAsync();
        return posts.ConvertAll(post => (post.ColumnId, post.CommunityId));
    }

    private static Task<Dictionary<long, int>> CountAsync(IQueryable<long> columns) =>
        columns.GroupBy(column => column).ToDictionaryAsync(group => group.Key, group => group.Count());

    // Other places show totals: the period's part is the last total in it less the last before it.
    private static async Task<Dictionary<(long Column, FigureKind Kind), int>> NotedAsync(Db db, DateOnly from, DateOnly to)
    {
        var figures = await db
            .PostFigures.Where(figure => figure.Date <= to)
            .OrderBy(figure => figure.Date)
            .ThenBy(figure => figure.Id)
            .Select(figure => new
            {
                figure.PostId,
                figure.Post.ColumnId,
                figure.Kind,
                figure.Source,
                figure.Value,
                figure.Date,
            })
            .ToListAsync();
        return figures
            .GroupBy(figure => (figure.PostId, figure.ColumnId, figure.Kind, figure.Source))
            .Select(all => (all.Key, Gain: all.Last().Value - (all.LastOrDefault(figure => figure.Date < from)?.Value ?? 0)))
            .GroupBy(it => (it.Key.ColumnId, it.Key.Kind))
            .ToDictionary(all => all.Key, all => all.Sum(it => it.Gain));
    }
}
