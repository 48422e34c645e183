using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MutualAid.Core.Schedule;

/// <summary>Keys, indexes and the columns that can be raced.</summary>
internal sealed class ScheduleShape : IEntityTypeConfiguration<DueRow>, IEntityTypeConfiguration<RepeatRule>
{
    public void Configure(EntityTypeBuilder<DueRow> it)
    {
        it.HasIndex(row => row.Key).IsUnique();
        // A tick asks this one; closed rows pile up for years and are not in it.
        it.HasIndex(row => row.TryAt).HasFilter(""" "State" = 'Waiting' """);
        it.HasIndex(row => new { row.SubjectId, row.State });
        it.Property(row => row.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<RepeatRule> it) => it.HasIndex(rule => new { rule.Kind, rule.GroupId });
}
