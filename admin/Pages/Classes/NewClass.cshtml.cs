using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Classes;
using MutualAid.Core.Groups;

namespace MutualAid.Admin.Pages;

/// <summary>A new class, looked at before it goes out; its card appears in the group in the same commit.</summary>
public sealed class NewClassModel(Office office) : ConsolePage(office)
{
    public ClassForm Form { get; private set; } = new();

    public IReadOnlyList<(long Id, string Title)> Groups { get; private set; } = [];

    /// <summary>What the card will say, as HTML; null: nobody asked to see it, or it is not complete.</summary>
    public string? Preview { get; private set; }

    public string? PreviewGroup { get; private set; }

    /// <summary>Where it takes place, which its card does not tell; null: in the group.</summary>
    public string? Venue { get; private set; }

    /// <param name="draft">look: what was typed before, with its preview.</param>
    public async Task OnGetAsync(long? group, string? draft)
    {
        Form = new ClassForm { Group = group };
        await ReadAsync();
        if (draft == "look" && await KeptAsync<ClassForm>() is { } kept)
        {
            Form = kept.Typed;
            await LookAsync(sight => ShowAsync(sight, Form));
        }
    }

    public async Task<IActionResult> OnPostPreviewAsync(ClassForm form)
    {
        Form = form;
        if (await LookAsync(sight => ShowAsync(sight, form)))
        {
            // A page of its own: one can go back to it from the class that was made.
            await KeepAsync(form);
            return LocalRedirect("/classes/new?draft=look");
        }

        await ReadAsync();
        return Again();
    }

    private async Task<bool> ShowAsync(Sight sight, ClassForm form)
    {
        if (await DraftAsync(sight, form) is not { } read)
            return false;
        Preview = Office.Host.Preview(sight.Desk<ClassDesk>().Sketch(read.Draft, read.Group));
        (PreviewGroup, Venue) = (read.Group.Title, read.Draft.Venue);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(ClassForm form)
    {
        Form = form;
        var made = await ActAsync(async sight =>
        {
            if (await DraftAsync(sight, form) is not { } read)
                return null;
            var result = await sight.Desk<ClassDesk>().MakeAsync(await sight.ActorAsync(read.Group), read.Draft);
            if (result is { Done: true, Class: { } it })
                await Office.Host.ShowAsync(sight.Rows, it, ClassNews.Made, []);
            return result.Class;
        });
        if (made is not null)
            return Tell($"/classes/{made.Number}", "classes.made.new", ClassForm.Called(made, Words));
        await ReadAsync();
        return Again();
    }

    /// <summary>Null: something is wrong, and all of it is told at once.</summary>
    private async Task<(ClassDraft Draft, Group Group)?> DraftAsync(Sight sight, ClassForm form)
    {
        var group = await sight.Groups.FirstOrDefaultAsync(it => it.Id == form.Group && it.InactiveAt == null, Stop);
        var local = Typed.Local(form.Starts);
        // What cannot be read is no time to come.
        var draft = form.Draft(local is { } starts && group is not null ? group.ToUtc(starts) : sight.Now, Words);
        var refusals = sight.Desk<ClassDesk>().Faults(draft).Where(it => group is not null || local is null || it != ClassRefusal.BadStart);
        foreach (var refusal in group is null ? refusals.Append(ClassRefusal.WhichGroup) : refusals)
            Wrong(ClassForm.FieldOf(refusal), "classes.refused." + refusal);
        return Faults.Count == 0 && group is not null ? (draft, group) : null;
    }

    private Task<bool> ReadAsync() =>
        LookAsync(async sight =>
        {
            Groups = await sight.OpenChoicesAsync(Stop);
            return true;
        });
}
