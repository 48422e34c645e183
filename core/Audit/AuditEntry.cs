using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MutualAid.Core.Groups;
using MutualAid.Core.People;

namespace MutualAid.Core.Audit;

/// <summary>That somebody did something in the console, or looked at a contact. Written in the commit of the act, never changed.</summary>
public sealed class AuditEntry
{
    public long Id { get; set; }
    public DateTime At { get; set; }
    public long ById { get; set; }
    public Person By { get; set; } = null!;

    /// <summary>The screen and its act: <c>needs/{number:int} verify</c>.</summary>
    public string Act { get; set; } = "";

    /// <summary>Which one, as its address says it: <c>31</c>.</summary>
    public string? Subject { get; set; }
    public long? GroupId { get; set; }
    public Group? Group { get; set; }

    /// <summary>Which columns of which rows changed, figures with both values; of words only that they changed: they may be personal.</summary>
    public string Changes { get; set; } = "";

    /// <summary>The <see cref="Seal"/> of the entry before; empty: this is the first that has one.</summary>
    public string? Prior { get; set; }

    /// <summary><see cref="AuditSeal.Of"/>; null: older than seals.</summary>
    public string? Seal { get; set; }
}

internal sealed class AuditShape : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> it)
    {
        it.HasIndex(entry => new { entry.GroupId, entry.Id });
        it.HasIndex(entry => new { entry.ById, entry.Id });
        it.HasIndex(entry => entry.At);
        it.HasIndex(entry => entry.Prior).IsUnique();
        foreach (var column in it.Metadata.GetProperties())
        {
            if (!column.IsPrimaryKey())
                column.SetAfterSaveBehavior(PropertySaveBehavior.Throw);
        }
    }
}
