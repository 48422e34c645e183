using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MutualAid.Core.Classes;

/// <summary>Keys, indexes and the columns that can be raced.</summary>
internal sealed class ClassShape
    : IEntityTypeConfiguration<Class>,
        IEntityTypeConfiguration<SignUp>,
        IEntityTypeConfiguration<ClassQuestion>,
        IEntityTypeConfiguration<Rating>,
        IEntityTypeConfiguration<CalendarKey>
{
    public void Configure(EntityTypeBuilder<Class> it)
    {
        it.HasIndex(each => each.Number).IsUnique();
        // What runs now and what comes next, asked all day long.
        it.HasIndex(each => new { each.GroupId, each.EndsAt });
        it.HasIndex(each => each.StartsAt);
        it.HasIndex(each => each.Series);
        it.Property(each => each.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<SignUp> it)
    {
        it.HasOne(signUp => signUp.Class).WithMany(each => each.SignUps);
        it.HasIndex(signUp => new { signUp.ClassId, signUp.Position }).IsUnique();
        it.HasIndex(signUp => signUp.PersonId);
    }

    public void Configure(EntityTypeBuilder<ClassQuestion> it) => it.HasIndex(question => question.ClassId);

    // Who presses twice at once has said one thing.
    public void Configure(EntityTypeBuilder<Rating> it) => it.HasIndex(rating => new { rating.ClassId, rating.PersonId }).IsUnique();

    public void Configure(EntityTypeBuilder<CalendarKey> it) => it.HasIndex(key => key.Key).IsUnique();
}
