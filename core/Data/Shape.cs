using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MutualAid.Core.Communities;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;
using MutualAid.Core.People;
using MutualAid.Core.Supplies;

namespace MutualAid.Core.Data;

/// <summary>Keys, indexes and the columns that can be raced.</summary>
internal sealed class Shape
    : IEntityTypeConfiguration<Account>,
        IEntityTypeConfiguration<Group>,
        IEntityTypeConfiguration<Member>,
        IEntityTypeConfiguration<Community>,
        IEntityTypeConfiguration<CommunityAlias>,
        IEntityTypeConfiguration<Need>,
        IEntityTypeConfiguration<NeedLine>,
        IEntityTypeConfiguration<Claim>,
        IEntityTypeConfiguration<Supplies.Delivery>,
        IEntityTypeConfiguration<Handover>,
        IEntityTypeConfiguration<Offer>,
        IEntityTypeConfiguration<Donation>,
        IEntityTypeConfiguration<OutboxRow>,
        IEntityTypeConfiguration<Card>,
        IEntityTypeConfiguration<ConversationReference>,
        IEntityTypeConfiguration<Seen>,
        IEntityTypeConfiguration<Unfinished>,
        IEntityTypeConfiguration<UndoStep>,
        IEntityTypeConfiguration<Incident>,
        IEntityTypeConfiguration<Setting>,
        IEntityTypeConfiguration<Lease>
{
    // Closed needs pile up for years: what is asked all day long is asked of these small indexes.
    private const string OpenNeeds = """ "ClosedAt" IS NULL AND "CancelledAt" IS NULL AND "ExpiredAt" IS NULL """;

    public void Configure(EntityTypeBuilder<Account> it)
    {
        it.HasIndex(account => new { account.Channel, account.ExternalId }).IsUnique();
        it.HasOne(account => account.Person).WithMany(person => person.Accounts);
    }

    public void Configure(EntityTypeBuilder<Group> it) => it.HasIndex(group => new { group.Channel, group.ExternalId }).IsUnique();

    public void Configure(EntityTypeBuilder<Member> it) => it.HasKey(member => new { member.GroupId, member.PersonId });

    public void Configure(EntityTypeBuilder<Community> it) => it.HasIndex(community => community.NameKey).IsUnique();

    public void Configure(EntityTypeBuilder<CommunityAlias> it) => it.HasIndex(alias => alias.NameKey).IsUnique();

    public void Configure(EntityTypeBuilder<Need> it)
    {
        it.HasIndex(need => need.Number).IsUnique();
        it.HasIndex(need => new
            {
                need.GroupId,
                need.Urgent,
                need.Number,
            })
            .IsDescending(false, true, false)
            .HasFilter(OpenNeeds);
        // Whoever sees all groups reads them in one order.
        it.HasIndex(need => new { need.Urgent, need.Number }).IsDescending(true, false).HasFilter(OpenNeeds);
        it.HasIndex(need => need.CommunityId).HasFilter(OpenNeeds);
        it.HasIndex(need => need.LastActAt).HasFilter(OpenNeeds);
        it.HasIndex(need => need.AskedAt);
        it.HasIndex(need => need.SourceMessage);
        it.Property(need => need.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<NeedLine> it)
    {
        it.HasOne(line => line.Need).WithMany(need => need.Lines);
        // A word is looked for in this index alone.
        it.HasIndex(line => new { line.ItemKey, line.NeedId });
    }

    public void Configure(EntityTypeBuilder<Claim> it) => it.HasOne(claim => claim.Line).WithMany(line => line.Claims);

    public void Configure(EntityTypeBuilder<Supplies.Delivery> it) =>
        it.HasOne(delivery => delivery.Line).WithMany(line => line.Deliveries);

    public void Configure(EntityTypeBuilder<Handover> it)
    {
        it.HasOne(handover => handover.Line).WithMany(line => line.Handovers);
        it.HasIndex(handover => handover.ReceivedAt);
    }

    public void Configure(EntityTypeBuilder<Offer> it)
    {
        it.HasIndex(offer => offer.Number).IsUnique();
        it.HasIndex(offer => new { offer.GroupId, offer.WithdrawnAt });
        // What was offered before there were kinds.
        it.Property(offer => offer.Kind).HasDefaultValue(ResourceKind.Goods).ValueGeneratedNever();
        it.Property(offer => offer.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<Donation> it)
    {
        it.HasIndex(donation => donation.Number).IsUnique();
        it.HasIndex(donation => donation.Date);
        it.Property(donation => donation.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<OutboxRow> it)
    {
        it.HasIndex(row => new { row.State, row.DueAt });
        it.HasIndex(row => new
        {
            row.Channel,
            row.ChatId,
            row.Id,
        });
        it.HasIndex(row => row.CardId);
        it.Property(row => row.State).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<Card> it)
    {
        it.HasIndex(card => new
            {
                card.Channel,
                card.ChatId,
                card.Key,
            })
            .IsUnique();
        // Each act redraws its card wherever that stands.
        it.HasIndex(card => card.Key);
    }

    public void Configure(EntityTypeBuilder<ConversationReference> it) =>
        it.HasKey(reference => new { reference.Channel, reference.ChatId });

    public void Configure(EntityTypeBuilder<Seen> it)
    {
        it.HasKey(seen => new { seen.Channel, seen.UpdateId });
        it.HasIndex(seen => seen.At);
    }

    public void Configure(EntityTypeBuilder<Unfinished> it) =>
        it.HasIndex(unfinished => new
            {
                unfinished.PersonId,
                unfinished.Channel,
                unfinished.ChatId,
                unfinished.Topic,
            })
            .IsUnique();

    public void Configure(EntityTypeBuilder<UndoStep> it) => it.HasIndex(step => new { step.Card, step.At });

    public void Configure(EntityTypeBuilder<Incident> it) => it.HasIndex(incident => incident.Code).IsUnique();

    public void Configure(EntityTypeBuilder<Lease> it) => it.HasKey(lease => lease.Name);

    public void Configure(EntityTypeBuilder<Setting> it) => it.HasKey(setting => setting.Key);
}
