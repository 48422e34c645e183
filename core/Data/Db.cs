using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using MutualAid.Core.Accounts;
using MutualAid.Core.Audit;
using MutualAid.Core.Broadcasts;
using MutualAid.Core.Classes;
using MutualAid.Core.Communities;
using MutualAid.Core.Content;
using MutualAid.Core.Groups;
using MutualAid.Core.Imports;
using MutualAid.Core.Messaging;
using MutualAid.Core.People;
using MutualAid.Core.Relays;
using MutualAid.Core.Schedule;
using MutualAid.Core.Supplies;
using MutualAid.Core.Volunteers;

namespace MutualAid.Core.Data;

/// <summary>Everything that is true. Anyone may query it; only a desk changes it, inside <see cref="Writer.DoAsync"/>.</summary>
public abstract class Db(DbContextOptions options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<LinkCode> LinkCodes => Set<LinkCode>();
    public DbSet<LinkGuess> LinkGuesses => Set<LinkGuess>();
    public DbSet<RoomSeat> RoomSeats => Set<RoomSeat>();
    public DbSet<RoomChat> RoomChats => Set<RoomChat>();
    public DbSet<RoomMembership> RoomMemberships => Set<RoomMembership>();
    public DbSet<RoomKey> RoomKeys => Set<RoomKey>();
    public DbSet<ConsoleAccount> ConsoleAccounts => Set<ConsoleAccount>();
    public DbSet<Grant> Grants => Set<Grant>();
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();
    public DbSet<SignInKey> SignInKeys => Set<SignInKey>();
    public DbSet<ConsoleSession> ConsoleSessions => Set<ConsoleSession>();
    public DbSet<AccountNews> AccountNews => Set<AccountNews>();
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();
    public DbSet<FormDraft> FormDrafts => Set<FormDraft>();
    public DbSet<Group> Groups => Set<Group>();
    public DbSet<Member> Members => Set<Member>();
    public DbSet<GroupTag> GroupTags => Set<GroupTag>();
    public DbSet<Community> Communities => Set<Community>();
    public DbSet<CommunityAlias> CommunityAliases => Set<CommunityAlias>();
    public DbSet<Need> Needs => Set<Need>();
    public DbSet<NeedLine> NeedLines => Set<NeedLine>();
    public DbSet<Claim> Claims => Set<Claim>();
    public DbSet<Supplies.Delivery> Deliveries => Set<Supplies.Delivery>();
    public DbSet<Handover> Handovers => Set<Handover>();
    public DbSet<Correction> Corrections => Set<Correction>();
    public DbSet<MissedLine> Missed => Set<MissedLine>();
    public DbSet<Offer> Offers => Set<Offer>();
    public DbSet<OfferLine> OfferLines => Set<OfferLine>();
    public DbSet<Donation> Donations => Set<Donation>();
    public DbSet<DonationLine> DonationLines => Set<DonationLine>();
    public DbSet<DonationDonor> DonationDonors => Set<DonationDonor>();
    public DbSet<Column> Columns => Set<Column>();
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<Picture> Pictures => Set<Picture>();
    public DbSet<PostReading> PostReadings => Set<PostReading>();
    public DbSet<PostShare> PostShares => Set<PostShare>();
    public DbSet<PostShowing> PostShowings => Set<PostShowing>();
    public DbSet<PostFigure> PostFigures => Set<PostFigure>();
    public DbSet<PostRevision> PostRevisions => Set<PostRevision>();
    public DbSet<Digest> Digests => Set<Digest>();
    public DbSet<Class> Classes => Set<Class>();
    public DbSet<SignUp> SignUps => Set<SignUp>();
    public DbSet<ClassQuestion> ClassQuestions => Set<ClassQuestion>();
    public DbSet<Rating> Ratings => Set<Rating>();
    public DbSet<CalendarKey> CalendarKeys => Set<CalendarKey>();
    public DbSet<Broadcast> Broadcasts => Set<Broadcast>();
    public DbSet<Recipient> Recipients => Set<Recipient>();
    public DbSet<Relay> Relays => Set<Relay>();
    public DbSet<Volunteer> Volunteers => Set<Volunteer>();
    public DbSet<VolunteerSkill> VolunteerSkills => Set<VolunteerSkill>();
    public DbSet<Team> Teams => Set<Team>();
    public DbSet<TeamMember> TeamMembers => Set<TeamMember>();
    public DbSet<Shift> Shifts => Set<Shift>();
    public DbSet<Assignment> Assignments => Set<Assignment>();
    public DbSet<StandIn> StandIns => Set<StandIn>();
    public DbSet<ShiftNotice> ShiftNotices => Set<ShiftNotice>();
    public DbSet<HoursEntry> Hours => Set<HoursEntry>();
    public DbSet<Import> Imports => Set<Import>();
    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();
    public DbSet<Card> Cards => Set<Card>();
    public DbSet<ConversationReference> References => Set<ConversationReference>();
    public DbSet<Seen> Seen => Set<Seen>();
    public DbSet<Unfinished> Unfinished => Set<Unfinished>();
    public DbSet<UndoStep> UndoSteps => Set<UndoStep>();
    public DbSet<Incident> Incidents => Set<Incident>();
    public DbSet<VoiceNote> VoiceNotes => Set<VoiceNote>();
    public DbSet<Lease> Leases => Set<Lease>();
    public DbSet<DueRow> Due => Set<DueRow>();
    public DbSet<RepeatRule> Rules => Set<RepeatRule>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public DbSet<Setting> Settings => Set<Setting>();

    /// <summary>The numbers given in this turn: <see cref="Numbers"/>.</summary>
    internal Dictionary<Type, int> Drawn { get; } = [];

    /// <summary>The rows of this noun that the turn has read or added, as they are: nobody has to look for changes first.</summary>
    internal IReadOnlyList<T> Held<T>()
        where T : class
    {
        var looks = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return [.. ChangeTracker.Entries<T>().Select(entry => entry.Entity)];
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = looks;
        }
    }

    /// <summary>As if new: the next turn must not meet the rows of the last.</summary>
    internal void Forget()
    {
        ChangeTracker.Clear();
        Drawn.Clear();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTime>().HaveConversion<UtcTime>();
        conventions.Properties<decimal>().HaveConversion<Thousandths>();
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(20);
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.ApplyConfigurationsFromAssembly(typeof(Db).Assembly);

        // A row that others point at is never deleted from under them.
        foreach (var key in model.Model.GetEntityTypes().SelectMany(type => type.GetForeignKeys()))
            key.DeleteBehavior = DeleteBehavior.Restrict;
    }
}

public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : Db(options)
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.ReplaceService<IDatabase, PlainSaves>();
}

public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : Db(options);
