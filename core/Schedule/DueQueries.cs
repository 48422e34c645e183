namespace MutualAid.Core.Schedule;

/// <summary>Named questions to the schedule.</summary>
public static class DueQueries
{
    public static IQueryable<DueRow> Waiting(this IQueryable<DueRow> rows) => rows.Where(row => row.State == DueState.Waiting);

    public static IQueryable<DueRow> DueAt(this IQueryable<DueRow> rows, DateTime now) =>
        rows.Waiting().Where(row => row.TryAt <= now).OrderBy(row => row.TryAt);
}
