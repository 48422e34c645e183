using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Content;

namespace MutualAid.Admin.Pages;

/// <summary>The posts by what an editor does with them next; many are approved at once.</summary>
public sealed class PostsModel(Office office) : ConsolePage(office)
{
    private const int MostAtOnce = 500;

    public static readonly IReadOnlyList<string> States = ["review", "draft", "scheduled", "published", "withdrawn", "all"];

    public sealed record PostRow(Post Post, string Column, string? Group, string? Author, int Reads, int Shares)
    {
        public PostState State { get; init; }
    }

    public string State { get; private set; } = States[0];

    public long? Column { get; private set; }

    public string? Language { get; private set; }

    public string? Find { get; private set; }

    public IReadOnlyList<(long Id, string Name)> Columns { get; private set; } = [];

    public Listed<PostRow> Rows { get; private set; } = null!;

    /// <summary>Of this page: those that the caller may approve.</summary>
    public IReadOnlyList<int> Choices { get; private set; } = [];

    /// <summary>The posts of all pages that would be approved; null: nobody asked.</summary>
    public IReadOnlyList<int>? Asked { get; private set; }

    public bool IsFiltered => Column is not null || Language is not null || Find is not null;

    public Task OnGetAsync(string? state, long? column, string? language, string? q, int? page, string? ask) =>
        LookAsync(async sight =>
        {
            State = state is not null && States.Contains(state) ? state : States[0];
            (Column, Language, Find) = (column, ConsoleWords.LanguageOf(language), Typed.Words(q));
            if (ask == "all" && State == "review")
            {
                Asked = await Chosen(sight.OwnPosts, sight.Now).Take(MostAtOnce).Select(it => it.Number).ToListAsync(Stop);
                return true;
            }

            await ReadAsync(sight, page);
            return true;
        });

    /// <summary>Those that were picked, or all that the page named; what was decided meanwhile is left as it is.</summary>
    public async Task<IActionResult> OnPostApproveAsync(int[]? pick, string? numbers)
    {
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

            return waiting.Count;
        });
        return approved == 0
            ? Tell("/posts", "posts.made.none")
            : Tell("/posts", "posts.made.approvedMany", approved.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The same filters, another state or question.</summary>
    public string With(string state, string? ask = null) =>
        QueryHelpers.AddQueryString(
            "/posts",
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["state"] = state,
                ["column"] = Column?.ToString(CultureInfo.InvariantCulture),
                ["language"] = Language,
                ["q"] = Find,
                ["ask"] = ask,
            }
                .Where(it => it.Value is not null)
                .ToDictionary(StringComparer.Ordinal)
        );

    private async Task ReadAsync(Sight sight, int? page)
    {
        var columns = await sight.Columns.OrderBy(it => it.Id).Select(it => new { it.Id, it.Name }).ToListAsync(Stop);
        Columns = columns.ConvertAll(it => (it.Id, it.Name));
        var rows = await Chosen(sight.Posts, sight.Now)
            .Select(it => new PostRow(
                it,
                it.Column.Name,
                it.Group == null ? null : it.Group.Title,
                it.Author == null ? null : it.Author.Name,
                it.Readings.Count,
                it.Shares.Count
            ))
            .PageAsync(page, Stop);
        Rows = rows with { Rows = [.. rows.Rows.Select(it => it with { State = it.Post.State(sight.Now) })] };
        Choices =
        [
            .. Rows
                .Rows.Where(it => it.State == PostState.Review)
                .Where(it => sight.IsAll || it.Post.GroupId is { } group && Caller.Reach.Groups.Contains(group))
                .Select(it => it.Post.Number),
        ];
    }

    private IQueryable<Post> Chosen(IQueryable<Post> posts, DateTime now)
    {
        if (Column is { } column)
            posts = posts.Where(it => it.ColumnId == column);
        if (Language is { } language)
            posts = posts.Speaking(language);
        if (Find is { } words)
            posts = Typed.Number(words) is { } number ? posts.Where(it => it.Number == number) : posts.About(words);
        return State switch
        {
            "review" => posts.InReview().OldestFirst(),
            "draft" => posts
                .Where(it => it.SubmittedAt == null && it.ApprovedAt == null && it.WithdrawnAt == null)
                .OrderByDescending(it => it.Number),
            "scheduled" => posts
                .Where(it => it.ApprovedAt != null && it.PublishAt > now && it.WithdrawnAt == null)
                .OrderBy(it => it.PublishAt)
                .ThenBy(it => it.Number),
            "published" => posts.Published(now).NewestFirst(),
            "withdrawn" => posts.Where(it => it.WithdrawnAt != null).OrderByDescending(it => it.WithdrawnAt).ThenBy(it => it.Number),
            _ => posts.OrderByDescending(it => it.Number),
        };
    }
}
