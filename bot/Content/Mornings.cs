using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Schedule;

namespace MutualAid.Bot.Content;

/// <summary>The rules by which a group hears from us unasked: the digest, and posts of a column each day.</summary>
internal static class Mornings
{
    public const string Digest = Core.Content.Digest.Due;
    public const string Daily = "content.daily";

    public static readonly TimeOnly Usual = new(8, 0);

    /// <param name="column">Of a daily post; null: tips.</param>
    public static Task<RepeatRule?> FindAsync(Db db, Group group, string kind, long? column = null) =>
        db.Rules.FirstOrDefaultAsync(rule =>
            rule.Kind == kind && rule.GroupId == group.Id && rule.SubjectId == column && rule.EndedAt == null
        );

    /// <summary>From now on at this wall-clock time; null: no more.</summary>
    public static async Task SetAsync(Db db, TimeProvider clock, Group group, string kind, TimeOnly? at, long? column = null)
    {
        var desk = new ScheduleDesk(db, clock);
        var rule =
            await FindAsync(db, group, kind, column)
            ?? await desk.RepeatAsync(
                new RepeatRule
                {
                    Kind = kind,
                    Group = group,
                    GroupId = group.Id,
                    SubjectId = column,
                    Every = Every.Day,
                    At = at ?? Usual,
                }
            );
        // A new rule's first day is planned: it has to be found to be moved or taken back.
        await db.SaveChangesAsync();
        rule.At = at ?? rule.At;
        if (at is null)
            await desk.PauseAsync(rule);
        else
            await desk.ResumeAsync(rule);
    }

    /// <summary>When it speaks; null: it does not.</summary>
    public static TimeOnly? Time(RepeatRule? rule) => rule is { PausedAt: null } ? rule.At : null;

    /// <summary>A tip that is set for the digest's own hour stands in the digest: one message, not two.</summary>
    public static async Task<bool> RidesInDigestAsync(Db db, RepeatRule daily, Group group) =>
        daily.SubjectId is null && Time(await FindAsync(db, group, Digest)) == daily.At;

    /// <summary>The digest leaves the tip to a daily one at another hour.</summary>
    public static async Task<bool> HasTipOfItsOwnAsync(Db db, Group group) =>
        Time(await FindAsync(db, group, Daily)) is { } at && Time(await FindAsync(db, group, Digest)) is { } digest && at != digest;
}
