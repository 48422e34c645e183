using System.Collections.Concurrent;

namespace MutualAid.Core.Data;

/// <summary>IANA time zones by name.</summary>
public static class Zone
{
    private static readonly ConcurrentDictionary<string, TimeZoneInfo> Known = new(StringComparer.Ordinal);

    /// <exception cref="TimeZoneNotFoundException">There is no such zone.</exception>
    public static TimeZoneInfo Find(string id) => Known.GetOrAdd(id, TimeZoneInfo.FindSystemTimeZoneById);

    /// <summary>The instant of a wall-clock time; a time in a spring gap moves to the end of the gap, one that comes twice is the second.</summary>
    public static DateTime ToUtc(DateTime local, string id) => ToUtc(local, Find(id));

    public static DateTime ToUtc(DateTime local, TimeZoneInfo zone)
    {
        // A gap is a quarter of an hour at least, and never a day. IsInvalidTime overlooks some gaps (Africa/Casablanca) and
        // ConvertTimeToUtc errs beside them, so the instant is right only if the clock shows the time there.
        for (var wall = DateTime.SpecifyKind(local, DateTimeKind.Utc); wall < local.AddDays(1); wall = wall.AddMinutes(15))
        {
            var instants = new[] { wall - zone.GetUtcOffset(wall.AddDays(1)), wall - zone.GetUtcOffset(wall.AddDays(-1)) };
            var shown = Array.FindAll(instants, utc => utc + zone.GetUtcOffset(utc) == wall);
            if (shown.Length > 0)
                return shown.Max();
        }

        return TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), zone);
    }

    public static DateTime ToLocal(DateTime utc, string id) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Find(id));
}
