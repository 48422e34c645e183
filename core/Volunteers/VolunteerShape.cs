using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MutualAid.Core.Volunteers;

/// <summary>Keys, indexes and the columns that can be raced.</summary>
internal sealed class VolunteerShape
    : IEntityTypeConfiguration<Volunteer>,
        IEntityTypeConfiguration<VolunteerSkill>,
        IEntityTypeConfiguration<Team>,
        IEntityTypeConfiguration<TeamMember>,
        IEntityTypeConfiguration<Shift>,
        IEntityTypeConfiguration<Assignment>,
        IEntityTypeConfiguration<StandIn>,
        IEntityTypeConfiguration<ShiftNotice>,
        IEntityTypeConfiguration<HoursEntry>
{
    public void Configure(EntityTypeBuilder<Volunteer> it) => it.HasIndex(each => each.PersonId).IsUnique();

    public void Configure(EntityTypeBuilder<VolunteerSkill> it) =>
        it.HasOne(skill => skill.Volunteer).WithMany(volunteer => volunteer.Skills);

    public void Configure(EntityTypeBuilder<Team> it) => it.HasIndex(team => new { team.GroupId, team.NameKey }).IsUnique();

    public void Configure(EntityTypeBuilder<TeamMember> it)
    {
        it.HasOne(member => member.Team).WithMany(team => team.Members);
        it.HasIndex(member => member.PersonId);
    }

    public void Configure(EntityTypeBuilder<Shift> it)
    {
        it.HasIndex(shift => shift.Number).IsUnique();
        it.HasIndex(shift => new { shift.GroupId, shift.EndsAt });
        it.HasIndex(shift => shift.StartsAt);
        it.Property(shift => shift.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<Assignment> it)
    {
        it.HasOne(place => place.Shift).WithMany(shift => shift.Assignments);
        it.HasIndex(place => new { place.ShiftId, place.Position }).IsUnique();
        it.HasIndex(place => place.PersonId);
    }

    public void Configure(EntityTypeBuilder<StandIn> it)
    {
        it.HasOne(each => each.Shift).WithMany(shift => shift.StandIns);
        it.HasIndex(each => new { each.ShiftId, each.PersonId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ShiftNotice> it) => it.HasIndex(each => new { each.ShiftId, each.PersonId });

    public void Configure(EntityTypeBuilder<HoursEntry> it)
    {
        it.HasOne(entry => entry.Assignment).WithMany(place => place.Hours);
        // Of one line there is one correction: two leaders at once cannot both confirm it.
        it.HasOne(entry => entry.Replaces).WithOne(entry => entry.ReplacedBy).HasForeignKey<HoursEntry>(entry => entry.ReplacesId);
        it.HasIndex(entry => entry.NotedAt);
    }
}
