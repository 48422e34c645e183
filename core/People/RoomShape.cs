using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MutualAid.Core.People;

/// <summary>Keys, indexes and the columns that can be raced.</summary>
internal sealed class RoomShape
    : IEntityTypeConfiguration<RoomSeat>,
        IEntityTypeConfiguration<RoomMembership>,
        IEntityTypeConfiguration<RoomKey>
{
    public void Configure(EntityTypeBuilder<RoomSeat> it) => it.Property(seat => seat.WrongPins).IsConcurrencyToken();

    public void Configure(EntityTypeBuilder<RoomMembership> it)
    {
        it.HasKey(membership => new { membership.SeatId, membership.ChatId });
        it.HasOne(membership => membership.Seat).WithMany(seat => seat.Memberships);
        it.HasOne(membership => membership.Chat).WithMany(chat => chat.Memberships);
    }

    public void Configure(EntityTypeBuilder<RoomKey> it)
    {
        it.HasIndex(key => key.Hash).IsUnique();
        it.Property(key => key.SpentAt).IsConcurrencyToken();
    }
}
