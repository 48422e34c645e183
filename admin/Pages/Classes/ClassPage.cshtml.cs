using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Classes;
using MutualAid.Core.Groups;

namespace MutualAid.Admin.Pages;

/// <summary>One class: who comes, who waits, who was there; and what an organiser does about it.</summary>
public sealed class ClassModel(Office office) : ConsolePage(office)
{
    public Class Class { get; private set; } = null!;

    public DateTime Now { get; private set; }

    public bool IsCancelling { get; private set; }

    /// <summary>The form for another time is open.</summary>
    public bool IsMoving { get; private set; }

    /// <summary>The new time as it was typed.</summary>
    public string? Starts { get; private set; }

    public bool MayAct => Caller.For([ConsoleRole.Organiser]) is var reach && (reach.All || reach.Groups.Contains(Class.GroupId));

    public bool IsOpen => Class.CancelledAt is null && Class.EndsAt > Now;

    public bool TakesAttendance => Class.CancelledAt is null && Now >= Class.AttendFrom() && Now <= Class.AttendUntil();

    public async Task<IActionResult> OnGetAsync(int number, string? ask)
    {
        if (!await ReadAsync(number))
            return NotFound();
        IsCancelling = ask == "cancel" && MayAct && IsOpen;
        IsMoving = ask == "move" && MayAct && IsOpen;
        return Page();
    }

    public Task<IActionResult> OnPostMoveAsync(int number, string? starts, bool keep)
    {
        Starts = starts ?? "";
        return DoAsync(
            number,
            async (desk, actor, it) =>
                Typed.Local(starts) is { } local
                    ? await desk.MoveAsync(number, actor, it.Group.ToUtc(local), keep)
                    : new ClassResult(ClassRefusal.BadStart, it),
            keep ? ClassNews.Moved : ClassNews.MovedAnew,
            "classes.made.moved",
            "starts"
        );
    }

    public Task<IActionResult> OnPostCancelAsync(int number) =>
        DoAsync(number, (desk, actor, it) => desk.CancelAsync(number, actor), ClassNews.Cancelled, "classes.made.cancelled", "starts");

    /// <summary>Takes somebody off the list.</summary>
    public Task<IActionResult> OnPostOffAsync(int number, long id) =>
        DoAsync(
            number,
            async (desk, actor, it) =>
                SignUpOf(it, id) is { } signUp
                    ? Silent(await desk.LeaveAsync(number, new Actor(signUp.Person, it.Group), signUp.Guest))
                    : new ClassResult(ClassRefusal.NotSignedUp, it),
            ClassNews.Changed,
            "classes.made.off",
            "people"
        );

    /// <summary>Notes that somebody is there who has no telephone at hand.</summary>
    public Task<IActionResult> OnPostAttendAsync(int number, long id) =>
        DoAsync(
            number,
            async (desk, actor, it) =>
                SignUpOf(it, id) is { } signUp
                    ? Silent(await desk.AttendAsync(number, new Actor(signUp.Person, it.Group), signUp.Guest, it.Code))
                    : new ClassResult(ClassRefusal.NotSignedUp, it),
            ClassNews.Changed,
            "classes.made.attended",
            "people"
        );

    /// <summary>The link by which telephones subscribe to the group's timetable.</summary>
    public async Task<IActionResult> OnPostCalendarAsync(int number)
    {
        var key = await ActAsync(async sight =>
            await sight.Classes.Where(it => it.Number == number).Select(it => it.Group).FirstOrDefaultAsync(Stop) is { } group
                ? await sight.Desk<CalendarDesk>().KeyAsync(group)
                : null
        );
        return key is null
            ? NotFound()
            : Tell($"/classes/{number}", "classes.made.calendar", key.Group?.Title, Office.Host.CalendarLink(key));
    }

    private async Task<IActionResult> DoAsync(
        int number,
        Func<ClassDesk, Actor, Class, Task<ClassResult>> act,
        ClassNews news,
        string done,
        string field
    )
    {
        var result = await ActAsync(async sight =>
        {
            if (await sight.Classes.WithAll().FirstOrDefaultAsync(it => it.Number == number, Stop) is not { } it)
                return new ClassResult(ClassRefusal.NoSuchClass);
            var found = await act(sight.Desk<ClassDesk>(), await sight.ActorAsync(it.Group), it);
            if (found.Done)
                await Office.Host.ShowAsync(sight.Rows, it, news, found.SignUps);
            return found;
        });
        if (result.Class is not { } about)
            return NotFound();
        if (result.Done)
            return Tell(
                $"/classes/{number}",
                done,
                news is ClassNews.Moved or ClassNews.MovedAnew ? ClassForm.Called(about, Words) : about.Title
            );
        Wrong(field, "classes.refused." + result.Refusal);
        await ReadAsync(number);
        IsMoving = Starts is not null && MayAct && IsOpen;
        return Again();
    }

    private static SignUp? SignUpOf(Class it, long id) => it.SignUps.Find(signUp => signUp.Id == id && signUp.LeftAt is null);

    // The person sees it on the card; nobody has to be told.
    private static ClassResult Silent(ClassResult result) => result with { SignUps = [] };

    private Task<bool> ReadAsync(int number) =>
        LookAsync(async sight =>
        {
            if (await sight.Classes.WithAll().FirstOrDefaultAsync(it => it.Number == number, Stop) is not { } found)
                return false;
            (Class, Now) = (found, sight.Now);
            return true;
        });
}
