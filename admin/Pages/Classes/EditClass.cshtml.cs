using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Classes;

namespace MutualAid.Admin.Pages;

/// <summary>What is known of a class set right; those signed up hear when it is elsewhere.</summary>
public sealed class EditClassModel(Office office) : ConsolePage(office)
{
    public ClassForm Form { get; private set; } = new();

    public int Number { get; private set; }

    public async Task<IActionResult> OnGetAsync(int number)
    {
        if (await LookAsync(sight => FindAsync(sight, number)) is not { } it)
            return NotFound();
        (Number, Form) = (number, ClassForm.Of(it));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int number, ClassForm form)
    {
        (Number, Form) = (number, form);
        var isClash = false;
        var result = await ActAsync(async sight =>
        {
            isClash = false;
            if (await FindAsync(sight, number) is not { } it)
                return new ClassResult(ClassRefusal.NoSuchClass);
            // People sign up all the time; only what calendars were told of is another version.
            isClash = IsChanged(form.Seen, it.Sequence, form.Beside(ClassForm.Of(it)));
            return isClash ? new ClassResult(ClassRefusal.None, it) : await CorrectAsync(sight, it, form);
        });
        if (result.Class is not { } found)
            return NotFound();
        if (isClash)
        {
            Form = form with { Seen = found.Sequence };
            return Clashed();
        }

        if (result.Done)
            return Tell($"/classes/{number}", "classes.made.changed", found.Title);
        Wrong(ClassForm.FieldOf(result.Refusal), "classes.refused." + result.Refusal);
        return Again();
    }

    private Task<Class?> FindAsync(Sight sight, int number) =>
        sight
            .Classes.Include(it => it.Group)
            .FirstOrDefaultAsync(it => it.Number == number && it.CancelledAt == null && it.EndsAt > sight.Now, Stop);

    private async Task<ClassResult> CorrectAsync(Sight sight, Class it, ClassForm form)
    {
        if (!form.Beside(ClassForm.Of(it)).Any(field => field.IsDifferent) && form.Kind == it.Kind)
            return new ClassResult(ClassRefusal.None, it);
        var result = await sight
            .Desk<ClassDesk>()
            .CorrectAsync(it.Number, await sight.ActorAsync(it.Group), form.Draft(it.StartsAt, Words));
        if (result.Done)
            await Office.Host.ShowAsync(sight.Rows, result.Class!, ClassNews.Changed, result.SignUps);
        return result;
    }
}
