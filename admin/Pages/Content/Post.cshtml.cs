using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Content;

namespace MutualAid.Admin.Pages;

/// <summary>One post: how chats show it, what an editor decides, who read it, what it said before.</summary>
public sealed class PostModel(Office office) : ConsolePage(office)
{
    /// <summary>What was typed of a figure that was noted by hand.</summary>
    public sealed record FigureForm(string? Kind, string? Value, string? Date, string? Source);

    public Post Post { get; private set; } = null!;

    public PostState State { get; private set; }

    /// <summary>The messages of chats, as HTML of the small set.</summary>
    public IReadOnlyList<string> Messages { get; private set; } = [];

    public int Reads { get; private set; }

    public int Shares { get; private set; }

    public int Showings { get; private set; }

    public IReadOnlyList<PostFigure> Figures { get; private set; } = [];

    public IReadOnlyList<PostRevision> Revisions { get; private set; } = [];

    public bool IsWithdrawing { get; private set; }

    public FigureForm Figure { get; private set; } = new(null, null, null, null);

    public string? When { get; private set; }

    /// <summary>The page and filters of the list from which it was opened.</summary>
    public string List => Request.QueryString.Value is { } query && !query.Contains("handler=", StringComparison.Ordinal) ? query : "";

    public bool MayEdit => Caller.Reach.All || (Post.GroupId is { } group && Caller.Reach.Groups.Contains(group));

    public async Task<IActionResult> OnGetAsync(int number, string? ask)
    {
        if (!await ReadAsync(number))
            return NotFound();
        IsWithdrawing = ask == "withdraw" && MayEdit && State != PostState.Withdrawn;
        return Page();
    }

    public Task<IActionResult> OnPostSubmitAsync(int number) =>
        DoAsync(
            number,
            (desk, sight, post) =>
            {
                desk.Submit(post);
                return Task.FromResult(ContentRefusal.None);
            },
            "posts.made.submitted"
        );

    public Task<IActionResult> OnPostApproveAsync(int number) => ApproveAsync(number, null, "posts.made.published");

    public async Task<IActionResult> OnPostScheduleAsync(int number, string? when)
    {
        When = when;
        var at = Typed.Local(when) is { } local ? Typed.Utc(local, Office.Settings.TimeZone) : (DateTime?)null;
        if (at > Office.Clock.GetUtcNow().UtcDateTime)
            return await ApproveAsync(number, at, "posts.made.scheduled");
        Wrong("when", "posts.refused.when");
        return await ReadAsync(number) ? Again() : NotFound();
    }

    public Task<IActionResult> OnPostWithdrawAsync(int number) =>
        DoAsync(
            number,
            async (desk, sight, post) =>
            {
                var wasWaiting = post.ApprovedAt is null;
                var refusal = (await desk.WithdrawAsync(number, await sight.StaffAsync())).Refusal;
                if (refusal == ContentRefusal.None && wasWaiting)
                    await Office.Host.TellAuthorAsync(sight.Rows, post, isApproved: false);
                return refusal;
            },
            "posts.made.withdrawn"
        );

    public async Task<IActionResult> OnPostFigureAsync(int number, FigureForm form)
    {
        Figure = form;
        if (
            Typed.Number(form.Value) is not { } value
            || Typed.Date(form.Date) is not { } date
            || !Enum.TryParse(form.Kind, out FigureKind kind)
        )
        {
            Wrong(
                Typed.Date(form.Date) is null ? "figure-date" : "figure-value",
                Typed.Date(form.Date) is null ? "form.badDate" : "posts.refused.BadFigure"
            );
            return await ReadAsync(number) ? Again() : NotFound();
        }

        return await DoAsync(
            number,
            async (desk, sight, post) => desk.NoteFigure(post, await sight.StaffAsync(), kind, value, date, form.Source ?? ""),
            "posts.made.figure"
        );
    }

    private Task<IActionResult> ApproveAsync(int number, DateTime? at, string done) =>
        DoAsync(
            number,
            async (desk, sight, post) =>
            {
                var refusal = (await desk.ApproveAsync(number, await sight.StaffAsync(), at)).Refusal;
                if (refusal == ContentRefusal.None)
                    await Office.Host.TellAuthorAsync(sight.Rows, post, isApproved: true);
                return refusal;
            },
            done
        );

    private async Task<IActionResult> DoAsync(int number, Func<ContentDesk, Sight, Post, Task<ContentRefusal>> act, string done)
    {
        var (found, refusal) = await ActAsync(async sight =>
            await sight.OwnPosts.WithAll().FirstOrDefaultAsync(it => it.Number == number, Stop) is { } post
                ? (post, await act(sight.Desk<ContentDesk>(), sight, post))
                : ((Post?)null, ContentRefusal.NoSuchPost)
        );
        if (found is null)
            return NotFound();
        if (refusal == ContentRefusal.None)
            return Tell($"/posts/{number}", done, found.Title);
        Wrong(refusal == ContentRefusal.BadFigure ? "figure-source" : "acts", "posts.refused." + refusal);
        await ReadAsync(number);
        return Again();
    }

    private Task<bool> ReadAsync(int number) =>
        LookAsync(async sight =>
        {
            var found = await sight
                .Posts.WithAll()
                .Include(it => it.Supersedes)
                .Include(it => it.ApprovedBy)
                .Include(it => it.CorrectedBy)
                .Include(it => it.WithdrawnBy)
                .FirstOrDefaultAsync(it => it.Number == number, Stop);
            if (found is null)
                return false;
            (Post, State, Messages) = (found, found.State(sight.Now), Office.Host.Preview(found));
            var counts = await sight
                .Posts.Where(it => it.Id == found.Id)
                .Select(it => new
                {
                    Reads = it.Readings.Count,
                    Shares = it.Shares.Count,
                    Showings = it.Showings.Count,
                })
                .SingleAsync(Stop);
            (Reads, Shares, Showings) = (counts.Reads, counts.Shares, counts.Showings);
            Figures = await sight
                .Posts.Where(it => it.Id == found.Id)
                .SelectMany(it => it.Figures)
                .Include(it => it.NotedBy)
                .OrderByDescending(it => it.Date)
                .ThenByDescending(it => it.Id)
                .Take(20)
                .ToListAsync(Stop);
            Revisions = await sight
                .Posts.Where(it => it.Id == found.Id)
                .SelectMany(it => it.Revisions)
                .Include(it => it.By)
                .OrderByDescending(it => it.Edition)
                .Take(20)
                .ToListAsync(Stop);
            return true;
        });
}
