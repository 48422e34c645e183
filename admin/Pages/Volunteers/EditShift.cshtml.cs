using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Volunteers;

namespace MutualAid.Admin.Pages;

/// <summary>A shift put right; who is on it hears of it.</summary>
public sealed class EditShiftModel(Office office) : ConsolePage(office)
{
    public Shift Shift { get; private set; } = null!;

    public ShiftForm Form { get; private set; } = new();

    public long Seen { get; private set; }

    /// <summary>Those on it whom the bot can write to, and those whom somebody has to call.</summary>
    public (int Told, IReadOnlyList<string> Called) Hear { get; private set; } = (0, []);

    public async Task<IActionResult> OnGetAsync(int number)
    {
        if (await LookAsync(sight => FindAsync(sight, number)) is not { } it)
            return NotFound();
        (Shift, Form) = (it, ShiftForm.Of(it));
        Seen = StampOf(Form);
        await HearAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int number, ShiftForm form, long seen)
    {
        Form = form;
        var (isClash, isSame, step, untold) = (false, false, 0L, (IReadOnlyList<Core.People.Person>)[]);
        var result = await ActAsync(async sight =>
        {
            if (await FindAsync(sight, number) is not { } it)
                return new ShiftResult(ShiftRefusal.NoSuchShift);
            (Shift, Seen) = (it, StampOf(ShiftForm.Of(it)));
            isClash = IsChanged(seen, Seen, Beside(form, ShiftForm.Of(it)));
            if (isClash || form.Read(it.Group) is not { Draft: { } draft } read)
                return new ShiftResult(isClash ? ShiftRefusal.None : form.Read(it.Group).Refusal, it);
            isSame = draft.IsAs(it);
            if (isSame)
                return new ShiftResult(ShiftRefusal.None, it);
            var done = await sight.Desk<ShiftDesk>().CorrectAsync(number, await sight.ActorAsync(it.Group), draft);
            if (!done.Done)
                return done;
            step = await Office.Host.StepAsync(sight.Rows, ShiftModel.Card(number), Caller.Person);
            var people = done.Places.Select(place => place.Person).ToList();
            untold = await Office.Host.ShowAsync(sight.Rows, it, ShiftNews.Corrected, people, Caller.Name);
            return done;
        });
        if (result.Refusal == ShiftRefusal.NoSuchShift)
            return NotFound();
        if (isClash)
        {
            await HearAsync();
            return Clashed();
        }

        if (isSame)
            return Tell($"/shifts/{number}", "shifts.made.same");
        if (result.Done)
            return TellUndoable(
                $"/shifts/{number}",
                result.Places.Count == 0 ? "shifts.made.corrected.alone"
                    : untold.Count == 0 ? "shifts.made.corrected"
                    : Office.Host.SilenceOf(result.Shift!.Group.Channel) == Silence.Off ? "shifts.made.corrected.silent"
                    : "shifts.made.corrected.call",
                untold.Count > 0 ? string.Join(Words.Plain("and"), untold.Select(it => it.Name)) : result.Shift!.Place,
                $"/shifts/{number}?handler=undo",
                step
            );
        Wrong(ShiftForm.FieldOf(result.Refusal), "shifts.refused." + result.Refusal);
        await HearAsync();
        return Again();
    }

    private async Task HearAsync()
    {
        var hands = (await LookAsync(sight => sight.HandsAsync(Shift.Group, Stop)))
            .Where(hand => hand.IsReached)
            .Select(hand => hand.Id)
            .ToHashSet();
        var on = Shift.On();
        var called = on.Where(place => !hands.Contains(place.PersonId)).Select(place => place.Person.Name).ToList();
        Hear = (on.Count - called.Count, called);
    }

    private static long StampOf(ShiftForm it) => Stamp.Of(it.Place, it.Date, it.From, it.To, it.People, it.Skill);

    private static TwoVersions[] Beside(ShiftForm mine, ShiftForm theirs) =>
        [
            new("shifts.place", theirs.Place, mine.Place),
            new("shifts.day.date", theirs.Date, mine.Date),
            new("shifts.starts", theirs.From, mine.From),
            new("shifts.ends", theirs.To, mine.To),
            new("shifts.needed", theirs.People, mine.People),
            new("shifts.skill", theirs.Skill, mine.Skill),
        ];

    private Task<Shift?> FindAsync(Sight sight, int number) =>
        sight.Shifts.WithAll().FirstOrDefaultAsync(it => it.Number == number && it.CancelledAt == null && it.EndsAt > sight.Now, Stop);
}
