using Microsoft.AspNetCore.Mvc;
using MutualAid.Admin.Exports;

namespace MutualAid.Admin.Pages;

/// <summary>Tables to take away, by date range; each is written down in the trail.</summary>
public sealed class ExportsModel(Office office) : ConsolePage(office)
{
    private const string Xml = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public sealed record Form(string? What, DateOnly? From, DateOnly? To, long? Group, string? Format);

    public Form Typed { get; private set; } = new(null, null, null, null, null);

    public IReadOnlyList<(long Id, string Title)> Groups { get; private set; } = [];

    public Task OnGetAsync(string? what) =>
        LookAsync(async sight =>
        {
            Typed = Typed with { What = what };
            Groups = await sight.ChoicesAsync(Stop);
            return true;
        });

    public async Task<IActionResult> OnPostAsync(Form form)
    {
        var what = form.What is not null && Tables.Names.Contains(form.What) ? form.What : Tables.Names[0];
        if (form.From > form.To)
        {
            Wrong("from", "exports.refused.order");
            await OnGetAsync(what);
            Typed = form;
            return Again();
        }

        var span = new Span(form.From, form.To, form.Group);
        // Read beside the writer: a long table holds up nobody.
        var sheet = await LookAsync(sight => new Tables(sight, Words, span, Stop).ReadAsync(what));
        await NoteAsync(Caller.Reach.All || form.Group is not { } one || !Caller.Reach.Groups.Contains(one) ? null : one, what);
        var name = $"{what}-{GoodsWords.Machine(Words.Today(Office.Clock.GetUtcNow().UtcDateTime))}";
        return form.Format == "xlsx" ? File(Xlsx.Write(sheet), Xml, name + ".xlsx") : File(Csv.Write(sheet), "text/csv", name + ".csv");
    }
}
