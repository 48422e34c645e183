using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using MutualAid.Admin.Imports;
using MutualAid.Core.Imports;

namespace MutualAid.Admin.Pages;

/// <summary>What a sheet would do, before it does it; then what it did, and the way back.</summary>
public sealed class ImportModel(Office office) : ImportPage(office)
{
    private const int FirstRows = 10;
    private const int FirstFaults = 50;

    /// <summary>The import and what stands in its sheet.</summary>
    public Import It { get; private set; } = null!;

    public Preview? Preview { get; private set; }

    public bool MayUndo { get; private set; }

    /// <summary>撤销 was asked for.</summary>
    public bool Asks { get; private set; }

    public IReadOnlyList<Field> AllFields => Fields.Of(It.Kind);

    public IEnumerable<PlanLine> Shown => Preview!.Plan.Lines.Take(FirstRows);

    public IEnumerable<CellFault> Told => Preview!.Plan.Lines.SelectMany(it => it.Row.Faults).Take(FirstFaults);

    public int FaultCount => Preview!.Plan.Lines.Sum(it => it.Row.Faults.Count);

    public async Task<IActionResult> OnGetAsync(long id, string? ask)
    {
        Asks = ask == "undo";
        return await ReadAsync(id) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostColumnsAsync(long id, int? sheet, long version)
    {
        if (await KindAsync(id) is not { } kind)
            return NotFound();
        await ActAsync(
            kind,
            async sight =>
            {
                if (await FindAsync(sight, id) is { ConfirmedAt: null } it && it.Version == version && it.Grids() is { Count: > 0 } grids)
                {
                    var chosen = sheet is { } at && at >= 0 && at < grids.Count ? at : it.Sheet;
                    // Of another sheet the columns are guessed anew.
                    ImportDesk.Choose(it, chosen, chosen == it.Sheet ? Columns(kind) : null);
                }

                return true;
            }
        );
        return Redirect($"/imports/{id}");
    }

    public async Task<IActionResult> OnPostConfirmAsync(long id, long version)
    {
        if (await KindAsync(id) is not { } kind)
            return NotFound();
        var done = await ActAsync(
            kind,
            async sight =>
            {
                if (
                    await FindAsync(sight, id) is not { ConfirmedAt: null } it
                    || it.Version != version
                    || Preview.Rows(it, Today(it.Group)) is not { } rows
                )
                    return null;
                var (plan, steps) = await Intake.Of(kind, sight, it.Group, Words.Language, Stop).TakeAsync(it, rows);
                await sight.Desk<ImportDesk>().CloseAsync(it, await sight.PersonAsync(), plan, steps);
                return it;
            }
        );
        return done is null
            ? Tell($"/imports/{id}", "imports.made.notNow")
            : Tell($"/imports/{id}", "imports.made.done", Count(done.Added + done.Changed));
    }

    public async Task<IActionResult> OnPostUndoAsync(long id)
    {
        if (await KindAsync(id) is not { } kind)
            return NotFound();
        var kept = await ActAsync(
            kind,
            async sight =>
            {
                var desk = sight.Desk<ImportDesk>();
                if (await FindAsync(sight, id) is not { } it || !desk.MayUndo(it))
                    return (int?)null;
                var left = await Intake.Of(kind, sight, it.Group, Words.Language, Stop).TakeBackAsync(it);
                desk.CloseUndo(it, left);
                return left;
            }
        );
        return kept is { } stayed
            ? Tell($"/imports/{id}", stayed == 0 ? "imports.made.undone" : "imports.made.undoneBut", Count(stayed))
            : Tell($"/imports/{id}", "imports.made.tooLate");
    }

    public async Task<IActionResult> OnPostDropAsync(long id)
    {
        if (await KindAsync(id) is not { } kind)
            return NotFound();
        await ActAsync(
            kind,
            async sight =>
            {
                if (await FindAsync(sight, id) is { ConfirmedAt: null } it)
                    await sight.Desk<ImportDesk>().DropAsync(it);
                return true;
            }
        );
        return Tell("/imports", "imports.made.dropped");
    }

    private async Task<bool> ReadAsync(long id)
    {
        if (await KindAsync(id) is not { } kind)
            return false;
        return await LookAsync(
            kind,
            async sight =>
            {
                if (await FindAsync(sight, id) is not { } it)
                    return false;
                (It, MayUndo) = (it, sight.Desk<ImportDesk>().MayUndo(it));
                Preview = it.Content is null
                    ? null
                    : await Preview.MakeAsync(it, Intake.Of(kind, sight, it.Group, Words.Language, Stop), Today(it.Group));
                return true;
            }
        );
    }

    // Each field names the column that was chosen for it; none: it is left out.
    private Dictionary<string, int> Columns(ImportKind kind)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var field in Fields.Of(kind))
        {
            if (
                int.TryParse(Request.Form["col-" + field.Key].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var column)
                && column < Ceilings.Columns
            )
                columns[field.Key] = column;
        }

        return columns;
    }

    private static string Count(int rows) => rows.ToString(CultureInfo.InvariantCulture);
}
