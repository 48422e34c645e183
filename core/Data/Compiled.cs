using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MutualAid.Core.Data;

/// <summary>A query of the hot path, translated once a model instead of looked up by its expression each time.</summary>
/// <param name="make">Calls <c>EF.CompileAsyncQuery</c>; a compiled query serves one model only, and each database has its own.</param>
public sealed class Compiled<T>(Func<T> make)
    where T : Delegate
{
    private readonly ConditionalWeakTable<IModel, T> byModel = [];

    public T For(Db db) => byModel.GetValue(db.Model, _ => make());
}
