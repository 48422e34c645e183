using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Content;

namespace MutualAid.Admin.Pages;

/// <summary>The posts by what an editor does with them next; many are approved at once.</summary>
public sealed class PostsModel(Office office) : ConsolePage(office)
{
    private const int MostAtOnce = 500;
    private const int MostTold = 5;

    /// <param name="Noted">The newest figure that somebody copied from another place.</param>
    public sealed record PostRow(Post Post, string Column, string? Group, string? Author, int Reads, int Shares, PostFigure? Noted)
    {
        public PostState State { get; init; }
    }

    public PostFilter Filter { get; private set; } = null!;

    /// <summary>With how many that wait in each, on the list of what waits.</summary>
    public IReadOnlyList<(long Id, string Name, int Waiting)> Columns { get; private set; } = [];

    public Listed<PostRow> Rows { get; private set; } = null!;

    /// <summary>Of this page: those that the caller may approve.</summary>
    public IReadOnlyList<int> Choices { get; private set; } = [];

    /// <summary>How many wait on all pages for the caller, as they are filtered.</summary>
    public int Waiting { get; private set; }

    /// <summary>The posts of all pages that would be approved; null: nobody asked.</summary>
    public IReadOnlyList<(int Number, string Title)>? Asked { get; private set; }

    /// <param name="In">The state in which somebody began to look for words: they are found in every one.</param>
    public sealed record Asking(string? State, string? In, long? Column, string? Language, string? Q, int? Page)
    {
        public PostFilter Filter => PostFilter.Of(State ?? (string.IsNullOrWhiteSpace(Q) ? In : null), Column, Language, Q, Page);
    }

    public Task OnGetAsync(Asking asking, string? ask) =>
        LookAsync(async sight =>
        {
            Filter = asking.Filter;
            if (ask == "all" && Filter.State == "review")
            {
                var all = await Filter
                    .Chosen(sight.OwnPosts, sight.Now)
                    .Take(MostAtOnce)
                    .Select(it => new { it.Number, it.Title })
                    .ToListAsync(Stop);
                Asked = all.ConvertAll(it => (it.Number, it.Title));
                return true;
            }

            await ReadAsync(sight);
            return true;
        });

    /// <summary>Those that were picked, or all that the page named; what was decided meanwhile is left as it is.</summary>
    public async Task<IActionResult> OnPostApproveAsync(int[]? pick, string? numbers, Asking asking)
    {
        Filter = asking.Filter;
        var wanted = (numbers ?? "").Split(',').Select(it => Typed.Number(it) ?? 0).Concat(pick ?? []).Distinct().Take(MostAtOnce).ToList();
        var approved = await ActAsync(async sight =>
        {
            var (who, desk) = (await sight.StaffAsync(), sight.Desk<ContentDesk>());
            var waiting = await sight.OwnPosts.InReview().Where(it => wanted.Contains(it.Number)).OldestFirst().WithAll().ToListAsync(Stop);
            foreach (var post in waiting)
            {
                if ((await desk.ApproveAsync(post.Number, who)).Done)
                    await Office.Host.TellAuthorAsync(sight.Rows, post, isApproved: true);
            }

            return waiting;
        });
        return approved.Count switch
        {
            0 => Tell("/posts" + Filter.Query, "posts.made.none"),
            1 => Tell("/posts" + Filter.Query, PostLook.Published(approved[0]), approved[0].Title),
            _ => Tell("/posts" + Filter.Query, "posts.made.approvedMany", Listed(approved.ConvertAll(it => it.Title))),
        };
    }

    private string Listed(List<string> titles) =>
        titles.Count.ToString(CultureInfo.InvariantCulture)
        + Words.Plain("posts.made.these")
        + string.Join(Words.Plain("and"), titles.Take(MostTold))
        + (titles.Count > MostTold ? "……" : "");

    private async Task ReadAsync(Sight sight)
    {
        var (isReview, waiting) = (Filter.State == "review", Filter.In(null).Chosen(sight.Posts, sight.Now));
        var columns = await sight
            .Columns.OrderBy(it => it.Id)
            .Select(it => new
            {
                it.Id,
                it.Name,
                Waiting = isReview ? waiting.Count(post => post.ColumnId == it.Id) : 0,
            })
            .ToListAsync(Stop);
        Columns = columns.ConvertAll(it => (it.Id, it.Name, it.Waiting));
        var rows = await Filter
            .Chosen(sight.Posts, sight.Now)
            .Select(it => new PostRow(
                it,
                it.Column.Name,
                it.Group == null ? null : it.Group.Title,
                it.Author == null ? null : it.Author.Name,
                it.Readings.Count,
                it.Shares.Count,
                it.Figures.OrderByDescending(figure => figure.Date).ThenByDescending(figure => figure.Id).FirstOrDefault()
            ))
            .PageAsync(Filter.Page, Stop);
        Rows = rows with { Rows = [.. rows.Rows.Select(it => it with { State = it.Post.State(sight.Now) })] };
        Choices =
        [
            .. Rows
                .Rows.Where(it => it.State == PostState.Review)
                .Where(it => sight.IsAll || it.Post.GroupId is { } group && Caller.Reach.Groups.Contains(group))
                .Select(it => it.Post.Number),
        ];
        Waiting =
            Choices.Count == 0 ? 0
            : Filter.State == "review" && sight.IsAll ? Rows.Pager.Total
            : await (Filter with { State = "review" }).Chosen(sight.OwnPosts, sight.Now).CountAsync(Stop);
        Waiting = Math.Min(Waiting, MostAtOnce);
    }
}
