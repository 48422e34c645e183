using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;

namespace MutualAid.Core.Schedule;

/// <summary>Plans what is to happen later, and closes what has happened.</summary>
public sealed class ScheduleDesk(Db db, TimeProvider clock)
{
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(10),
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(30),
    ];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Plans it once: the same key again changes nothing, unless it still waits; then it moves to the new time.</summary>
    public async Task<DueRow> PlanAsync(
        string kind,
        string key,
        DateTime at,
        Group? group = null,
        long? subject = null,
        string? detail = null
    )
    {
        var row = db.Due.Local.FirstOrDefault(it => it.Key == key) ?? await db.Due.FirstOrDefaultAsync(it => it.Key == key);
        if (row is null)
        {
            row = New(kind, key, at);
            (row.Group, row.GroupId, row.SubjectId, row.Detail) = (group, group?.Id, subject, detail);
            db.Due.Add(row);
        }
        else if (row.State is DueState.Waiting or DueState.Cancelled)
        {
            (row.State, row.ClosedAt, row.At, row.TryAt, row.Detail) = (DueState.Waiting, null, at, at, detail);
            row.Version++;
        }

        return row;
    }

    /// <summary>Plans what cannot have been planned before: the key counts something that only grows.</summary>
    public void PlanNew(string kind, string key, DateTime at, Group group, long subject, string? detail = null)
    {
        var row = New(kind, key, at);
        (row.Group, row.SubjectId, row.Detail) = (group, subject, detail);
        db.Due.Add(row);
    }

    /// <summary>Takes back what still waits for a subject; all kinds that begin with <paramref name="kind"/>.</summary>
    /// <param name="detail">Only those of this detail; null: all.</param>
    public async Task CancelAsync(string kind, long subject, string? detail = null)
    {
        var waiting = await db.Due.Where(it => it.SubjectId == subject && it.State == DueState.Waiting).ToListAsync();
        foreach (var row in waiting.Where(it => it.Kind.StartsWith(kind, StringComparison.Ordinal)))
        {
            if (detail is null || row.Detail == detail)
                Close(row, DueState.Cancelled);
        }
    }

    /// <summary>The same once more at a later time, as somebody asked for.</summary>
    public Task<DueRow> AgainAsync(DueRow row, DateTime at) =>
        PlanAsync(
            row.Kind,
            string.Create(CultureInfo.InvariantCulture, $"{row.Key}@{at:yyyyMMddHHmm}"),
            at,
            row.Group,
            row.SubjectId,
            row.Detail
        );

    /// <summary>Adds a rule and plans its first occurrence after now.</summary>
    public async Task<RepeatRule> RepeatAsync(RepeatRule rule)
    {
        rule.CreatedAt = Now;
        if (rule.Group is { } group)
            rule.TimeZone = group.TimeZone;
        Zone.Find(rule.TimeZone);
        db.Rules.Add(rule);
        await db.SaveChangesAsync();
        await PlanOccurrenceAsync(rule, rule.FirstAfter(Now));
        return rule;
    }

    /// <summary>After its time, days or zone changed: what waits moves along.</summary>
    public async Task ReplanAsync(RepeatRule rule)
    {
        foreach (var row in await db.Due.Where(it => it.RuleId == rule.Id && it.State == DueState.Waiting).ToListAsync())
            Close(row, DueState.Cancelled);
        if (rule.PausedAt is null && rule.EndedAt is null)
            await PlanOccurrenceAsync(rule, rule.FirstAfter(Now));
    }

    public Task PauseAsync(RepeatRule rule)
    {
        rule.PausedAt ??= Now;
        return ReplanAsync(rule);
    }

    public Task ResumeAsync(RepeatRule rule)
    {
        rule.PausedAt = null;
        return ReplanAsync(rule);
    }

    public Task EndAsync(RepeatRule rule)
    {
        rule.EndedAt ??= Now;
        return ReplanAsync(rule);
    }

    /// <summary>Closes a row; of a rule, the next occurrence is planned in the same commit.</summary>
    public async Task CloseAsync(DueRow row, DueState state)
    {
        Close(row, state);
        if (row.RuleId is not { } id || await db.Rules.FindAsync(id) is not { PausedAt: null, EndedAt: null } rule)
            return;
        var date = DateOnly.ParseExact(row.Key.AsSpan(row.Key.Length - 8), "yyyyMMdd", CultureInfo.InvariantCulture);
        await PlanOccurrenceAsync(rule, rule.NextAfter(date));
    }

    /// <summary>It went wrong: tried again after 10 s, 1, 5 and 30 min, then left for a person.</summary>
    public async Task NoteFaultAsync(DueRow row, string fault)
    {
        row.Fault = fault;
        row.Version++;
        if (row.Attempts < Pauses.Length)
            row.TryAt = Now + Pauses[row.Attempts++];
        else
            await CloseAsync(row, DueState.Failed);
    }

    /// <summary>A person wants it now, or once more after it failed or was dropped.</summary>
    public void RunNow(DueRow row)
    {
        (row.State, row.ClosedAt, row.Attempts, row.At, row.TryAt) = (DueState.Waiting, null, 0, Now, Now);
        row.Version++;
    }

    private async Task PlanOccurrenceAsync(RepeatRule rule, DateOnly date)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"rule:{rule.Id}:{date:yyyyMMdd}");
        var row = await PlanAsync(rule.Kind, key, rule.Instant(date), rule.Group, rule.SubjectId, rule.Detail);
        (row.RuleId, row.GroupId) = (rule.Id, rule.GroupId);
        // That day's is behind us, as after a clock that was set back.
        if (row.State != DueState.Waiting)
            await PlanOccurrenceAsync(rule, rule.NextAfter(date));
    }

    private void Close(DueRow row, DueState state)
    {
        (row.State, row.ClosedAt) = (state, Now);
        row.Version++;
    }

    private DueRow New(string kind, string key, DateTime at) =>
        new()
        {
            Kind = kind,
            Key = key,
            At = at,
            TryAt = at,
            PlannedAt = Now,
        };
}
