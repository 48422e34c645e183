using Microsoft.AspNetCore.Mvc;
using MutualAid.Admin.Exports;
using MutualAid.Admin.Imports;
using MutualAid.Core.Imports;

namespace MutualAid.Admin.Pages;

/// <summary>The rows that cannot be taken in, as they were, each with its reason: to be mended and brought again.</summary>
public sealed class BadRowsModel(Office office) : ImportPage(office)
{
    private const string Xml = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public async Task<IActionResult> OnGetAsync(long id)
    {
        if (await KindAsync(id) is not { } kind)
            return NotFound();
        long? group = null;
        var found = await LookAsync(
            kind,
            async sight =>
                await FindAsync(sight, id) is { Content: not null } it && (group = it.GroupId) == it.GroupId
                    ? await Preview.MakeAsync(it, Intake.Of(kind, sight, it.Group, Words.Language, Stop), Today(it.Group))
                    : null
        );
        await NoteAsync(group);
        var sheet = found is null ? new Sheet(Words.Plain("imports.bad.sheet"), [Words.Plain("imports.reason")], []) : Sheet(found);
        return File(Xlsx.Write(sheet), Xml, $"import-{id}-bad.xlsx");
    }

    private Sheet Sheet(Preview preview)
    {
        var columns = preview.Columns.Select(it => it.Column).ToList();
        var rows = preview.Grid.Rows.ToDictionary(it => it.Number);
        return new Sheet(
            Words.Plain("imports.bad.sheet"),
            [.. columns.Select(it => preview.Heads.Labels.GetValueOrDefault(it, "")), Words.Plain("imports.reason")],
            [
                .. preview
                    .Plan.Lines.Where(it => it.State == PlanState.Bad)
                    .Select(it =>
                        (IReadOnlyList<object?>)[.. columns.Select(column => rows[it.Row.Number].At(column)?.Text), Reason(it.Row)]
                    ),
            ]
        );
    }

    private string Reason(SheetRow row) =>
        string.Join('；', row.Faults.Select(it => $"{it.Cell} {Words.Plain("imports.fault." + it.Kind, it.About)}"));
}
