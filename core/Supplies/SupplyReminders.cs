using MutualAid.Core.Groups;
using MutualAid.Core.People;
using MutualAid.Core.Schedule;

namespace MutualAid.Core.Supplies;

/// <summary>When somebody is reminded of a need. The rows carry the need's number as subject and the person's id as detail.</summary>
public static class SupplyReminders
{
    /// <summary>Nobody claimed it: to the organisers.</summary>
    public const string Unclaimed = "supplies.unclaimed";

    /// <summary>Claimed and not brought: to the claimer.</summary>
    public const string Undelivered = "supplies.undelivered";

    /// <summary>Brought a moment ago: to the asker. The detail is who brought it.</summary>
    public const string Brought = "supplies.brought";

    /// <summary>Brought and not signed for: to the asker.</summary>
    public const string Unsigned = "supplies.unsigned";

    public static readonly TimeSpan UnclaimedAfter = TimeSpan.FromHours(12);
    public static readonly TimeSpan UrgentUnclaimedAfter = TimeSpan.FromHours(1);
    public static readonly TimeSpan UndeliveredAfter = TimeSpan.FromHours(24);
    public static readonly TimeSpan UnsignedAfter = TimeSpan.FromMinutes(30);

    /// <summary>So long a slip of the finger can be taken back before the asker's phone rings; later the message says it was taken back.</summary>
    public static readonly TimeSpan BroughtAfter = TimeSpan.FromSeconds(1);

    internal static void PlanAsked(this ScheduleDesk desk, Need need, DateTime now)
    {
        var at = now + (need.Urgent ? UrgentUnclaimedAfter : UnclaimedAfter);
        // Who is urgently waiting is not made to wait for the morning.
        desk.PlanNew(Unclaimed, $"{Unclaimed}:{need.Number}", need.Urgent ? at : need.Group.AfterQuiet(at), need.Group, need.Number);
    }

    internal static void PlanClaimed(this ScheduleDesk desk, Need need, Person claimer, DateTime now) =>
        desk.PlanNew(
            Undelivered,
            $"{Undelivered}:{need.Number}:{need.Lines.Sum(line => line.Claims.Count)}",
            need.Group.AfterQuiet(now + UndeliveredAfter),
            need.Group,
            need.Number,
            $"{claimer.Id}"
        );

    internal static void PlanDelivered(this ScheduleDesk desk, Need need, Person by, DateTime now)
    {
        // Deliveries can be taken away by a correction; the version only grows.
        var act = $"{need.Number}:v{need.Version}";
        if (!need.IsAskedBy(by))
            desk.PlanNew(Brought, $"{Brought}:{act}", now + BroughtAfter, need.Group, need.Number, $"{by.Id}");
        desk.PlanNew(
            Unsigned,
            $"{Unsigned}:{act}",
            need.Group.AfterQuiet(now + UnsignedAfter),
            need.Group,
            need.Number,
            $"{need.AskedById}"
        );
    }
}
