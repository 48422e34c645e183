using MutualAid.Core.Imports;

namespace MutualAid.Admin.Imports;

/// <summary>A sheet with its head, and what it would do.</summary>
public sealed record Preview(ImportKind Kind, IReadOnlyList<Grid> Grids, Grid Grid, Heads Heads, Plan Plan)
{
    private const int LongestSample = 20;

    /// <summary>The fields without which nothing can be taken in, and that have no column.</summary>
    public static IReadOnlyList<Field> Missing(ImportKind kind, Heads heads) =>
        [.. Fields.Of(kind).Where(it => it.IsRequired && !heads.Columns.ContainsKey(it.Key))];

    /// <summary>Every column that holds something, with its head, or what stands in its first row.</summary>
    public IEnumerable<(int Column, string Name)> Columns =>
        Grid
            .Rows.SelectMany(it => it.Cells.Select(cell => cell.Column))
            .Distinct()
            .Order()
            .Select(column => (column, $"{Cell.Letters(column)}  {Heads.Labels.GetValueOrDefault(column) ?? Sample(column)}"));

    /// <summary>Columns that hold something and are not taken in.</summary>
    public IEnumerable<string> Left
    {
        get
        {
            var taken = Heads.Beside().SelectMany(it => it.Columns.Values).ToHashSet();
            // Of columns that are ticked one stands for all.
            var under = Fields
                .Of(Kind)
                .Where(it => it.Shape == FieldShape.List && Heads.Columns.ContainsKey(it.Key))
                .Select(it => Heads.Labels.GetValueOrDefault(Heads.Columns[it.Key], "").Split(" / "))
                .Where(it => it.Length > 1)
                .Select(it => it[0] + " / ")
                .ToList();
            return Grid
                .Rows.Where(it => it.Number > Heads.LastRow)
                .SelectMany(it => it.Cells.Select(cell => cell.Column))
                .Distinct()
                .Order()
                .Where(it => !taken.Contains(it))
                .Select(it => Heads.Labels.GetValueOrDefault(it) ?? Cell.Letters(it))
                .Where(label => !under.Exists(it => label.StartsWith(it, StringComparison.Ordinal)))
                .Distinct(StringComparer.Ordinal);
        }
    }

    /// <summary>Null: it was erased, or a column is missing.</summary>
    public static IReadOnlyList<SheetRow>? Rows(Import import, DateOnly today)
    {
        if (import.Grids() is not { Count: > 0 } grids)
            return null;
        var heads = ImportDesk.HeadsOf(import, grids[import.Sheet]);
        return Missing(import.Kind, heads).Count > 0 ? null : SheetRows.Read(grids[import.Sheet], heads, import.Kind, today);
    }

    internal static async Task<Preview> MakeAsync(Import import, Intake intake, DateOnly today)
    {
        var grids = import.Grids();
        var heads = ImportDesk.HeadsOf(import, grids[import.Sheet]);
        var plan = Rows(import, today) is { } rows ? await intake.PlanAsync(import, rows) : new Plan([]);
        return new Preview(import.Kind, grids, grids[import.Sheet], heads, plan);
    }

    private string Sample(int column) =>
        Grid.Rows.FirstOrDefault(it => it.Number > Heads.LastRow && it.At(column) is not null)?.At(column)?.Text is { } text
            ? text.Length > LongestSample
                ? text[..LongestSample] + "…"
                : text
            : "";
}
