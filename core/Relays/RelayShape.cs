using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MutualAid.Core.Relays;

internal sealed class RelayShape : IEntityTypeConfiguration<Relay>
{
    public void Configure(EntityTypeBuilder<Relay> it) => it.HasIndex(relay => new { relay.Subject, relay.NameKey }).IsUnique();
}
