using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MutualAid.Core.Messaging;

namespace MutualAid.Core.Broadcasts;

/// <summary>Keys, indexes and the columns that can be raced.</summary>
internal sealed class BroadcastShape
    : IEntityTypeConfiguration<Broadcast>,
        IEntityTypeConfiguration<Recipient>,
        IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> it)
    {
        it.HasOne<Broadcast>().WithMany().HasForeignKey(row => row.BroadcastId);
        it.HasIndex(row => new { row.BroadcastId, row.State });
        it.HasIndex(row => row.TargetId);
    }

    public void Configure(EntityTypeBuilder<Broadcast> it)
    {
        it.HasIndex(broadcast => broadcast.Number).IsUnique();
        it.HasOne(broadcast => broadcast.Of).WithMany();
        it.Property(broadcast => broadcast.Version).IsConcurrencyToken();
    }

    // Two hosts, a restart, a batch that runs twice: nobody gets a second row.
    public void Configure(EntityTypeBuilder<Recipient> it)
    {
        it.HasOne(recipient => recipient.Broadcast).WithMany(broadcast => broadcast.Recipients);
        it.HasIndex(recipient => new { recipient.BroadcastId, recipient.GroupId }).IsUnique();
        it.HasIndex(recipient => new { recipient.BroadcastId, recipient.PersonId }).IsUnique();
        it.HasIndex(recipient => recipient.RowId).IsUnique();
    }
}
