using System.Globalization;
using System.Text.Json;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.People;
using MutualAid.Core.Schedule;

namespace MutualAid.Core.Imports;

/// <summary>Keeps what somebody brought until it is decided about; a new one per turn, inside <see cref="Writer.DoAsync"/>.</summary>
public sealed class ImportDesk(Db db, TimeProvider clock)
{
    /// <summary>The kind of due row at which the content is erased.</summary>
    public const string Forgetting = "import.forget";

    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    private const int LongestName = 80;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>A draft: nothing of it is taken in yet.</summary>
    public async Task<Import> BringAsync(Person by, ImportKind kind, Group? group, string fileName, IReadOnlyList<Grid> grids)
    {
        ArgumentNullException.ThrowIfNull(grids);
        var import = new Import
        {
            Kind = kind,
            Group = group,
            MadeBy = by,
            MadeAt = Now,
            FileName = fileName.Length > LongestName ? fileName[^LongestName..] : fileName,
            Content = JsonSerializer.Serialize(grids),
            Sheet = Best(grids, kind),
        };
        db.Imports.Add(import);
        await db.SaveChangesAsync();
        await PlanForgettingAsync(import);
        return import;
    }

    /// <summary>Into which group; null: for all of them.</summary>
    public static void Aim(Import import, Group? group)
    {
        ArgumentNullException.ThrowIfNull(import);
        (import.Group, import.GroupId) = (group, group?.Id);
        import.Version++;
    }

    /// <summary>Another sheet of the file, or other columns.</summary>
    public static void Choose(Import import, int sheet, IReadOnlyDictionary<string, int>? columns)
    {
        ArgumentNullException.ThrowIfNull(import);
        import.Sheet = sheet;
        import.Columns = columns is null ? null : JsonSerializer.Serialize(columns);
        import.Version++;
    }

    /// <summary>Cells of its sheet as somebody typed them anew, B7 by B7; an empty one holds nothing any more.</summary>
    public static void Mend(Import import, IReadOnlyDictionary<string, string> typed)
    {
        ArgumentNullException.ThrowIfNull(import);
        var cells = typed.ToLookup(it => Cell.At(it.Key)?.Row ?? 0, it => (Cell.At(it.Key)?.Column ?? -1, it.Value));
        var grids = import.Grids().ToList();
        var grid = grids[import.Sheet];
        grids[import.Sheet] = grid with { Rows = [.. grid.Rows.Select(row => Mended(row, cells[row.Number]))] };
        import.Content = JsonSerializer.Serialize<IReadOnlyList<Grid>>(grids);
        import.Version++;
    }

    /// <summary>It was taken in; only the rows that could not be are kept, for a day, and may follow when they are mended.</summary>
    public async Task CloseAsync(Import import, Person by, Plan plan, IReadOnlyList<ImportStep> steps)
    {
        ArgumentNullException.ThrowIfNull(plan);
        KeepFaults(import, plan);
        var (added, changed, bad) = (plan.Count(PlanState.New), plan.Count(PlanState.Changed), plan.Count(PlanState.Bad));
        // Of the second time only what had faults before is new.
        import.Same += import.ConfirmedAt is null ? plan.Count(PlanState.Same) : import.Bad - bad - added - changed;
        (import.Added, import.Changed, import.Bad) = (import.Added + added, import.Changed + changed, bad);
        import.Steps = JsonSerializer.Serialize(Joined(import.Done(), steps));
        (import.ConfirmedAt, import.ConfirmedBy) = (Now, by);
        import.Version++;
        await PlanForgettingAsync(import);
    }

    /// <param name="kept">So many rows others had gone on with.</param>
    public void CloseUndo(Import import, int kept)
    {
        (import.UndoneAt, import.Kept) = (Now, kept);
        import.Version++;
        Erase(import);
    }

    /// <summary>The draft is not wanted.</summary>
    public async Task DropAsync(Import import)
    {
        await new ScheduleDesk(db, clock).CancelAsync(Forgetting, import.Id);
        db.Remove(import);
    }

    /// <summary>A day is over: nothing of the content is left.</summary>
    public async Task ForgetAsync(long id)
    {
        if (await db.Imports.FindAsync(id) is not { } import)
            return;
        if (import.ConfirmedAt is null)
            db.Remove(import);
        else
            Erase(import);
    }

    /// <summary>Not yet taken in, or with rows left that may follow.</summary>
    public static bool MayTake(Import import) => import is { Content: not null, UndoneAt: null };

    public bool MayUndo(Import import) => import is { ConfirmedAt: { } at, UndoneAt: null, Steps: not null } && at + KeptFor > Now;

    /// <summary>The head of the sheet, with the columns that were chosen.</summary>
    public static Heads HeadsOf(Import import, Grid grid)
    {
        var heads = Heads.Find(grid, Fields.Of(import.Kind));
        return import.Chosen() is { } chosen ? heads.With(chosen) : heads;
    }

    private static GridRow Mended(GridRow row, IEnumerable<(int Column, string Text)> typed)
    {
        var cells = row.Cells.ToDictionary(it => it.Column);
        foreach (var (column, text) in typed.Where(it => it.Column is >= 0 and < Ceilings.Columns))
        {
            if (CellText.Make(column, text) is { } made)
                cells[column] = made;
            else
                cells.Remove(column);
        }

        return row with
        {
            Cells = [.. cells.Values.OrderBy(it => it.Column)],
        };
    }

    private static void KeepFaults(Import import, Plan plan)
    {
        var grid = import.Grids()[import.Sheet];
        var heads = HeadsOf(import, grid);
        var bad = plan.Lines.Where(it => it.State == PlanState.Bad).Select(it => it.Row).ToList();
        var kept = bad.Select(it => it.Number).ToHashSet();
        var aside = bad.SelectMany(it => it.Leans.Concat(it.Twins)).Where(it => !kept.Contains(it)).ToHashSet();
        import.Content = JsonSerializer.Serialize<IReadOnlyList<Grid>>([
            grid with
            {
                Rows =
                [
                    .. grid
                        .Rows.Where(it => it.Number <= heads.LastRow || kept.Contains(it.Number) || aside.Contains(it.Number))
                        .Select(it => it with { IsAside = aside.Contains(it.Number) }),
                ],
            },
        ]);
        (import.Sheet, import.Columns) = (0, JsonSerializer.Serialize(heads.Columns));
    }

    // A row that was written twice goes back to what it was before the first time.
    private static List<ImportStep> Joined(IReadOnlyList<ImportStep> first, IReadOnlyList<ImportStep> then) =>
        [.. first.Concat(then).GroupBy(it => it.Id).Select(it => it.First() with { After = it.Last().After })];

    private static void Erase(Import import)
    {
        (import.Content, import.Columns, import.Steps, import.FileName) = (null, null, null, "");
        import.Version++;
    }

    private static int Best(IReadOnlyList<Grid> grids, ImportKind kind) =>
        Enumerable.Range(0, grids.Count).MaxBy(at => (Heads.Find(grids[at], Fields.Of(kind)).Columns.Count, -at));

    private Task<DueRow> PlanForgettingAsync(Import import) =>
        new ScheduleDesk(db, clock).PlanAsync(
            Forgetting,
            string.Create(CultureInfo.InvariantCulture, $"{Forgetting}:{import.Id}"),
            Now + KeptFor,
            import.Group,
            import.Id
        );
}
