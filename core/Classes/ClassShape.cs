using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MutualAid.Core.Classes;

/// <summary>Keys, indexes and the columns that can be raced.</summary>
internal sealed class ClassShape : IEntityTypeConfiguration<Class>, IEntityTypeConfiguration<SignUp>, IEntityTypeConfiguration<CalendarKey>
{
    public void Configure(EntityTypeBuilder<Class> it)
    {
        it.HasIndex(each => each.Number).IsUnique();
        // What runs now and what comes next, asked all day long.
        it.HasIndex(each => new { each.GroupId, each.EndsAt });
        it.HasIndex(each => each.StartsAt);
        it.Property(each => each.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<SignUp> it)
    {
        it.HasOne(signUp => signUp.Class).WithMany(each => each.SignUps);
        it.HasIndex(signUp => new { signUp.ClassId, signUp.Position }).IsUnique();
        it.HasIndex(signUp => signUp.PersonId);
    }

    public void Configure(EntityTypeBuilder<CalendarKey> it) => it.HasIndex(key => key.Key).IsUnique();
}
