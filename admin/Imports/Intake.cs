using MutualAid.Core.Groups;
using MutualAid.Core.Imports;

namespace MutualAid.Admin.Imports;

/// <summary>Takes the rows of one kind in, through the desk of their noun and in the sight of who brought them.</summary>
internal abstract class Intake(Sight sight, CancellationToken stop)
{
    protected Sight Sight { get; } = sight;

    protected CancellationToken Stop { get; } = stop;

    public static Intake Of(ImportKind kind, Sight sight, Group? group, string language, CancellationToken stop) =>
        kind switch
        {
            ImportKind.Volunteers => new RosterIntake(sight, group!, stop),
            ImportKind.Communities => new CommunityIntake(sight, stop),
            ImportKind.Donations => new DonationIntake(sight, group!, stop),
            ImportKind.Resources => new ResourceIntake(sight, group!, stop),
            _ => new PostIntake(sight, group, language, stop),
        };

    /// <summary>What is known already; some keys beside the fields tell what else an import may change.</summary>
    public abstract Task<IReadOnlyList<Known>> KnownAsync();

    /// <summary>Rows in the words of the house: what goes by two names here is told by one.</summary>
    public virtual Task<IReadOnlyList<SheetRow>> PrepareAsync(IReadOnlyList<SheetRow> rows) => Task.FromResult(rows);

    public async Task<Plan> PlanAsync(Import import, IReadOnlyList<SheetRow> rows) =>
        Plan.Make(import.Kind, await PrepareAsync(rows), await KnownAsync());

    /// <summary>Takes in what is new or changed; what a desk refuses becomes a row with a fault.</summary>
    public async Task<(Plan Plan, IReadOnlyList<ImportStep> Steps)> TakeAsync(Import import, IReadOnlyList<SheetRow> rows)
    {
        var plan = await PlanAsync(import, rows);
        var wanted = plan.Lines.Where(it => it.State is PlanState.New or PlanState.Changed).ToList();
        // Thousands of rows: what changed is looked for once, at the end.
        Sight.Rows.ChangeTracker.AutoDetectChangesEnabled = false;
        var taken = await TakeAsync(wanted);
        Sight.Rows.ChangeTracker.AutoDetectChangesEnabled = true;
        await Sight.Rows.SaveChangesAsync(Stop);
        var after = await FactsAsync();
        var refused = wanted.Where((_, at) => taken[at] is null).ToHashSet<PlanLine>(ReferenceEqualityComparer.Instance);
        return (
            new Plan([.. plan.Lines.Select(it => refused.Contains(it) ? Refused(it) : it)]),
            [
                .. wanted
                    .Zip(taken)
                    .Where(it => it.Second is not null)
                    .Select(it => new ImportStep(it.Second!(), it.First.Known?.Facts, after[it.Second!()]))
                    .DistinctBy(it => it.Id),
            ]
        );
    }

    /// <summary>撤销; returns how many rows stay, because somebody has gone on from them.</summary>
    public async Task<int> TakeBackAsync(Import import) => await new TakingBack(Sight.Rows).RunAsync(import, await FactsAsync());

    private async Task<IReadOnlyDictionary<long, IReadOnlyDictionary<string, string>>> FactsAsync() =>
        (await KnownAsync()).DistinctBy(it => it.Id).ToDictionary(it => it.Id, it => it.Facts);

    /// <summary>The id of each row in its order, once it is saved; null: the desk refused it. A handful of queries for all of them.</summary>
    protected abstract Task<IReadOnlyList<Func<long>?>> TakeAsync(IReadOnlyList<PlanLine> lines);

    protected static IReadOnlyDictionary<string, string> Facts(params (string Key, string? Value)[] facts) =>
        facts.Where(it => !string.IsNullOrEmpty(it.Value)).ToDictionary(it => it.Key, it => it.Value!, StringComparer.Ordinal);

    private static PlanLine Refused(PlanLine line) =>
        line with
        {
            State = PlanState.Bad,
            Row = line.Row with { Faults = [.. line.Row.Faults, new CellFault(Number(line), FaultKind.Refused)] },
        };

    private static string Number(PlanLine line) => line.Row.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
