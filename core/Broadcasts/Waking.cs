using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Classes;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.People;

namespace MutualAid.Core.Broadcasts;

/// <summary>When a chat may hear what nobody asked for: after its quiet hours, its muting and the class that runs in it.</summary>
public sealed class Waking
{
    private readonly Dictionary<long, DateTime> classes;

    private Waking(Dictionary<long, DateTime> classes) => this.classes = classes;

    /// <summary>For these groups at one moment.</summary>
    public static async Task<Waking> OfAsync(Db db, IReadOnlyCollection<Group> groups, DateTime at)
    {
        // Few classes run at a time, while a broadcast may have thousands of groups.
        var running = groups.Count == 0 ? [] : await db.Classes.Running(at).Select(it => new { it.GroupId, it.EndsAt }).ToListAsync();
        return new Waking(running.GroupBy(it => it.GroupId).ToDictionary(it => it.Key, it => it.Max(each => each.EndsAt)));
    }

    /// <summary>Not before this time; <paramref name="at"/> itself where the group is awake.</summary>
    public DateTime For(Group group, DateTime at)
    {
        var from = group.MutedUntil > at ? group.MutedUntil.Value : at;
        return group.AfterQuiet(classes.TryGetValue(group.Id, out var end) && end > from ? end : from);
    }

    /// <summary>In private: the quiet hours of the person's group, on the person's own clock if they have one.</summary>
    public static DateTime For(Person person, Group? home, DateTime at) =>
        new Group
        {
            TimeZone = person.TimeZone ?? home?.TimeZone ?? "Asia/Shanghai",
            QuietFrom = home?.QuietFrom ?? new(22, 0),
            QuietTo = home?.QuietTo ?? new(7, 30),
        }.AfterQuiet(at);
}
