namespace MutualAid.Core.Data;

/// <summary>Where the data lives: opens contexts for reading and makes the one writer.</summary>
public abstract class Store
{
    /// <summary>A context for queries only; nothing is tracked.</summary>
    public abstract Db Read();

    public abstract Writer CreateWriter();

    /// <summary>Brings the schema up to date, guarded against a kill at any moment; a backup is made before a migration.</summary>
    public abstract Task PrepareAsync(CancellationToken stop = default);
}
