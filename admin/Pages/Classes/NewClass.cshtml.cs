using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Classes;
using MutualAid.Core.Groups;

namespace MutualAid.Admin.Pages;

/// <summary>A new class; its card appears in the group in the same commit.</summary>
public sealed class NewClassModel(Office office) : ConsolePage(office)
{
    public ClassForm Form { get; private set; } = new();

    public IReadOnlyList<(long Id, string Title)> Groups { get; private set; } = [];

    public async Task OnGetAsync(long? group)
    {
        Form = new ClassForm { Group = group };
        await ReadAsync();
    }

    public async Task<IActionResult> OnPostAsync(ClassForm form)
    {
        Form = form;
        var result = await ActAsync(async sight =>
        {
            if (await sight.Groups.FirstOrDefaultAsync(it => it.Id == form.Group && it.InactiveAt == null, Stop) is not { } group)
                return new ClassResult(ClassRefusal.WhichGroup);
            if (Typed.Local(form.Starts) is not { } local)
                return new ClassResult(ClassRefusal.BadStart);
            var made = await sight.Desk<ClassDesk>().MakeAsync(await sight.ActorAsync(group), form.Draft(group.ToUtc(local)));
            if (made is { Done: true, Class: { } it })
                await Office.Host.ShowAsync(sight.Rows, it, ClassNews.Made, []);
            return made;
        });
        if (result is { Done: true, Class: { } made })
            return Tell($"/classes/{made.Number}", "classes.made.new", made.Title);
        Wrong(ClassForm.FieldOf(result.Refusal), "classes.refused." + result.Refusal);
        await ReadAsync();
        return Again();
    }

    private Task<bool> ReadAsync() =>
        LookAsync(async sight =>
        {
            Groups = await sight.ChoicesAsync(Stop);
            return true;
        });
}
