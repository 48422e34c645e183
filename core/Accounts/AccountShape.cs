using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MutualAid.Core.Accounts;

/// <summary>Keys, indexes and the columns that can be raced.</summary>
internal sealed class AccountShape
    : IEntityTypeConfiguration<ConsoleAccount>,
        IEntityTypeConfiguration<Grant>,
        IEntityTypeConfiguration<RecoveryCode>,
        IEntityTypeConfiguration<SignInKey>,
        IEntityTypeConfiguration<AccountNews>,
        IEntityTypeConfiguration<ProtectionKey>,
        IEntityTypeConfiguration<ConsoleSession>
{
    public void Configure(EntityTypeBuilder<ConsoleAccount> it)
    {
        it.HasIndex(account => account.NormalizedUserName).IsUnique();
        it.HasIndex(account => account.PersonId);
        it.Property(account => account.ConcurrencyStamp).IsConcurrencyToken();
        it.Property(account => account.TotpStep).IsConcurrencyToken();
        // Nobody is reached by mail or telephone here, and our own limits stand in for Identity's lockout, which locks owners out.
        it.Ignore(account => account.Email);
        it.Ignore(account => account.NormalizedEmail);
        it.Ignore(account => account.EmailConfirmed);
        it.Ignore(account => account.PhoneNumber);
        it.Ignore(account => account.PhoneNumberConfirmed);
        it.Ignore(account => account.LockoutEnabled);
        it.Ignore(account => account.LockoutEnd);
        it.Ignore(account => account.AccessFailedCount);
        it.Ignore(account => account.TwoFactorEnabled);
    }

    public void Configure(EntityTypeBuilder<Grant> it) => it.HasOne(grant => grant.Account).WithMany(account => account.Grants);

    public void Configure(EntityTypeBuilder<RecoveryCode> it)
    {
        it.HasOne(code => code.Account).WithMany(account => account.RecoveryCodes);
        it.Property(code => code.UsedAt).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<SignInKey> it)
    {
        it.HasIndex(key => key.Hash).IsUnique();
        it.Property(key => key.SpentAt).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<AccountNews> it) => it.HasIndex(news => new { news.AccountId, news.ToldAt });

    public void Configure(EntityTypeBuilder<ProtectionKey> it) => it.HasIndex(key => key.Name).IsUnique();

    public void Configure(EntityTypeBuilder<ConsoleSession> it) => it.HasIndex(session => session.TokenHash).IsUnique();
}
