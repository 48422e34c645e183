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

    protected override async Task<IReadOnlyList<Func<long>?>> TakeAsync(IReadOnlyList<PlanLine> lines)
    {
        var (staff, desk) = (await Sight.StaffAsync(), Sight.Desk<ContentDesk>());
        var columns = new Dictionary<string, Column>(StringComparer.Ordinal);
        foreach (var name in lines.Where(it => it.Known is null).Select(it => it.Row["column"]!).Distinct(StringComparer.Ordinal))
            columns[name] = await desk.ColumnAsync(name, ColumnKind.Other);
        var known = lines.Select(it => it.Known?.Id ?? 0).Where(id => id > 0).ToList();
        var posts = await Sight.OwnPosts.Where(it => EF.Parameter(known).Contains(it.Id)).ToDictionaryAsync(it => it.Id, Stop);
        var taken = new List<Func<long>?>(lines.Count);
        foreach (var line in lines)
        {
            var post = line.Known is { Id: var id }
                ? await CorrectAsync(desk, staff, posts[id], line.Row)
                : await DraftAsync(desk, columns[line.Row["column"]!], line.Row);
            taken.Add(post is null ? null : () => post.Id);
        }

        return taken;
    }

    private static async Task<Post?> CorrectAsync(ContentDesk desk, Actor staff, Post post, SheetRow row) =>
        (await desk.CorrectAsync(post.Number, staff, Words(row, post))).Done ? post : null;

    private async Task<Post?> DraftAsync(ContentDesk desk, Column column, SheetRow row)
    {
        var result = await desk.DraftAsync(column, group?.Language ?? language, Words(row, null), group);
        if (result.Post is { } made)
            desk.Submit(made);
        return result.Post;
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
