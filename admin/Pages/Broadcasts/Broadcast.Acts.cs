using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Broadcasts;

namespace MutualAid.Admin.Pages;

/// <summary>What is done with a broadcast, by the same desk as in the chat.</summary>
public sealed partial class BroadcastModel
{
    /// <summary>Other words for a draft; for one that is out, every message that arrived is edited.</summary>
    public Task<IActionResult> OnPostWriteAsync(int number, string? body, long seen)
    {
        (Ask, Body) = ("edit", body);
        var words = (body ?? "").ReplaceLineEndings("\n");
        return DoAsync(
            number,
            async (desk, _, it) =>
                IsChanged(seen, Stamp.Of(it.Body), new TwoVersions("broadcast.body", it.Body, words)) ? new(BroadcastRefusal.None, it)
                : it.ConfirmedAt is null
                    ? BroadcastDesk.Write(it, new BroadcastWords(words) { Photo = it.Photo, PhotoChannel = it.PhotoChannel })
                : await desk.EditAsync(it, words),
            "broadcast.made.written",
            "body"
        );
    }

    public async Task<IActionResult> OnPostPreviewAsync(int number, string? body)
    {
        (Ask, Body) = ("edit", body);
        if (!await ReadAsync(number) || !MayAct)
            return NotFound();
        Preview = Shown(body, Names is [var first, ..] ? first : Words.Plain("broadcast.sample"));
        return Page();
    }

    /// <param name="kind">Whom it is for.</param>
    /// <param name="groups">For groups: their ids.</param>
    /// <param name="name">For a tag or a community: its name.</param>
    public Task<IActionResult> OnPostAimAsync(int number, AudienceKind kind, long[]? groups, string? name)
    {
        Ask = "aim";
        var words = kind switch
        {
            AudienceKind.AllGroups => "所有群",
            AudienceKind.Organisers => "管理员",
            AudienceKind.Members => "成员",
            AudienceKind.Tag => "标签 " + name,
            AudienceKind.Community => "社区 " + name,
            _ => string.Join('\n', (groups ?? []).Select(it => "@" + it.ToString(CultureInfo.InvariantCulture))),
        };
        return DoAsync(number, (desk, _, it) => desk.AimAsync(it, words), "broadcast.made.aimed", "aim");
    }

    /// <summary>At a time, or at once; urgent passes the quiet hours.</summary>
    public Task<IActionResult> OnPostWhenAsync(int number, string? when, bool urgent, RepeatForm repeat)
    {
        (Ask, When, Repeat) = ("when", when, repeat);
        return DoAsync(
            number,
            async (desk, sight, it) =>
            {
                DateTime? at = null;
                if (!string.IsNullOrWhiteSpace(when))
                {
                    if (Typed.Local(when) is not { } local)
                        return new(BroadcastRefusal.NoTime, it);
                    at = Typed.Utc(local, await sight.ZoneAsync(it));
                }

                var rule = repeat.Rule(await sight.ZoneAsync(it));
                if (repeat.Every is not null && rule is null)
                    return new(BroadcastRefusal.NoTime, it);
                var planned = rule is null ? await desk.PlanAsync(it, at) : await desk.RepeatAsync(it, rule);
                return planned.Done ? desk.Hurry(it, urgent) : planned;
            },
            "broadcast.made.planned",
            "when"
        );
    }

    /// <summary>先发我看看: to nobody but who asks.</summary>
    public async Task<IActionResult> OnPostTryAsync(int number)
    {
        var isSent = await ActAsync(async sight =>
            await FindAsync(sight, number) is { } it
                ? await sight.Desk<BroadcastDesk>().TryAsync(it, await sight.PersonAsync())
                : (bool?)null
        );
        return isSent is not { } sent ? NotFound()
            : sent ? Tell($"/broadcasts/{number}", "broadcast.made.tried")
            : Warn($"/broadcasts/{number}", "broadcast.made.notTried");
    }

    /// <param name="seen">What is confirmed is what stood on the page.</param>
    public async Task<IActionResult> OnPostConfirmAsync(int number, string? count, long seen)
    {
        var answer = await DoAsync(
            number,
            async (desk, sight, it) =>
                seen == StampOf(it)
                    ? await desk.ConfirmAsync(it, await sight.PersonAsync(), Typed.Number(count))
                    : new(BroadcastRefusal.NotDraft, it),
            "broadcast.made.confirmed",
            "count"
        );
        // One time everywhere: where all of them sleep it is that of their waking.
        return Faults.Count == 0 && await ReadAsync(number) && Waking is { } waking
            ? Tell($"/broadcasts/{number}", "broadcast.made.confirmedAsleep", Words.Time(waking))
            : answer;
    }

    public Task<IActionResult> OnPostWithdrawAsync(int number) =>
        DoAsync(number, (desk, _, it) => desk.WithdrawAsync(it), "broadcast.made.withdrawn", "course");

    public Task<IActionResult> OnPostPauseAsync(int number) =>
        DoAsync(number, async (desk, sight, it) => await desk.PauseAsync(it, await sight.PersonAsync()), "broadcast.made.paused", "course");

    public Task<IActionResult> OnPostResumeAsync(int number) =>
        DoAsync(number, (desk, _, it) => desk.ResumeAsync(it), "broadcast.made.resumed", "course");

    public Task<IActionResult> OnPostStopAsync(int number) =>
        DoAsync(number, async (desk, sight, it) => await desk.StopAsync(it, await sight.PersonAsync()), "broadcast.made.stopped", "course");

    public Task<IActionResult> OnPostTakeBackAsync(int number) =>
        DoAsync(
            number,
            async (desk, sight, it) => await desk.TakeBackAsync(it, await sight.PersonAsync()),
            "broadcast.made.takenBack",
            "course"
        );

    public async Task<IActionResult> OnPostDiscardAsync(int number)
    {
        var isGone = await ActAsync(async sight =>
            await FindAsync(sight, number) is { } it && (await sight.Desk<BroadcastDesk>().DiscardAsync(it)).Done
        );
        return isGone ? Tell("/broadcasts", "broadcast.made.discarded") : NotFound();
    }

    public Task<IActionResult> OnPostRetryAsync(int number) =>
        CountAsync(number, (desk, it) => desk.RetryFailedAsync(it), "broadcast.made.retried");

    /// <summary>结果不明: once more, marked as such.</summary>
    public Task<IActionResult> OnPostAgainAsync(int number) =>
        CountAsync(number, (desk, it) => desk.DecideAsync(it, again: true), "broadcast.made.again");

    /// <summary>结果不明: taken as arrived.</summary>
    public Task<IActionResult> OnPostArrivedAsync(int number) =>
        CountAsync(number, (desk, it) => desk.DecideAsync(it, again: false), "broadcast.made.arrived");

    private Task<Broadcast?> FindAsync(Sight sight, int number) =>
        sight.OwnBroadcasts.Include(it => it.Rule).FirstOrDefaultAsync(it => it.Number == number && it.DiscardedAt == null, Stop);

    private async Task<IActionResult> CountAsync(int number, Func<BroadcastDesk, Broadcast, Task<int>> act, string done)
    {
        var count = await ActAsync(async sight =>
            await FindAsync(sight, number) is { } it ? await act(sight.Desk<BroadcastDesk>(), it) : (int?)null
        );
        return count is null ? NotFound() : Tell($"/broadcasts/{number}", done, count.Value.ToString(CultureInfo.InvariantCulture));
    }

    private async Task<IActionResult> DoAsync(
        int number,
        Func<BroadcastDesk, Sight, Broadcast, Task<BroadcastResult>> act,
        string done,
        string field
    )
    {
        var result = await ActAsync(async sight =>
            await FindAsync(sight, number) is { } it
                ? await act(sight.Desk<BroadcastDesk>(), sight, it)
                : new(BroadcastRefusal.NoSuchBroadcast)
        );
        if (result.Refusal == BroadcastRefusal.NoSuchBroadcast)
            return NotFound();
        if (ViewData["Clash"] is IReadOnlyList<TwoVersions> { Count: > 0 })
        {
            await ReadAsync(number);
            return Clashed();
        }

        if (result.Done)
            return Tell($"/broadcasts/{number}", done, $"#{number}");
        Wrong(field, "broadcast.refused." + result.Refusal, result.About);
        await ReadAsync(number);
        return Again();
    }
}
