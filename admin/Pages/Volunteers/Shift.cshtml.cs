using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Groups;
using MutualAid.Core.People;
using MutualAid.Core.Volunteers;

namespace MutualAid.Admin.Pages;

/// <summary>One shift: who is on it, who is there, whose hours wait to be confirmed.</summary>
public sealed partial class ShiftModel(Office office) : ConsolePage(office)
{
    public Shift Shift { get; private set; } = null!;

    public DateTime Now { get; private set; }

    public bool IsCancelling { get; private set; }

    /// <summary>Who may be put onto it: the people of its group who are not, volunteers first.</summary>
    public IReadOnlyList<Hand> People { get; private set; } = [];

    /// <summary>Whose hours were typed and refused.</summary>
    public long Person { get; private set; }

    public string? From { get; private set; }

    public string? To { get; private set; }

    public bool MayAct => Caller.For([ConsoleRole.Organiser]) is var reach && (reach.All || reach.Groups.Contains(Shift.GroupId));

    public bool IsOpen => Shift.CancelledAt is null && Shift.EndsAt > Now;

    public async Task<IActionResult> OnGetAsync(int number, string? ask)
    {
        if (!await ReadAsync(number))
            return NotFound();
        IsCancelling = ask == "cancel" && MayAct && IsOpen;
        return Page();
    }

    public static string Card(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"shift:{number}");

    /// <summary>A correction is taken back, and the card with it.</summary>
    public async Task<IActionResult> OnPostUndoAsync(int number, long step)
    {
        var isUndone = await ActAsync(async sight =>
        {
            if (!await sight.Shifts.AnyAsync(it => it.Number == number, Stop))
                return (bool?)null;
            if (!await Office.Host.TakeBackAsync(sight.Rows, Card(number), step, Caller.Person))
                return false;
            var it = await sight.Shifts.WithAll().SingleAsync(it => it.Number == number, Stop);
            var heard = await sight.Desk<ShiftDesk>().UntellAsync(it);
            await Office.Host.ShowAsync(sight.Rows, it, ShiftNews.Corrected, heard, Caller.Name);
            return true;
        });
        return isUndone is { } undone ? Tell($"/shifts/{number}", undone ? "made.undone" : "made.notUndone", $"#{number}") : NotFound();
    }

    public Task<IActionResult> OnPostAssignAsync(int number, long person) =>
        DoAsync(
            number,
            person,
            (desk, actor, who) => desk.SignUpAsync(number, actor, person: who),
            ShiftNews.Assigned,
            "shifts.made.assigned"
        );

    public Task<IActionResult> OnPostOffAsync(int number, long person) =>
        DoAsync(number, person, (desk, actor, who) => desk.LeaveAsync(number, actor, who), ShiftNews.Changed, "shifts.made.tookOff");

    /// <summary>Somebody is there who has no telephone at hand.</summary>
    public Task<IActionResult> OnPostInAsync(int number, long person) =>
        DoAsync(
            number,
            person,
            async (desk, actor, who) =>
                await desk.FindAsync(number) is { } it && it.Of(who) is { } place
                    ? place.CheckedInAt is not null
                        ? new ShiftResult(ShiftRefusal.AlreadyIn, it)
                        : await desk.CheckInAllAsync(number, actor, [.. it.On().Where(each => !each.IsOf(who)).Select(each => each.Person)])
                    : new ShiftResult(ShiftRefusal.NotOn),
            ShiftNews.Changed,
            "shifts.made.in"
        );

    /// <summary>Confirms or corrects the hours of one person: a new line of the ledger.</summary>
    public Task<IActionResult> OnPostHoursAsync(int number, long person, string? from, string? to)
    {
        (Person, From, To) = (person, from, to);
        return ActOnAsync(
            number,
            person,
            async (sight, actor, who, it) =>
                Typed.Local(from) is { } start && Typed.Local(to) is { } end
                    ? await sight.Desk<HoursDesk>().CorrectAsync(number, actor, who, it.Group.ToUtc(start), it.Group.ToUtc(end))
                    : new ShiftResult(ShiftRefusal.BadEnd, it),
            ShiftNews.Changed,
            "shifts.made.hours"
        );
    }

    public async Task<IActionResult> OnPostCancelAsync(int number, bool repeats)
    {
        IReadOnlyList<Person> untold = [];
        var result = await ActAsync(async sight =>
        {
            if (await sight.Shifts.Include(it => it.Group).FirstOrDefaultAsync(it => it.Number == number, Stop) is not { } it)
                return new ShiftResult(ShiftRefusal.NoSuchShift);
            var cancelled = await sight.Desk<ShiftDesk>().CancelAsync(number, await sight.ActorAsync(it.Group), repeats);
            if (cancelled.Done)
                untold = await Office.Host.ShowAsync(
                    sight.Rows,
                    cancelled.Shift!,
                    ShiftNews.Cancelled,
                    [.. cancelled.Places.Select(place => place.Person)],
                    Caller.Name
                );
            return cancelled;
        });
        return await AnswerAsync(number, result, "shifts.made.cancelled", untold);
    }

    private Task<IActionResult> DoAsync(
        int number,
        long person,
        Func<ShiftDesk, Actor, Person, Task<ShiftResult>> act,
        ShiftNews news,
        string done
    ) => ActOnAsync(number, person, (sight, actor, who, _) => act(sight.Desk<ShiftDesk>(), actor, who), news, done);

    private async Task<IActionResult> ActOnAsync(
        int number,
        long person,
        Func<Sight, Actor, Person, Shift, Task<ShiftResult>> act,
        ShiftNews news,
        string done
    )
    {
        IReadOnlyList<Person> untold = [];
        var result = await ActAsync(async sight =>
        {
            if (await sight.Shifts.WithAll().FirstOrDefaultAsync(it => it.Number == number, Stop) is not { } it)
                return new ShiftResult(ShiftRefusal.NoSuchShift);
            // Somebody of the group, or on the shift already.
            var who = it.Assignments.Find(place => place.PersonId == person)?.Person ?? (await sight.MemberAsync(it.Group, person))?.Person;
            if (who is null)
                return new ShiftResult(ShiftRefusal.NoSuchPerson, it);
            var found = await act(sight, await sight.ActorAsync(it.Group), who, it);
            if (found.Done)
                untold = await Office.Host.ShowAsync(sight.Rows, it, news, news == ShiftNews.Assigned ? [who] : [], Caller.Name);
            return found;
        });
        return await AnswerAsync(number, result, done, untold);
    }

    private async Task<IActionResult> AnswerAsync(int number, ShiftResult result, string done, IReadOnlyList<Person> untold)
    {
        if (result.Refusal == ShiftRefusal.NoSuchShift)
            return NotFound();
        if (result.Done)
            return untold.Count > 0
                ? Tell(
                    $"/shifts/{number}",
                    done + CallOf(result.Shift!.Group),
                    string.Join(Words.Plain("and"), untold.Select(it => it.Name))
                )
                : Tell($"/shifts/{number}", done, result.Shift!.Place);
        Wrong(
            result.Refusal is ShiftRefusal.BadEnd or ShiftRefusal.BadStart ? $"from-{Person}" : "people",
            "shifts.refused." + result.Refusal
        );
        await ReadAsync(number);
        return Again();
    }

    /// <summary>Whom to call, and why: they get no messages, or nobody of the group does.</summary>
    private string CallOf(Group group) => Office.Host.SilenceOf(group.Channel) == Silence.Off ? ".silent" : ".call";

    private Task<bool> ReadAsync(int number) =>
        LookAsync(async sight =>
        {
            if (await sight.Shifts.WithAll().FirstOrDefaultAsync(it => it.Number == number, Stop) is not { } found)
                return false;
            (Shift, Now) = (found, sight.Now);
            if (MayAct)
                await ReadToldAsync(sight, found);
            return true;
        });
}
