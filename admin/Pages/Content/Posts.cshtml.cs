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
    private const int MostTold = 5;

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

    /// <summary>The page and filters of the list, as its forms and links carry them on.</summary>
    public IReadOnlyDictionary<string, string> Sifted { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The same in an address; empty: the list as it opens.</summary>
    public string Query => QueryHelpers.AddQueryString("", Sifted!);

    public sealed record Filter(string? State, long? Column, string? Language, string? Q, int? Page);

    public Task OnGetAsync(Filter filter, string? ask) =>
        LookAsync(async sight =>
        {
            Sift(filter);
            if (ask == "all" && State == "review")
            {
                Asked = await Chosen(sight.OwnPosts, sight.Now).Take(MostAtOnce).Select(it => it.Number).ToListAsync(Stop);
                return true;
            }

            await ReadAsync(sight, filter.Page);
            return true;
        });

    /// <summary>Those that were picked, or all that the page named; what was decided meanwhile is left as it is.</summary>
    public async Task<IActionResult> OnPostApproveAsync(int[]? pick, string? numbers, Filter filter)
    {
        Sift(filter);
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

            return waiting.ConvertAll(post => post.Title);
        });
        return approved.Count switch
        {
            0 => Tell("/posts" + Query, "posts.made.none"),
            1 => Tell("/posts" + Query, "posts.made.approvedOne", approved[0]),
            _ => Tell("/posts" + Query, "posts.made.approvedMany", Listed(approved)),
        };
    }

    private string Listed(List<string> titles) =>
        titles.Count.ToString(CultureInfo.InvariantCulture)
        + Words.Plain("posts.made.these")
        + string.Join(Words.Plain("and"), titles.Take(MostTold))
        + (titles.Count > MostTold ? "……" : "");

    private void Sift(Filter filter)
    {
        State = filter.State is not null && States.Contains(filter.State) ? filter.State : States[0];
        (Column, Language, Find) = (filter.Column, ConsoleWords.LanguageOf(filter.Language), Typed.Words(filter.Q));
        Sifted = new[]
        {
            ("state", State == States[0] ? null : State),
            ("column", Column?.ToString(CultureInfo.InvariantCulture)),
            ("language", Language),
            ("q", Find),
            ("page", filter.Page is > 1 ? filter.Page.Value.ToString(CultureInfo.InvariantCulture) : null),
        }
            .Where(it => it.Item2 is not null)
            .ToDictionary(it => it.Item1, it => it.Item2!, StringComparer.Ordinal);
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
