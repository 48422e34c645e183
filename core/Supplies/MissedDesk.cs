using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.People;
using MutualAid.Core.Schedule;

namespace MutualAid.Core.Supplies;

/// <summary>可能漏登: keeps lines that look like a request for three days, and no longer.</summary>
public sealed class MissedDesk(Db db, TimeProvider clock)
{
    /// <summary>The kind of the due row that forgets a line; its subject is the line.</summary>
    public const string Forgetting = "supplies.forget";

    private static readonly Compiled<Func<Db, long, string, Task<MissedLine?>>> UnsettledQuery = new(() =>
        EF.CompileAsyncQuery(
            (Db db, long group, string message) =>
                db.Missed.FirstOrDefault(it => it.GroupId == group && it.MessageId == message && it.SettledAt == null)
        )
    );

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<MissedLine> NoteAsync(Group group, Person speaker, string text, string? messageId)
    {
        var line = new MissedLine
        {
            Group = group,
            SaidBy = speaker,
            SaidAt = Now,
            Text = text,
            MessageId = messageId,
        };
        db.Missed.Add(line);
        await db.SaveChangesAsync();
        new ScheduleDesk(db, clock).PlanNew(Forgetting, $"{Forgetting}:{line.Id}", Now + MissedLine.KeptFor, group, line.Id);
        return line;
    }

    /// <summary>Null: it is settled or forgotten, or the person is neither its speaker nor an organiser of its group.</summary>
    public async Task<MissedLine?> OpenAsync(long id, Person who)
    {
        var line = await db.Missed.Include(it => it.Group).Include(it => it.SaidBy).FirstOrDefaultAsync(it => it.Id == id);
        if (line is not { SettledAt: null })
            return null;
        return line.SaidById == who.Id || await db.Members.Organising(line.GroupId).AnyAsync(it => it.PersonId == who.Id) ? line : null;
    }

    /// <summary>Its speaker said the same message to the bot after all.</summary>
    public async Task<bool> SettleSaidAsync(Group group, string? messageId, Person speaker, int number)
    {
        var line = messageId is null ? null : await UnsettledQuery.For(db)(db, group.Id, messageId);
        if (line is not null)
            Settle(line, speaker, number);
        return line is not null;
    }

    public void Settle(MissedLine line, Person by, int? number = null) => (line.SettledAt, line.SettledBy, line.Number) = (Now, by, number);

    public async Task ForgetAsync(long id)
    {
        if (await db.Missed.FindAsync(id) is { } line)
            db.Missed.Remove(line);
    }
}
