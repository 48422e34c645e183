using System.Collections.Concurrent;

namespace MutualAid.Core.Data;

/// <summary>IANA time zones by name.</summary>
public static class Zone
{
    private static readonly ConcurrentDictionary<string, TimeZoneInfo> Known = new(StringComparer.Ordinal);

    /// <exception cref="TimeZoneNotFoundException">There is no such zone.</exception>
    public static TimeZoneInfo Find(string id) => Known.GetOrAdd(id, TimeZoneInfo.FindSystemTimeZoneById);

    /// <summary>The instant of a wall-clock time; a time in a spring gap moves to the end of the gap.</summary>
    public static DateTime ToUtc(DateTime local, string id)
    {
        var zone = Find(id);
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        while (zone.IsInvalidTime(wall))
            wall = wall.AddMinutes(15);
        return TimeZoneInfo.ConvertTimeToUtc(wall, zone);
    }

    public static DateTime ToLocal(DateTime utc, string id) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Find(id));
}
