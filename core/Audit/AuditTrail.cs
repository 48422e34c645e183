using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using MutualAid.Core.Accounts;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;

namespace MutualAid.Core.Audit;

/// <summary>Watches what one act saves and writes it down in the same commit; an act that changed nothing leaves no trace.</summary>
public sealed class AuditTrail
{
    private const int LongestChanges = 2000;

    private readonly Db db;
    private readonly List<(EntityEntry Entry, string Did, string What)> seen = [];

    // Of the first row that changed: whose organisers may read this.
    private long? seenGroup;

    public AuditTrail(Db db)
    {
        this.db = db;
        db.SavingChanges += (_, _) => Watch();
    }

    /// <param name="always">Also when no row changed: a look at something personal.</param>
    /// <param name="group">For an act in a group that changed no row of it.</param>
    public async Task CloseAsync(long by, string act, string? subject, DateTime now, bool always = false, long? group = null)
    {
        // New rows have their ids only now.
        await db.SaveChangesAsync();
        if (seen.Count == 0 && !always)
            return;
        var changes = string.Join('\n', seen.Select(it => $"{it.Did}{it.Entry.Metadata.ClrType.Name} {Id(it.Entry)}{it.What}"));
        var entry = new AuditEntry
        {
            At = now,
            ById = by,
            Act = act,
            // A new one has its number only now.
            Subject = subject ?? Made(),
            GroupId = seenGroup ?? group,
            Changes = changes.Length <= LongestChanges ? changes : changes[..LongestChanges] + "…",
        };
        await AuditSeal.CloseAsync(db, entry);
        db.Add(entry);
    }

    private string? Made() =>
        seen.Where(it => it.Did.StartsWith('+'))
            .Select(it =>
                it.Entry.Entity is ConsoleAccount account ? account.Id
                : it.Entry.Metadata.FindProperty("Number") is not null ? it.Entry.Property("Number").CurrentValue
                : null
            )
            .Where(it => it is not null)
            .Select(Text)
            .FirstOrDefault();

    private void Watch()
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(IsTold).ToList())
        {
            seenGroup ??= GroupOf(entry);
            seen.Add((entry, Sign(entry.State), entry.State == EntityState.Modified ? Changed(entry) : ""));
        }
    }

    // What the bot says because of an act follows from it, and cards are only drawings.
    private static bool IsTold(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
        && entry.Entity is not (Card or UndoStep or AuditEntry or FormDraft)
        && (entry.State == EntityState.Modified || entry.Entity is not OutboxRow);

    private static string Sign(EntityState state) =>
        state switch
        {
            EntityState.Added => "+ ",
            EntityState.Deleted => "- ",
            _ => "",
        };

    private static string Changed(EntityEntry entry) =>
        ": "
        + string.Join(
            ", ",
            entry
                .Properties.Where(it => it.IsModified && !Equals(it.OriginalValue, it.CurrentValue))
                .Select(it =>
                    IsFigure(it.Metadata.ClrType)
                        ? $"{it.Metadata.Name} {Text(it.OriginalValue)} → {Text(it.CurrentValue)}"
                        : it.Metadata.Name
                )
        );

    private static bool IsFigure(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is { IsValueType: true };

    private static string Text(object? value) =>
        value switch
        {
            null => "–",
            DateTime time => time.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };

    private static string Id(EntityEntry entry) =>
        string.Join('-', entry.Metadata.FindPrimaryKey()!.Properties.Select(it => Text(entry.Property(it).CurrentValue)));

    private static long? GroupOf(EntityEntry entry) =>
        entry.Entity is Group group ? group.Id
        : entry.Metadata.FindProperty("GroupId") is { } column && entry.Property(column).CurrentValue is long id && id > 0 ? id
        : null;
}
