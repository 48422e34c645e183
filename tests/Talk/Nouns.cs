using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;

namespace MutualAid.Tests.Talk;

/// <summary>All rows of all nouns as text, to tell whether anything changed.</summary>
internal static class Nouns
{
    /// <param name="but">Columns that differ by their nature.</param>
    public static Task<string> DumpAsync(Stage stage, params string[] but) => stage.Look(db => DumpAsync(db, but));

    public static async Task<string> DumpAsync(Db db, params string[] but)
    {
        var text = new StringBuilder();
        var types = db
            .Model.GetEntityTypes()
            // The trail of an act stays when the act is taken back.
            .Where(type => type.ClrType.Namespace is not ("MutualAid.Core.Messaging" or "MutualAid.Core.Audit"))
            // What is only being typed is no noun yet.
            .Where(type => type.ClrType != typeof(MutualAid.Core.Accounts.FormDraft))
            .OrderBy(type => type.Name, StringComparer.Ordinal);
        foreach (var type in types)
        {
            var columns = type.GetProperties().Where(column => !but.Contains($"{type.ClrType.Name}.{column.Name}")).ToList();
            var rows = await RowsAsync(db, type.ClrType);
            var lines = rows.Select(row =>
                string.Join(
                    '|',
                    columns.Select(column =>
                        $"{column.Name}={Convert.ToString(db.Entry(row).CurrentValues[column], CultureInfo.InvariantCulture)}"
                    )
                )
            );
            text.Append(type.ClrType.Name).Append('\n').AppendJoin('\n', lines.Order(StringComparer.Ordinal)).Append('\n');
        }

        return text.ToString();
    }

    private static async Task<List<object>> RowsAsync(Db db, Type type)
    {
        var set = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), 1, [])!.MakeGenericMethod(type).Invoke(db, null)!;
        return await set.ToListAsync();
    }
}
