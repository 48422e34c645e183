using MutualAid.Core.Groups;

namespace MutualAid.Core.Supplies;

/// <summary>When an unclaimed need is asked after and when it expires. The need's group must be loaded.</summary>
public static class Freshness
{
    public static readonly TimeSpan AskedAfter = TimeSpan.FromHours(60);
    public static readonly TimeSpan ExpiresAfter = TimeSpan.FromHours(72);
    public static readonly TimeSpan WakingBeforeExpiry = TimeSpan.FromHours(3);

    /// <summary>When 还需要吗？ is due (UTC): 60 h after the last act, or half an hour before the quiet hours which that falls into.</summary>
    public static DateTime QuestionDue(this Need need) => need.Group.BeforeQuiet(need.LastActAt + AskedAfter);

    /// <summary>When it expires (UTC): 72 h after the last act and at least three waking hours after the question; null while that was not asked.</summary>
    public static DateTime? ExpiryDue(this Need need)
    {
        if (need.StillNeededAskedAt is not { } asked)
            return null;
        var oldest = need.LastActAt + ExpiresAfter;
        var answered = need.Group.AfterWaking(asked, WakingBeforeExpiry);
        return oldest > answered ? oldest : answered;
    }
}
