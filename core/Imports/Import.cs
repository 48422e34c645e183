using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MutualAid.Core.Groups;
using MutualAid.Core.People;

namespace MutualAid.Core.Imports;

/// <summary>A sheet that somebody brought. What stands in it is kept for a day at most; that it was taken in stays.</summary>
public sealed class Import
{
    public long Id { get; set; }
    public ImportKind Kind { get; set; }

    /// <summary>The group it is for; null: for all, as communities are.</summary>
    public long? GroupId { get; set; }
    public Group? Group { get; set; }
    public long MadeById { get; set; }
    public Person MadeBy { get; set; } = null!;
    public DateTime MadeAt { get; set; }

    /// <summary>Empty: it was pasted.</summary>
    public string FileName { get; set; } = "";

    /// <summary>The sheets, as JSON; after 确认 only the rows that could not be taken in. Null: erased.</summary>
    public string? Content { get; set; }
    public int Sheet { get; set; }

    /// <summary>The column of each field as JSON, as somebody chose them; null: as guessed.</summary>
    public string? Columns { get; set; }
    public DateTime? ConfirmedAt { get; set; }
    public long? ConfirmedById { get; set; }
    public Person? ConfirmedBy { get; set; }

    /// <summary>Rows that it added, changed, found there already, and could not take in.</summary>
    public int Added { get; set; }
    public int Changed { get; set; }
    public int Same { get; set; }
    public int Bad { get; set; }

    /// <summary>What it did to which row, as JSON, for 撤销. Null: erased, or nothing was done yet.</summary>
    public string? Steps { get; set; }
    public DateTime? UndoneAt { get; set; }

    /// <summary>Rows that others had gone on with, which 撤销 left as they are.</summary>
    public int Kept { get; set; }

    /// <summary>Concurrency token.</summary>
    public long Version { get; set; }

    public IReadOnlyList<Grid> Grids() => Content is null ? [] : JsonSerializer.Deserialize<List<Grid>>(Content)!;

    public IReadOnlyDictionary<string, int>? Chosen() =>
        Columns is null ? null : JsonSerializer.Deserialize<Dictionary<string, int>>(Columns);

    public IReadOnlyList<ImportStep> Done() => Steps is null ? [] : JsonSerializer.Deserialize<List<ImportStep>>(Steps)!;
}

/// <summary>What was done to one row.</summary>
/// <param name="Id">As <see cref="Known.Id"/>.</param>
/// <param name="Before">What was known before; null: it was added.</param>
/// <param name="After">What was known then: if it is otherwise now, somebody has gone on from it.</param>
public sealed record ImportStep(long Id, IReadOnlyDictionary<string, string>? Before, IReadOnlyDictionary<string, string> After);

internal sealed class ImportShape : IEntityTypeConfiguration<Import>
{
    public void Configure(EntityTypeBuilder<Import> it)
    {
        it.HasIndex(each => new { each.MadeById, each.Id });
        it.HasIndex(each => each.GroupId);
        it.Property(each => each.Version).IsConcurrencyToken();
    }
}
