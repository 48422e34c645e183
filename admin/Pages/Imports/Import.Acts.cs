using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Admin.Imports;
using MutualAid.Core.Imports;

namespace MutualAid.Admin.Pages;

/// <summary>What may be done with a sheet.</summary>
public sealed partial class ImportModel
{
    private const string OfCell = "cell-";

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

    /// <summary>Into which group; what it would do there is looked at anew.</summary>
    public async Task<IActionResult> OnPostGroupAsync(long id, long? group, long version)
    {
        if (await KindAsync(id) is not { } kind)
            return NotFound();
        var isDone = await ActAsync(
            kind,
            async sight =>
            {
                var home = await sight.Groups.FirstOrDefaultAsync(it => it.Id == group, Stop);
                var mayGo = home is not null || (group == ImportsModel.ForAll && kind == ImportKind.Posts && ReachOf(kind).All);
                if (!mayGo || await FindAsync(sight, id) is not { ConfirmedAt: null } it || it.Version != version)
                    return false;
                ImportDesk.Aim(it, home);
                return true;
            }
        );
        return isDone ? Redirect($"/imports/{id}") : Tell($"/imports/{id}", "imports.made.notNow");
    }

    /// <summary>Cells as somebody typed them anew; the whole sheet is looked at again.</summary>
    public async Task<IActionResult> OnPostCellsAsync(long id, long version)
    {
        if (await KindAsync(id) is not { } kind)
            return NotFound();
        var isDone = await ActAsync(
            kind,
            async sight =>
            {
                if (await FindAsync(sight, id) is not { } it || it.Version != version || !ImportDesk.MayTake(it))
                    return false;
                ImportDesk.Mend(it, TypedCells(it.Grids()[it.Sheet]));
                return true;
            }
        );
        return isDone ? Redirect($"/imports/{id}") : Tell($"/imports/{id}", "imports.made.notNow");
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
                    await FindAsync(sight, id) is not { } it
                    || it.Version != version
                    || !ImportDesk.MayTake(it)
                    || AsksGroup(it)
                    || Preview.Rows(it, Today(it.Group)) is not { } rows
                )
                    return (int?)null;
                var (plan, steps) = await Intake.Of(kind, sight, it.Group, Words.Language, Stop).TakeAsync(it, rows);
                await sight.Desk<ImportDesk>().CloseAsync(it, await sight.PersonAsync(), plan, steps);
                return plan.Count(PlanState.New) + plan.Count(PlanState.Changed);
            }
        );
        return done is { } written
            ? Tell($"/imports/{id}", "imports.made.done", Count(written))
            : Tell($"/imports/{id}", "imports.made.notNow");
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

    // What was typed otherwise than it stands there.
    private Dictionary<string, string> TypedCells(Grid grid)
    {
        var rows = grid.Rows.ToDictionary(it => it.Number);
        var typed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, values) in Request.Form.Where(it => it.Key.StartsWith(OfCell, StringComparison.Ordinal)))
        {
            var cell = name[OfCell.Length..];
            if (Cell.At(cell) is { } at && rows.TryGetValue(at.Row, out var row) && (row.At(at.Column)?.Text ?? "") != values.ToString())
                typed[cell] = values.ToString();
        }

        return typed;
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
