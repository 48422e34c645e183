using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MutualAid.Core.Content;

/// <summary>Keys, indexes and the columns that can be raced.</summary>
internal sealed class ContentShape
    : IEntityTypeConfiguration<Column>,
        IEntityTypeConfiguration<Post>,
        IEntityTypeConfiguration<Picture>,
        IEntityTypeConfiguration<PostReading>,
        IEntityTypeConfiguration<PostShare>,
        IEntityTypeConfiguration<PostShowing>,
        IEntityTypeConfiguration<PostFigure>,
        IEntityTypeConfiguration<PostRevision>,
        IEntityTypeConfiguration<Digest>
{
    public void Configure(EntityTypeBuilder<Column> it) => it.HasIndex(column => column.NameKey).IsUnique();

    public void Configure(EntityTypeBuilder<Post> it)
    {
        it.HasIndex(post => post.Number).IsUnique();
        it.HasIndex(post => post.LibraryKey).IsUnique();
        it.HasIndex(post => post.PublishAt);
        it.HasIndex(post => post.Cover);
        it.HasOne(post => post.Supersedes).WithMany();
        it.Property(post => post.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<Picture> it)
    {
        it.HasKey(picture => picture.Name);
        it.Ignore(picture => picture.ContentType);
    }

    public void Configure(EntityTypeBuilder<PostReading> it)
    {
        it.HasOne(reading => reading.Post).WithMany(post => post.Readings);
        it.HasIndex(reading => reading.At);
    }

    public void Configure(EntityTypeBuilder<PostShare> it)
    {
        it.HasOne(share => share.Post).WithMany(post => post.Shares);
        it.HasIndex(share => share.At);
    }

    public void Configure(EntityTypeBuilder<PostShowing> it)
    {
        it.HasOne(showing => showing.Post).WithMany(post => post.Showings);
        it.HasIndex(showing => new { showing.GroupId, showing.At });
    }

    public void Configure(EntityTypeBuilder<PostFigure> it) => it.HasOne(figure => figure.Post).WithMany(post => post.Figures);

    public void Configure(EntityTypeBuilder<PostRevision> it)
    {
        it.HasOne(revision => revision.Post).WithMany(post => post.Revisions);
        it.HasIndex(revision => new { revision.PostId, revision.Edition }).IsUnique();
    }

    // Two hosts, a restart, a clock that jumps: the second morning message of a date has no place.
    public void Configure(EntityTypeBuilder<Digest> it) => it.HasIndex(digest => new { digest.GroupId, digest.Date }).IsUnique();
}
