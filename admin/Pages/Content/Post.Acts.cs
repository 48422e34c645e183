using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Content;

namespace MutualAid.Admin.Pages;

/// <summary>What an editor decides about it.</summary>
public sealed partial class PostModel
{
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

    public Task<IActionResult> OnPostApproveAsync(int number) => ApproveAsync(number, null);

    /// <summary>A time for what waits, another time for what has one.</summary>
    public async Task<IActionResult> OnPostScheduleAsync(int number, string? when)
    {
        When = when;
        var at = Typed.Local(when) is { } local ? Typed.Utc(local, Office.Settings.TimeZone) : (DateTime?)null;
        if (at is { } then && then > Office.Clock.GetUtcNow().UtcDateTime)
            return await IsSetAsync(number, then)
                ? Tell($"/posts/{number}{Carried}", "posts.made.sameTime", Words.Time(then))
                : await ApproveAsync(number, then);
        Wrong("when", "posts.refused.when");
        return await ReadAsync(number) && MayEdit ? Again() : NotFound();
    }

    private Task<bool> IsSetAsync(int number, DateTime at) =>
        LookAsync(sight =>
            sight.OwnPosts.AnyAsync(
                it => it.Number == number && it.ApprovedAt != null && it.WithdrawnAt == null && it.PublishAt == at,
                Stop
            )
        );

    public Task<IActionResult> OnPostUnscheduleAsync(int number) =>
        DoAsync(
            number,
            async (desk, sight, post) => (await desk.UnscheduleAsync(number, await sight.StaffAsync())).Refusal,
            "posts.made.unscheduled"
        );

    public Task<IActionResult> OnPostRestoreAsync(int number) =>
        DoAsync(
            number,
            async (desk, sight, post) => (await desk.RestoreAsync(number, await sight.StaffAsync())).Refusal,
            "posts.made.restored"
        );

    /// <summary>An old edition stands again; the one before it is kept, so the way back is the same.</summary>
    public Task<IActionResult> OnPostReturnAsync(int number, int edition) =>
        DoAsync(
            number,
            async (desk, sight, post) => (await desk.ReturnAsync(number, await sight.StaffAsync(), edition)).Refusal,
            "posts.made.returned",
            post => Words.Plain("posts.returned", post.Title, edition)
        );

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
            return await ReadAsync(number) && MayEdit ? Again() : NotFound();
        }

        return await DoAsync(
            number,
            async (desk, sight, post) => desk.NoteFigure(post, await sight.StaffAsync(), kind, value, date, form.Source ?? ""),
            "posts.made.figure",
            post =>
                Words.Plain("posts.figured", post.Title, Words.Plain("posts.figure." + kind), value.ToString(CultureInfo.InvariantCulture))
        );
    }

    private Task<IActionResult> ApproveAsync(int number, DateTime? at) =>
        DoAsync(
            number,
            async (desk, sight, post) =>
            {
                if (at is { } other && post.State(sight.Now) == PostState.Scheduled)
                    return (await desk.MoveAsync(number, await sight.StaffAsync(), other)).Refusal;
                var refusal = (await desk.ApproveAsync(number, await sight.StaffAsync(), at)).Refusal;
                if (refusal == ContentRefusal.None)
                    await Office.Host.TellAuthorAsync(sight.Rows, post, isApproved: true);
                return refusal;
            },
            post => at is null ? PostLook.Published(post) : "posts.made.scheduled",
            post => at is { } then ? PostLook.At(Words, post.Title, then) : post.Title
        );

    // After a review comes the next one that waits.
    private string Seen(int number, bool wasWaiting) =>
        wasWaiting ? QueryHelpers.AddQueryString($"/posts/{number}{Carried}", "after", "review") : $"/posts/{number}{Carried}";

    private Task<IActionResult> DoAsync(
        int number,
        Func<ContentDesk, Sight, Post, Task<ContentRefusal>> act,
        string done,
        Func<Post, string>? about = null
    ) => DoAsync(number, act, _ => done, about);

    private async Task<IActionResult> DoAsync(
        int number,
        Func<ContentDesk, Sight, Post, Task<ContentRefusal>> act,
        Func<Post, string> done,
        Func<Post, string>? about = null
    )
    {
        var wasWaiting = false;
        var (found, refusal) = await ActAsync(async sight =>
        {
            if (await sight.OwnPosts.WithAll().FirstOrDefaultAsync(it => it.Number == number, Stop) is not { } post)
                return ((Post?)null, ContentRefusal.NoSuchPost);
            wasWaiting = post.State(sight.Now) == PostState.Review;
            return (post, await act(sight.Desk<ContentDesk>(), sight, post));
        });
        if (found is null)
            return NotFound();
        if (refusal == ContentRefusal.None)
            return Tell(Seen(number, wasWaiting), done(found), about is null ? found.Title : about(found));
        Wrong(refusal == ContentRefusal.BadFigure ? "figure-source" : "acts", "posts.refused." + refusal);
        await ReadAsync(number);
        return Again();
    }
}
