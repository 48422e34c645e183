using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Messaging;
using MutualAid.Core.Relays;

namespace MutualAid.Admin.Pages;

/// <summary>One post, where it was copied to and who has not been told.</summary>
public sealed class RelayedModel(Office office) : ConsolePage(office)
{
    public sealed record Told(string Name, string? Community, string By, DateTime At);

    public Copied It { get; private set; } = null!;

    public string Text { get; private set; } = "";

    public IReadOnlyList<Told> There { get; private set; } = [];

    public IReadOnlyList<string> Untold { get; private set; } = [];

    public string? Name { get; private set; }

    public async Task<IActionResult> OnGetAsync(string kind, int number) => await ReadAsync(kind, number) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string kind, int number, string? name)
    {
        Name = name;
        var (found, refusal, step) = await ActAsync(async sight =>
        {
            if (!Copied.Kinds.Contains(kind) || await Copied.FindAsync(sight, kind, number, Office.Host, Words, Stop) is not { } it)
                return (false, RelayRefusal.None, 0L);
            if (Typed.Words(name) is not { } called)
                return (true, RelayRefusal.NameTooLong, 0);
            var noted = await sight.Desk<RelayDesk>().NoteAsync(it.Subject, called, await sight.PersonAsync());
            return (
                true,
                noted.Refusal,
                noted.Refusal == RelayRefusal.None ? await Office.Host.StepAsync(sight.Rows, it.Subject, Caller.Person) : 0
            );
        });
        if (!found)
            return NotFound();
        var here = $"/relays/{kind}/{number}";
        if (refusal == RelayRefusal.None)
            return TellUndoable(here, "relays.noted", name!.Trim(), here + "?handler=undo", step);
        Wrong("name", "relays.refused." + (Typed.Words(name) is null ? "NoName" : refusal));
        return await ReadAsync(kind, number) ? Again() : NotFound();
    }

    public async Task<IActionResult> OnPostUndoAsync(string kind, int number, long step)
    {
        var undone = await ActAsync(async sight =>
            Copied.Kinds.Contains(kind) && await Copied.FindAsync(sight, kind, number, Office.Host, Words, Stop) is { } it
                ? await Office.Host.TakeBackAsync(sight.Rows, it.Subject, step, Caller.Person)
                : (bool?)null
        );
        return undone is not { } done ? NotFound()
            : done ? Tell($"/relays/{kind}/{number}", "made.undone", $"#{number}")
            : Warn($"/relays/{kind}/{number}", "made.notUndone");
    }

    private Task<bool> ReadAsync(string kind, int number) =>
        LookAsync(async sight =>
        {
            if (!Copied.Kinds.Contains(kind) || await Copied.FindAsync(sight, kind, number, Office.Host, Words, Stop) is not { } it)
                return false;
            (It, Text) = (it, Html.ToPlain(it.Html));
            var told = await it.Of(sight.Relays)
                .OrderByDescending(each => each.At)
                .Select(each => new
                {
                    each.CommunityId,
                    Told = new Told(each.Name, each.Community == null ? null : each.Community.Name, each.By.Name, each.At),
                })
                .ToListAsync(Stop);
            There = told.ConvertAll(each => each.Told);
            var ids = told.Select(each => each.CommunityId).OfType<long>().ToHashSet();
            var all = await sight
                .Communities.OrderBy(each => each.Name)
                .Take(500)
                .Select(each => new { each.Id, each.Name })
                .ToListAsync(Stop);
            Untold = [.. all.Where(each => !ids.Contains(each.Id)).Select(each => each.Name)];
            return true;
        });
}
