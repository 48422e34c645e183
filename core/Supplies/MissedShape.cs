using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MutualAid.Core.Supplies;

/// <summary>Keys and indexes.</summary>
internal sealed class MissedShape : IEntityTypeConfiguration<MissedLine>
{
    public void Configure(EntityTypeBuilder<MissedLine> it) => it.HasIndex(line => new { line.GroupId, line.SettledAt });
}
