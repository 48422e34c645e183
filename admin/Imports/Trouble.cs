using MutualAid.Core.Imports;

namespace MutualAid.Admin.Imports;

/// <summary>A row with something wrong in it, as people find it in their sheet.</summary>
/// <param name="Who">What the row is about; empty: not even that could be read.</param>
/// <param name="IsBad">It stays out, and not only the cell.</param>
public sealed record Trouble(int Row, string Who, bool IsBad, IReadOnlyList<TroubleCell> Cells)
{
    // Others are mended in the sheet: a form is no place for them.
    private const int LongestTyped = 200;
    private static readonly string[] Names = ["name", "title", "who", "donor", "item"];

    /// <summary>Those that stay out first.</summary>
    /// <param name="onlyBad">What can be left out of a row was told before it was taken in.</param>
    public static IReadOnlyList<Trouble> Of(Preview preview, bool onlyBad)
    {
        ArgumentNullException.ThrowIfNull(preview);
        var rows = preview.Grid.Rows.ToDictionary(it => it.Number);
        return
        [
            .. preview
                .Plan.Lines.Where(it => it.State == PlanState.Bad || (!onlyBad && it.Row.Faults.Count > 0))
                .OrderBy(it => it.State != PlanState.Bad)
                .Select(it => new Trouble(
                    it.Row.Number,
                    Named(preview.Heads, it.Row, rows[it.Row.Number]),
                    it.State == PlanState.Bad,
                    [.. it.Row.Faults.Select(fault => Of(preview.Heads, fault, it.Row, rows[it.Row.Number]))]
                )),
        ];
    }

    private static string Named(Heads heads, SheetRow row, GridRow cells) =>
        Names
            .Select(key => row[key] ?? (heads.Columns.TryGetValue(key, out var column) ? cells.At(column)?.Text : null))
            .FirstOrDefault(it => it is not null)
        ?? "";

    private static TroubleCell Of(Heads heads, CellFault fault, SheetRow row, GridRow cells)
    {
        if (Place(heads, fault, row.Number) is not { } place)
            return new TroubleCell(fault, null, "");
        var typed = cells.At(place)?.Text ?? "";
        return new TroubleCell(fault, typed.Length <= LongestTyped ? Cell.Name(place, row.Number) : null, typed);
    }

    // Where something else could be typed that would help.
    private static int? Place(Heads heads, CellFault fault, int row) =>
        fault switch
        {
            { Kind: FaultKind.LeftRoster or FaultKind.AlreadyOut or FaultKind.Withdrawn or FaultKind.Refused } or { Field: null } => null,
            { Kind: FaultKind.SeveralPeople } => heads.Columns.TryGetValue("phone", out var phone) ? phone : null,
            _ => Cell.At(fault.Cell) is { } at && at.Row == row ? at.Column
            : heads.Columns.TryGetValue(fault.Field, out var column) ? column
            : null,
        };
}

/// <param name="Cell">B7, where it can be typed anew; else null.</param>
/// <param name="Typed">What stands there.</param>
public sealed record TroubleCell(CellFault Fault, string? Cell, string Typed);
