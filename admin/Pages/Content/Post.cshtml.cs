using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Content;

namespace MutualAid.Admin.Pages;

/// <summary>One post: how chats show it, what an editor decides, who read it, what it said before.</summary>
public sealed partial class PostModel(Office office) : ConsolePage(office)
{
    /// <summary>A text that is longer has its buttons also at its end.</summary>
    public const int LongText = 60;

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

    public FigureForm? Figure { get; private set; }

    /// <summary>When it comes out; before that is decided, tomorrow morning.</summary>
    public string? When { get; private set; }

    /// <summary>The list from which it was opened.</summary>
    public PostFilter Filter => PostFilter.Of(Request.Query);

    /// <summary>After one was decided: the next of the same list that waits; null: none.</summary>
    public (int Number, string Title)? Next { get; private set; }

    /// <summary>The month of the calendar from which it was opened; null: from a list.</summary>
    public DateOnly? Month => Typed.Date(Request.Query["month"] + "-01");

    /// <summary>Where it was opened from, in an address.</summary>
    public string Carried => PostFilter.Carried(Request.Query);

    /// <summary>The list or the calendar; of what was moved, the month in which it stands now.</summary>
    public string Back =>
        Month is not { } month ? "/posts" + Filter.Query
        : Post.PublishAt is { } at && Notice is not null ? PostCalendarModel.At(Typed.Day(at, Office.Settings.TimeZone))
        : "/posts/calendar?month=" + PostCalendarModel.NameOf(month);

    /// <summary>It was just written.</summary>
    public bool WasWritten => Request.Query["after"] == "new";

    /// <summary>Where a form of this page goes; the list goes with it.</summary>
    public string To(string handler) => QueryHelpers.AddQueryString($"/posts/{Post.Number}{Carried}", "handler", handler);

    /// <summary>Where the question stands before it is withdrawn.</summary>
    public string Withdrawing => QueryHelpers.AddQueryString($"/posts/{Post.Number}{Carried}", "ask", "withdraw");

    /// <summary>What the correction of one of the old editions took out and put in.</summary>
    public IEnumerable<(Change Change, string Text)> ChangesOf(int index)
    {
        var old = Revisions[index];
        var (title, body) = index == 0 ? (Post.Title, Post.Body) : (Revisions[index - 1].Title, Revisions[index - 1].Body);
        return TextChanges.Of($"{old.Title}\n{old.Body}", $"{title}\n{body}").Where(it => it.Change != Change.Same);
    }

    public bool MayEdit => Caller.Reach.All || (Post.GroupId is { } group && Caller.Reach.Groups.Contains(group));

    public async Task<IActionResult> OnGetAsync(int number, string? ask)
    {
        if (!await ReadAsync(number))
            return NotFound();
        IsWithdrawing = ask == "withdraw" && MayEdit && State != PostState.Withdrawn;
        return Page();
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
            await SuggestAsync(sight);
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

    // What an act left: the time of a form that was wrong stays as it was typed.
    private async Task SuggestAsync(Sight sight)
    {
        var zone = Office.Settings.TimeZone;
        When ??= Typed.Of(
            State == PostState.Scheduled
                ? Typed.Wall(Post.PublishAt!.Value, zone)
                : Typed.Day(sight.Now, zone).AddDays(1).ToDateTime(PostFormPage.Morning)
        );
        Figure ??= new FigureForm(null, null, Typed.Of(Typed.Day(sight.Now, zone)), Words.Plain("posts.figure.where.usual"));
        if (Notice is null || Request.Query["after"] != "review")
            return;
        var (here, waiting) = (Post.Number, Filter.Chosen(sight.OwnPosts, sight.Now));
        var next = await waiting
            .OrderBy(it => it.Number < here)
            .ThenBy(it => it.Number)
            .Select(it => new { it.Number, it.Title })
            .FirstOrDefaultAsync(Stop);
        Next = next is null ? null : (next.Number, next.Title);
    }
}
