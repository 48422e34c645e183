using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Content;
using MutualAid.Core.Groups;
using MutualAid.Core.Imports;

namespace MutualAid.Admin.Imports;

/// <summary>Posts, which wait for an editor like any other.</summary>
/// <param name="group">The only group that they are for; null: all.</param>
/// <param name="language">Of those that are for all.</param>
internal sealed class PostIntake(Sight sight, Group? group, string language, CancellationToken stop) : Intake(sight, stop)
{
    public override async Task<IReadOnlyList<Known>> KnownAsync()
    {
        var rows = await Sight
            .OwnPosts.AsNoTracking()
            .Where(it => it.WithdrawnAt == null)
            .Include(it => it.Column)
            .OrderBy(it => it.Id)
            .ToListAsync(Stop);
        return rows.ConvertAll(it => new Known(
            it.Id,
            Facts(
                ("column", it.Column.Name),
                ("title", it.Title),
                ("body", it.Body),
                ("summary", it.Summary),
                ("tags", it.Tags),
                ("source", it.Source),
                ("link", it.SourceLink),
                ("searchKey", it.SearchKey),
                ("version", it.Version.ToString(CultureInfo.InvariantCulture))
            )
        )
        {
            IsOut = it.ApprovedAt is not null,
        });
    }

    protected override async Task<Func<long>?> TakeAsync(PlanLine line)
    {
        var (row, desk) = (line.Row, Sight.Desk<ContentDesk>());
        if (line.Known is { Id: var id })
        {
            var post = await Sight.OwnPosts.FirstAsync(it => it.Id == id, Stop);
            var words = Words(row, post);
            return (await desk.CorrectAsync(post.Number, await Sight.StaffAsync(), words)).Done ? () => post.Id : null;
        }

        var column = await desk.ColumnAsync(row["column"]!, ColumnKind.Other);
        var result = await desk.DraftAsync(column, group?.Language ?? language, Words(row, null), group);
        if (result.Post is not { } made)
            return null;
        desk.Submit(made);
        return () => made.Id;
    }

    private static PostWords Words(SheetRow row, Post? old) =>
        new(row["title"]!, row["body"]!)
        {
            Summary = row["summary"] ?? old?.Summary,
            Tags =
                row["tags"] is { } tags && old?.Tags is { } known
                    ? string.Join('、', known.Split('、').Concat(tags.Split('、')).Distinct(StringComparer.Ordinal))
                    : row["tags"] ?? old?.Tags,
            Source = row["source"] ?? old?.Source,
            SourceLink = row["link"] ?? old?.SourceLink,
            CheckedOn = old?.CheckedOn,
            ExternalLink = old?.ExternalLink,
        };
}
