using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MutualAid.Core.People;

internal sealed class LinkShape : IEntityTypeConfiguration<LinkCode>, IEntityTypeConfiguration<LinkGuess>
{
    public void Configure(EntityTypeBuilder<LinkCode> it)
    {
        it.HasIndex(code => code.Hash);
        it.Property(code => code.SpentAt).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<LinkGuess> it) => it.HasIndex(guess => guess.At);
}
